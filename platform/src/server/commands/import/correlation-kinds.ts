/** The correlations that can be imported: between editions of the Harmonized System, and from it to the codes of trade statistics. */
import { editionOfYear } from '../../reference/harmonized-system.ts';
import { codeCorrelationTable } from '../../reference/tables.ts';
import { cell, refuse, type FileKind } from './file-kind.ts';

const EDITION = /^hs(20[0-9]{2})$/;
const OTHER = /^(?:hs20[0-9]{2}|sitc[34]|bec[45])$/;
const RELATION = /^([1n]) ?(?::|to) ?([1n])$/;

const NONE = 'n/a';

/** hs2022 is hs-2022, sitc4 is sitc-4. */
const hyphened = (name: string): string => name.replace(/([a-z])([0-9])/, '$1-$2');

const correlation: FileKind = {
  verb: 'correlation',
  what: 'correlation of an edition of the Harmonized System with another one, with SITC or with BEC',
  header: 'hs2022,hs2017|hs2012|sitc3|sitc4|bec4[,relationship][,partial_ex]',
  recognises: ([from = '', to = '']) => EDITION.test(from) && OTHER.test(to),
  open: ({ header: [from = '', to = '', ...more] }) => {
    const edition = editionOfYear(EDITION.exec(from)?.[1] ?? '');
    if (edition === undefined) return { missing: `there is no edition ${from}` };
    const isWhole = more.includes('relationship');
    const publication = `${hyphened(from)}-to-${hyphened(to)}${isWhole ? '' : '-best'}`;
    return {
      publication,
      table: codeCorrelationTable,
      manner: 'dated',
      takes: [from, to, ...more],
      read: (cells) => {
        const [code, becomes] = [cell(cells, from), cell(cells, to)];
        if (becomes === NONE) return { rows: [], kinds: ['without-counterpart'] };
        for (const [column, text] of [[from, code], [to, becomes]] as const)
          if (!/^[0-9A-Z]{1,7}$/.test(text))
            return refuse(column, text, ['this is no code', 'give the digits of the code alone']);
        const written = cell(cells, 'relationship');
        const relation = RELATION.exec(written);
        if (isWhole && relation === null)
          return refuse('relationship', written, ['this is no relation', 'write 1:1, 1:n, n:1 or n:n']);
        const kind = relation === null ? '' : `${relation[1] ?? ''}:${relation[2] ?? ''}`;
        const note = cell(cells, 'partial_ex');
        const row = { publication, code, becomes, fromDay: edition.from, untilDay: null, relation: kind, note };
        return { rows: [row], kinds: [kind === '' ? 'best' : kind] };
      },
    };
  },
}; // prettier-ignore

export const CORRELATION_KINDS: readonly FileKind[] = [correlation];
