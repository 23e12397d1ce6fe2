/** The one catalogue of finding codes for every channel: what each says, how to put it right, and on what ground. */
import type { Finding, Severity } from '../kernel/finding.ts';
import { present } from '../kernel/invariant.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';
import { doorFindings } from './door-findings.ts';
import { goodsFindings } from './goods-findings.ts';
import { identifierFindings } from './identifier-findings.ts';
import { partyFindings } from './party-findings.ts';
import { quoteFindings } from './quote-findings.ts';
import { recordFindings } from './record-findings.ts';
import { securityFindings } from './security-findings.ts';
import { tableFindings } from './table-findings.ts';
import { valueFindings } from './value-findings.ts';
import { wcoPointerOf } from './wco-pointer.ts';

/** The catalogue by subject, in the order a message meets it. */
export const catalogueSections = {
  door: doorFindings,
  table: tableFindings,
  record: recordFindings,
  identifiers: identifierFindings,
  goods: goodsFindings,
  values: valueFindings,
  parties: partyFindings,
  security: securityFindings,
  quotes: quoteFindings,
} as const;

const catalogue = {
  ...doorFindings,
  ...tableFindings,
  ...recordFindings,
  ...identifierFindings,
  ...goodsFindings,
  ...valueFindings,
  ...partyFindings,
  ...securityFindings,
  ...quoteFindings,
} as const;

type Catalogue = typeof catalogue;

/** Every code that may be raised; a retired one is not among them. */
export type FindingCode = {
  [Code in keyof Catalogue]: Catalogue[Code] extends { readonly retired: true } ? never : Code;
}[keyof Catalogue];

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** The parameters that the text of a code names; further ones (`line`, `column`) may be added. */
export type ParametersOf<Code extends FindingCode> = Readonly<
  Record<Names<Catalogue[Code]['text'] | Catalogue[Code]['fix']>, string>
>;

type Filled<Code extends FindingCode> = keyof ParametersOf<Code> extends never
  ? [parameters?: Readonly<Record<string, string>>]
  : [parameters: ParametersOf<Code> & Readonly<Record<string, string>>];

const entries: ReadonlyMap<string, CatalogueEntry> = new Map(Object.entries(catalogue));

/**
 * Makes a finding with the severity of the catalogue. Unknown codes and missing parameters do not compile.
 * `pointer` is a JSON Pointer into the submission; for text files the parameters `line` and `column` say where as well.
 * Parameters hold no personal content.
 */
export function finding<Code extends FindingCode>(
  code: Code,
  pointer: string,
  ...[parameters]: Filled<Code>
): Finding {
  const severity = catalogue[code].severity;
  return parameters === undefined
    ? { code, severity, pointer }
    : { code, severity, pointer, parameters };
}

/** The same finding as weighty as the law says. */
export const graded = (what: Finding, severity: Severity): Finding =>
  what.severity === severity ? what : { ...what, severity };

/** What the catalogue knows of a code; null for a code it never had. */
export const catalogueEntry = (code: string): CatalogueEntry | null => entries.get(code) ?? null;

export type Description = {
  readonly message: string;
  readonly fix: string;
  readonly example: string;
  readonly source: string;
  readonly wcoPointer: string;
};

/** Puts a finding into words: what is wrong, what to do, a right example, the ground, and the place in the WCO Data Model. */
export function describe(what: Finding): Description {
  const entry = present(
    entries.get(what.code),
    `finding code ${what.code} stands in the catalogue`,
  );
  return {
    message: filled(entry.text, what.parameters),
    fix: filled(entry.fix, what.parameters) + meantOf(what),
    example: entry.example,
    source: entry.source,
    wcoPointer: wcoPointerOf(what.pointer, what.parameters?.['role']) ?? entry.wco,
  };
}

/** The right name that a wrong one resembles, when the door found one. */
const meantOf = ({ parameters }: Finding): string =>
  parameters?.['nearest'] === undefined ? '' : ` Did you mean "${parameters['nearest']}"?`;

const filled = (text: string, parameters: Readonly<Record<string, string>> = {}): string =>
  text.replaceAll(/\{([a-zA-Z]+)\}/g, (whole, name: string) => parameters[name] ?? whole);
