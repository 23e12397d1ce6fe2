/** Reads each kind of row that a pack may hold; the words of each field stand here and in packs/schema. */
import { EXCHANGE_RULES } from './exchange-day.ts';
import {
  FACTS_OF_CATEGORIES,
  FACTS_OF_PARCELS,
  FACTS_OF_RATES,
  FACTS_OF_VALUATIONS,
} from './fact-types.ts';
import type {
  CategoryRow,
  Collector,
  DataQualityRow,
  Deadline,
  LawRow,
  Parameter,
  Precedence,
  Prohibition,
  Quota,
  RateRow,
  RetentionRow,
  ReturnRow,
  RoundingRow,
  TaxBase,
  Threshold,
} from './pack.ts';
import type { ExchangeRate, Office, Source } from './pack-lists.ts';
import { RETENTION_CLASSES } from './pack.ts';
import { readExpression } from './read-expression.ts';
import type { RowReader } from './row-reader.ts';
import type { Day } from '../kernel/day.ts';
import { LANES } from '../kernel/lane.ts';
import type { Period } from '../kernel/period.ts';
import type { Rounding } from '../kernel/rate.ts';

export const TAXES = ['duty', 'vat', 'gst', 'excise', 'fee'] as const;
const CHANNELS = ['post', 'express', 'freight', 'any'] as const;
const COMPONENTS = ['goods', 'freight', 'insurance', 'customs-value', 'duty', 'excise', 'fees', 'vat'] as const; // prettier-ignore
const UNITS = ['line', 'item', 'consignment', 'parcel', 'piece', 'kilogram', 'litre', 'alcohol-litre', 'entry'] as const; // prettier-ignore
const CONSEQUENCES = ['reject', 'full-tax', 'general-trade'] as const;
const MODES = ['air', 'sea', 'road', 'rail'] as const;
const NATURES = ['sale', 'gift', 'sample', 'documents', 'return', 'personal-effects', 'mixed', 'other'] as const; // prettier-ignore
const KINDS = ['order', 'payment', 'logistics', 'declaration', 'arrival'] as const;
const DIRECTIONS = ['import', 'export', 'transit', 'return'] as const;
const SCOPES = [
  'item',
  'line',
  'consignment',
  'parcel',
  'order',
  'person-day',
  'person-year',
] as const;

const BASES = ['duty-base', 'vat-base', 'gst-base', 'excise-base', 'fee-base'] as const;

export function readPeriod(row: RowReader): Period {
  const from = row.day('from');
  const until = row.dayOrNull('until');
  if (until !== null && until <= from)
    row.fail('until', 'is not after from', 'the first day it no longer applies, or empty');
  return { from, until };
}

/** The columns that end every row of law. */
export function readLawRow(row: RowReader): LawRow {
  const note = row.textOrNull('note');
  const setting = row.settingOrNull('setting');
  return {
    id: row.text('id'),
    ...readPeriod(row),
    knownFrom: row.day('knownFrom'),
    source: row.text('source'),
    readOn: row.day('readOn'),
    verified: row.truth('verified'),
    ...(note === null ? {} : { note }),
    ...(setting === null ? {} : { setting }),
  };
}

export const readThreshold = (row: RowReader): Threshold => ({
  ...readLawRow(row),
  tax: row.choice('tax', TAXES),
  amount: row.moneyOfAny('amount'),
  basis: row.choice('basis', ['intrinsic', 'cif', 'fob', 'retail', 'customs', 'tax-amount']),
  scope: row.choice('scope', SCOPES),
  comparator: row.choice('comparator', ['at-most', 'below']),
  mode: row.choice('mode', ['exempt', 'cliff', 'slice', 'not-levied']),
  channel: row.choice('channel', CHANNELS),
  natures: row.choices('natures', NATURES),
  originIn: row.list('originIn'),
  goodsIn: row.codes('goodsIn'),
  goodsNotIn: row.codes('goodsNotIn'),
  measures: row.list('measures'),
  sellerRegistered: row.truthOrNull('sellerRegistered'),
  when: row.conditionOrNull('when', FACTS_OF_RATES),
});

