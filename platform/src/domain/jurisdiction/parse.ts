/** Makes a pack of the texts of its files, and says everything that is wrong with them; it never stops at the first fault. */
import { readJsonText } from './json-text.ts';
import { hasPackError, type PackFinding } from './pack-finding.ts';
import type { Pack } from './pack.ts';
import {
  readDataset,
  readRiskRule,
  readSelectionRow,
  type RiskFactTypes,
  type RowContext,
} from './read-json-rows.ts';
import * as read from './read-rows.ts';
import { readRegistration } from './read-registration.ts';
import { rowReader, type PackTerms, type RowReader } from './row-reader.ts';
import { jsonRow, rowsOfCsv, rowsOfJson, type RowSource } from './row-source.ts';

/** File name (relative to the pack's folder) to its text. */
export type PackTexts = ReadonlyMap<string, string>;

export type PackReading = {
  /** Null exactly when there are errors. */
  readonly pack: Pack | null;
  readonly findings: readonly PackFinding[];
  /** Where each row of the pack was read. */
  readonly placeOf: (row: object) => RowPlace;
};

export type RowPlace = { readonly file: string; readonly line: number; readonly column: number };

/** The files whose rows are law, with the member of Pack they become; the first ones must exist. */
export const PACK_FILES = [
  'pack.json', 'sources.csv', 'parameters.csv', 'thresholds.csv', 'rates.csv', 'tax-bases.csv', 'roundings.csv', 'collectors.csv', 'registrations.csv', 'quotas.csv',
  'deadlines.csv', 'prohibitions.csv', 'data-quality.csv', 'returns.csv', 'retention.csv', 'precedences.csv', 'exchange-rates.csv',
  'commodity-codes.csv', 'offices.csv', 'holidays.csv', 'datasets.json', 'categories.json', 'selections.json', 'risk-rules.json',
] as const; // prettier-ignore
export type PackFile = (typeof PACK_FILES)[number];

const REQUIRED: readonly PackFile[] = [
  'pack.json',
  'sources.csv',
  'tax-bases.csv',
  'roundings.csv',
  'categories.json',
  'datasets.json',
];

/** Reads a pack. `riskFacts` are the facts that risk rules of each scope may use: a later room knows them. */
export function parsePack(texts: PackTexts, riskFacts: RiskFactTypes): PackReading {
  const findings: PackFinding[] = [];
  for (const file of REQUIRED) {
    if (!texts.has(file)) findings.push(missing(file));
  }
  const head = readHead(texts, findings);
  const places = new WeakMap<object, RowPlace>();
  const context = { terms: readTerms(texts, head, findings), findings, riskFacts, places };
  const pack = readPack(texts, head, context);
  return {
    pack: hasPackError(findings) ? null : pack,
    findings,
    placeOf: (row) => places.get(row) ?? { file: 'pack.json', line: 1, column: 1 },
  };
}

const missing = (file: string): PackFinding => ({
  file, line: 1, column: 1, severity: 'error', reason: 'the file is missing', fix: 'copy it from packs/xm-meridia',
}); // prettier-ignore

type Head = Pick<
  Pack,
  | 'id'
  | 'title'
  | 'version'
  | 'country'
  | 'currency'
  | 'zone'
  | 'zoneOffsetMinutes'
  | 'languages'
  | 'weekend'
  | 'inForceFrom'
>;

const NO_TERMS: PackTerms = {
  currency: '',
  thresholds: new Set(),
  parameters: new Map(),
  conditions: {},
};

