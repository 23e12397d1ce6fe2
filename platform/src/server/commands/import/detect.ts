/** Tells by its header which kind of file is to be imported, or says why it is none, and which are. */
import { CODE_LIST_KINDS } from './code-list-kinds.ts';
import { CORRELATION_KINDS } from './correlation-kinds.ts';
import type { FileKind, ImportVerb } from './file-kind.ts';
import { NOMENCLATURE_KINDS } from './nomenclature-kinds.ts';
import { RATE_KINDS } from './rate-kinds.ts';
import { TARIFF_KINDS } from './tariff-kinds.ts';

/** The first that recognises a header takes it: narrow ones before wide ones. */
const KINDS: readonly FileKind[] = [
  ...TARIFF_KINDS,
  ...NOMENCLATURE_KINDS,
  ...CORRELATION_KINDS,
  ...RATE_KINDS,
  ...CODE_LIST_KINDS,
];

export const kindsOf = (verb: ImportVerb): readonly FileKind[] =>
  KINDS.filter((kind) => kind.verb === verb);

export type NotTaken = { readonly reason: string; readonly fix: string };

export function detect(verb: ImportVerb, header: readonly string[]): FileKind | NotTaken {
  const own = kindsOf(verb).find((kind) => kind.recognises(header));
  if (own !== undefined) return own;
  const other = KINDS.find((kind) => kind.recognises(header));
  if (other !== undefined)
    return {
      reason: `this is no ${verb}: it is the ${other.what}`,
      fix: `run luxor import ${other.verb} with it`,
    };
  const nearest = kindsOf(verb)
    .map((kind) => ({ kind, shared: kind.header.split(',').filter((name) => header.includes(name)) }))
    .reduce((best, each) => (each.shared.length > best.shared.length ? each : best));
  const help = 'luxor import --help lists what can be imported';
  return {
    reason: `no ${verb} with these columns is known`,
    fix: nearest.shared.length < 2 ? help : `the ${nearest.kind.what} has the columns ${nearest.kind.header}; ${help}`,
  };
} // prettier-ignore