export function readRateRow(row: RowReader): RateRow {
  const rate = row.rateOrNull('rate');
  const amount = row.moneyOrNull('amount');
  const lacks = row.textOrNull('lacks');
  const expression = readExpression(row);
  const named = [rate ?? amount, lacks, expression].filter((way) => way !== null).length;
  if (named === 0)
    row.fail('rate', 'is empty, and so is amount', 'write a rate, an amount, or both');
  if (named > 1)
    row.fail(lacks === null ? 'expression' : 'lacks', 'is written beside a rate', 'write the whole rate in one way'); // prettier-ignore
  if (lacks !== null && !lacks.startsWith('/'))
    row.fail('lacks', `"${lacks}" is no JSON Pointer`, 'write /law or the place of a fact');
  return {
    ...readLawRow(row),
    tax: row.choice('tax', TAXES),
    measure: row.text('measure'),
    rate,
    grossedUpBy: row.rateOrNull('grossedUpBy'),
    shareOwed: row.rateOrNull('shareOwed'),
    specific: amount === null ? null : { amount, per: row.choice('per', UNITS) },
    base: row.choices('base', COMPONENTS),
    commodityPrefixes: row.codes('commodityPrefixes'),
    origins: row.list('origins'),
    direction: row.choice('direction', DIRECTIONS),
    channel: row.choice('channel', CHANNELS),
    modes: row.choices('modes', MODES),
    when: row.conditionOrNull('when', FACTS_OF_RATES),
    ...(lacks === null ? {} : { lacks }),
    ...(expression === null ? {} : { expression }),
  };
}

export const readTaxBase = (row: RowReader): TaxBase => ({
  ...readLawRow(row),
  tax: row.choice('tax', TAXES),
  include: row.choices('include', COMPONENTS),
  goodsShare: row.rateOrNull('goodsShare'),
  when: row.conditionOrNull('when', FACTS_OF_VALUATIONS),
  exchangeRule: row.choice('exchangeRule', EXCHANGE_RULES),
});

export const readCollector = (row: RowReader): Collector => ({
  ...readLawRow(row),
  model: row.choice('model', [
    'vendor',
    'platform',
    'redeliverer',
    'post',
    'express',
    'buyer',
    'payment',
  ]),
  scheme: row.text('scheme'),
  taxes: row.choices('taxes', TAXES),
  period: row.choice('period', ['month', 'quarter', 'transaction']),
  fallback: row.integer('fallback', { least: 1, most: 99 }),
  goodsNotIn: row.codes('goodsNotIn'),
  valueAtMost: row.moneyOrNull('valueAtMost'),
  valueScope: row.choice('valueScope', ['item', 'consignment']),
  numberForm: row.textOrNull('numberForm'),
});

export function readQuota(row: RowReader): Quota {
  const overQuota = row.choice('overQuota', CONSEQUENCES);
  return {
    ...readLawRow(row),
    perTransaction: row.moneyOrNull('perTransaction'),
    perYear: row.moneyOrNull('perYear'),
    basis: row.choiceOr('basis', ['intrinsic', 'customs']),
    overQuota,
    overYear:
      row.textOrNull('overYear') === null ? overQuota : row.choice('overYear', CONSEQUENCES),
    when: row.conditionOrNull('when', FACTS_OF_PARCELS),
  };
}

/** A parameter has one of its choices as value: rows of the others wait. */
export function readParameter(row: RowReader): Parameter {
  const value = row.text('value');
  const choices = row.list('choices');
  if (!choices.includes(value))
    row.fail('value', `"${value}" is not one of the choices`, 'name one of them');
  return { ...readLawRow(row), value, choices };
}

export const readDeadline = (row: RowReader): Deadline => ({
  ...readLawRow(row),
  mode: row.choice('mode', [...MODES, 'any']),
  event: row.text('event'),
  before: row.choice('before', ['loading', 'departure', 'arrival', 'notice']),
  offsetMinutes: row.integer('offsetMinutes', { least: 0, most: 5_270_400 }),
});

