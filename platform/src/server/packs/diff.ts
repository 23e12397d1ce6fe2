/** Compares two packs: which rows of law differ, and which worked examples come out differently. */
import { canonicalJson, type Json } from '../../domain/kernel/canonical-json.ts';
import { PACK_FILES, type PackTexts } from '../../domain/jurisdiction/parse.ts';
import { rowsOfCsv, rowsOfJson, type RowSource } from '../../domain/jurisdiction/row-source.ts';
import type { LoadedPack } from './load.ts';
import { runCases } from './run-cases.ts';

export type RowChange = {
  readonly file: string;
  readonly row: string;
  readonly change: 'added' | 'removed' | 'edited';
  readonly fields: readonly {
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
};

export type CaseChange = {
  readonly file: string;
  readonly title: string;
  readonly before: Json;
  readonly after: Json;
};

export type PackDiff = {
  readonly rows: readonly RowChange[];
  readonly cases: readonly CaseChange[];
};

/** The examples of both packs are run under both laws; one that only one pack can read counts as changed. */
export function diffPacks(before: LoadedPack, after: LoadedPack): PackDiff {
  const rows = PACK_FILES.flatMap((file) => diffFile(file, before.texts, after.texts));
  if (before.pack === null || after.pack === null) return { rows, cases: [] };
  const texts = new Map([...before.texts, ...after.texts]);
  const then = new Map(runCases(texts, before.pack).map((result) => [result.file, result]));
  const cases = runCases(texts, after.pack).flatMap((result) => {
    const earlier = then.get(result.file)?.actual ?? null;
    return canonicalJson(earlier) === canonicalJson(result.actual)
      ? []
      : [
          {
            file: result.file,
            title: result.title,
            before: figuresOf(earlier),
            after: figuresOf(result.actual),
          },
        ];
  });
  return { rows, cases };
}

const SHOWN = ['total', 'payable', 'category', 'reliefs', 'incomplete'];

/** What a reader compares first; the steps are in the examples themselves. */
function figuresOf(outcome: Json): Json {
  if (typeof outcome !== 'object' || outcome === null || Array.isArray(outcome)) return outcome;
  return Object.fromEntries(Object.entries(outcome).filter(([member]) => SHOWN.includes(member)));
}

function diffFile(file: string, before: PackTexts, after: PackTexts): readonly RowChange[] {
  const [then, now] = [rowsByKey(file, before), rowsByKey(file, after)];
  const keys = new Set([...then.keys(), ...now.keys()]);
  return [...keys].flatMap((key) => {
    const fields = changedFields(then.get(key), now.get(key));
    if (fields.length === 0) return [];
    const change = !then.has(key) ? 'added' : now.has(key) ? 'edited' : 'removed';
    return [{ file, row: key, change, fields }];
  });
}

function rowsByKey(file: string, texts: PackTexts): ReadonlyMap<string, RowSource> {
  const text = texts.get(file);
  if (text === undefined || file === 'pack.json') return new Map();
  const { rows } = file.endsWith('.json') ? rowsOfJson(file, text) : rowsOfCsv(file, text);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

const KEYS = ['id', 'code', 'currency', 'day'];

function keyOf(row: RowSource): string {
  const name = KEYS.map((field) => row.textOf(field)).find((text) => text !== null) ?? '';
  return [name, row.textOf('from'), row.textOf('knownFrom')]
    .filter((part) => part !== null)
    .join(' ');
}

function changedFields(
  before: RowSource | undefined,
  after: RowSource | undefined,
): RowChange['fields'] {
  const fields = new Set([...(before?.fields ?? []), ...(after?.fields ?? [])]);
  return [...fields].flatMap((field) => {
    const [then, now] = [saidIn(before, field), saidIn(after, field)];
    return then === now ? [] : [{ field, before: then, after: now }];
  });
}

/** Text of cells and plain members; canonical JSON of members with structure. */
function saidIn(row: RowSource | undefined, field: string): string | null {
  if (row === undefined) return null;
  return row.textOf(field) ?? JSON.stringify(row.valueOf(field) ?? null);
}