function readHead(texts: PackTexts, findings: PackFinding[]): Head {
  const json = readJsonText(texts.get('pack.json') ?? '{}');
  if (json.broken !== null) {
    findings.push({
      file: 'pack.json',
      ...json.broken,
      severity: 'error',
      fix: 'write valid JSON',
    });
  }
  const row = isObject(json.value) ? json.value : {};
  const reader = rowReader(jsonRow('pack.json', { json, row, pointer: '' }), NO_TERMS, findings);
  const weekend = reader.list('weekend').map(Number);
  if (weekend.some((day) => !(day >= 1 && day <= 7)))
    reader.fail('weekend', 'has no ISO week days', 'write [6, 7]');
  const country = reader.text('country');
  if (!/^[A-Z]{2}$/.test(country))
    reader.fail('country', 'is no ISO 3166-1 alpha-2 code', 'write two capital letters');
  const currency = reader.text('currency');
  if (!/^[A-Z]{3}$/.test(currency))
    reader.fail('currency', 'is no ISO 4217 code', 'write three capital letters');
  return {
    id: reader.text('id'),
    title: reader.text('title'),
    version: reader.text('version'),
    country,
    currency,
    zone: reader.text('zone'),
    zoneOffsetMinutes: reader.integer('zoneOffsetMinutes', { least: -720, most: 840 }),
    languages: reader.list('languages'),
    weekend,
    inForceFrom: reader.day('inForceFrom'),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What rows refer to: the ids of thresholds and the named conditions are read first. */
function readTerms(texts: PackTexts, head: Head, findings: PackFinding[]): PackTerms {
  const thresholds = rowsOfCsv('thresholds.csv', texts.get('thresholds.csv') ?? '').rows;
  const json = readJsonText(texts.get('conditions.json') ?? '{}');
  if (json.broken !== null)
    findings.push({
      file: 'conditions.json',
      ...json.broken,
      severity: 'error',
      fix: 'write valid JSON',
    });
  const parameters = rowsOfCsv('parameters.csv', texts.get('parameters.csv') ?? '').rows;
  return {
    currency: head.currency,
    thresholds: new Set(thresholds.map((row) => row.textOf('id') ?? '')),
    parameters: new Map(
      parameters.map((row) => [row.textOf('id') ?? '', (row.textOf('choices') ?? '').split(';')]),
    ),
    conditions: isObject(json.value) ? json.value : {},
  };
}

type Context = RowContext & { readonly places: WeakMap<object, RowPlace> };

function readPack(texts: PackTexts, head: Head, context: Context): Pack {
  const rows = <T>(
    file: PackFile,
    readRow: (row: RowReader, context: RowContext) => T,
  ): readonly T[] => readRows({ file, text: texts.get(file) }, readRow, context);
  return {
    ...head,
    messages: readMessages(texts, context.findings),
    sources: rows('sources.csv', read.readSource),
    parameters: rows('parameters.csv', read.readParameter),
    thresholds: rows('thresholds.csv', read.readThreshold),
    rates: rows('rates.csv', read.readRateRow),
    taxBases: rows('tax-bases.csv', read.readTaxBase),
    roundings: rows('roundings.csv', read.readRoundingRow),
    collectors: rows('collectors.csv', read.readCollector),
    registrations: rows('registrations.csv', readRegistration),
    quotas: rows('quotas.csv', read.readQuota),
    deadlines: rows('deadlines.csv', read.readDeadline),
    prohibitions: rows('prohibitions.csv', read.readProhibition),
    dataQuality: rows('data-quality.csv', read.readDataQualityRow),
    returns: rows('returns.csv', read.readReturnRow),
    retentions: rows('retention.csv', read.readRetentionRow),
    precedences: rows('precedences.csv', read.readPrecedence),
    exchangeRates: rows('exchange-rates.csv', read.readExchangeRate),
    commodityCodes: rows('commodity-codes.csv', read.readCommodityCode),
    offices: rows('offices.csv', read.readOffice),
    holidays: rows('holidays.csv', read.readHoliday),
    datasets: rows('datasets.json', readDataset),
    categories: rows('categories.json', read.readCategoryRow),
    selections: rows('selections.json', readSelectionRow),
    riskRules: rows('risk-rules.json', readRiskRule),
  };
}

type FileText = { readonly file: PackFile; readonly text: string | undefined };

function readRows<T>(
  from: FileText,
  readRow: (row: RowReader, context: RowContext) => T,
  context: Context,
): readonly T[] {
  if (from.text === undefined) return [];
  const sources = from.file.endsWith('.json')
    ? rowsOfJson(from.file, from.text)
    : rowsOfCsv(from.file, from.text);
  context.findings.push(...sources.findings);
  checkEnding(sources.rows[0], context.findings);
  const found: T[] = [];
  for (const source of sources.rows) {
    const reader = rowReader(source, context.terms, context.findings);
    const row = readRow(reader, context);
    if (reader.failed()) continue;
    found.push(row);
    if (typeof row === 'object' && row !== null) {
      context.places.set(row, { file: from.file, ...source.placeOf('id') });
    }
  }
  return found;
}

const ENDING = ['from', 'until', 'known_from', 'source', 'read_on', 'verified'];

/** Every row of a CSV file of law ends alike, so that a reader finds period and source at once. */
function checkEnding(row: RowSource | undefined, findings: PackFinding[]): void {
  if (row === undefined || !row.file.endsWith('.csv') || row.file === 'sources.csv') return;
  if (row.fields.slice(-ENDING.length).join() === ENDING.join()) return;
  findings.push({
    file: row.file, line: 1, column: 1, severity: 'error', reason: 'the columns do not end as every file of law does', fix: `end with ${ENDING.join(',')}`,
  }); // prettier-ignore
}

/** messages/<language>.json: code to text. */
function readMessages(texts: PackTexts, findings: PackFinding[]): Pack['messages'] {
  const messages: [string, Readonly<Record<string, string>>][] = [];
  for (const [file, text] of texts) {
    const language = /^messages\/([A-Za-z-]+)\.json$/.exec(file)?.[1];
    if (language === undefined) continue;
    const json = readJsonText(text);
    if (json.broken !== null)
      findings.push({ file, ...json.broken, severity: 'error', fix: 'write valid JSON' });
    const members = Object.entries(isObject(json.value) ? json.value : {});
    messages.push([
      language,
      Object.fromEntries(
        members.filter((member): member is [string, string] => typeof member[1] === 'string'),
      ),
    ]);
  }
  return Object.fromEntries(messages);
}