export const readProhibition = (row: RowReader): Prohibition => ({
  ...readLawRow(row),
  category: row.text('category'),
  action: row.choice('action', ['refuse', 'seize', 'hold', 'licence']),
  lane: row.choice('lane', LANES),
  agency: row.text('agency'),
  commodityPrefixes: row.codes('commodityPrefixes'),
  keywords: row.list('keywords'),
  origins: row.list('origins'),
  licence: row.textOrNull('licence'),
});

export const readDataQualityRow = (row: RowReader): DataQualityRow => ({
  ...readLawRow(row),
  field: row.text('field'),
  rule: row.text('rule'),
  severity: row.choice('severity', ['error', 'warning', 'notice']),
  terms: row.list('terms'),
  language: row.textOrNull('language'),
});

export const readReturnRow = (row: RowReader): ReturnRow => ({
  ...readLawRow(row),
  windowDays: row.integer('windowDays', { least: 1, most: 3_660 }),
  refundOf: row.choices('refundOf', TAXES),
  evidence: row.list('evidence'),
  applicants: row.list('applicants'),
});

export const readRetentionRow = (row: RowReader): RetentionRow => ({
  ...readLawRow(row),
  retentionClass: row.choice('retentionClass', RETENTION_CLASSES),
  years: row.integer('years', { least: 1, most: 100 }),
  countedFrom: row.choice('countedFrom', ['day', 'year-end']),
});

export const readRoundingRow = (row: RowReader): RoundingRow => ({
  ...readLawRow(row),
  applies: row.choice('applies', ['exchange', 'customs-value', 'total', ...TAXES, ...BASES]),
  scope: row.choiceOr('scope', ['line', 'parcel']),
  rounding: readRounding(row),
});

/** `step` is an amount: 0.05 rounds to multiples of five hundredths. */
function readRounding(row: RowReader): Rounding {
  const mode = row.choice('mode', ['half-up', 'half-even', 'down', 'up']);
  const step = row.money('step').minor;
  if (step === 0n) row.fail('step', 'is zero', 'write the smallest amount that is charged');
  return { mode, step: step === 0n ? 1n : step };
}

export function readCategoryRow(row: RowReader): CategoryRow {
  const category = Number(row.choice('category', ['1', '2', '3', '4']));
  return {
    ...readLawRow(row),
    category: category === 1 || category === 2 || category === 3 ? category : 4,
    when: row.conditionOrNull('when', FACTS_OF_CATEGORIES) ?? { all: [] },
  };
}

export const readPrecedence = (row: RowReader): Precedence => ({
  ...readLawRow(row),
  element: row.text('element'),
  kinds: row.choices('kinds', KINDS),
});

export function readExchangeRate(row: RowReader): ExchangeRate {
  const rate = row.rateOrNull('rate');
  if (rate === null || rate.numerator === 0n)
    row.fail('rate', 'is empty or zero', 'units of the currency of law for one unit');
  return {
    ...readPeriod(row),
    currency: row.text('currency'),
    rate: rate ?? { numerator: 1n, denominator: 1n },
    source: row.text('source'),
    verified: row.truth('verified'),
  };
}

export const readOffice = (row: RowReader): Office => ({
  ...readPeriod(row),
  code: row.text('code'),
  name: row.text('name'),
  kind: row.text('kind'),
  modes: row.choices('modes', MODES),
});

export const readSource = (row: RowReader): Source => ({
  id: row.text('id'),
  title: row.text('title'),
  article: row.textOrNull('article') ?? '',
  permalink: row.textOrNull('permalink') ?? '',
  readOn: row.day('readOn'),
});

export const readHoliday = (row: RowReader): Day => row.day('day');

export function readCommodityCode(row: RowReader): Period & { readonly code: string } {
  const code = row.text('code');
  if (!/^[0-9]{6,14}$/.test(code))
    row.fail('code', `"${code}" is no commodity code`, 'write 6 to 14 digits');
  return { code, ...readPeriod(row) };
}
