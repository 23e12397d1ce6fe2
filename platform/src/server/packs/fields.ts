/** Describes every field of every file of a pack: the schemas, the checks for stray columns and the reference are made of it. */
import { EXCHANGE_RULES } from '../../domain/jurisdiction/exchange-day.ts';
import { RETENTION_CLASSES } from '../../domain/jurisdiction/pack.ts';
import { TURNOVER_PERIODS, TURNOVERS } from '../../domain/jurisdiction/registration.ts';
import { LANES } from '../../domain/kernel/lane.ts';

/** `list` cells join their members with semicolons; `condition` cells name a member of conditions.json. */
export type FieldType =
  | 'text'
  | 'words'
  | 'list'
  | 'codes'
  | 'amount'
  | 'rate'
  | 'integer'
  | 'truth'
  | 'day'
  | 'condition'
  | 'objects';

export type Field = {
  readonly name: string;
  readonly type: FieldType;
  readonly optional?: boolean;
  /** The column may be missing altogether. */
  readonly mayLack?: boolean;
  readonly words?: readonly string[];
  readonly says: string;
};

export type FileKind = {
  readonly file: string;
  readonly says: string;
  readonly fields: readonly Field[];
};

const TAXES = ['duty', 'vat', 'gst', 'excise', 'fee'];
const CHANNELS = ['post', 'express', 'freight', 'any'];
const MODES = ['air', 'sea', 'road', 'rail'];
const COMPONENTS = [
  'goods',
  'freight',
  'insurance',
  'customs-value',
  'duty',
  'excise',
  'fees',
  'vat',
];
const CONSEQUENCES = ['reject', 'full-tax', 'general-trade'];

const id: Field = {
  name: 'id',
  type: 'text',
  says: 'Stable name of the rule; the same through all its periods.',
};
const tax: Field = { name: 'tax', type: 'words', words: TAXES, says: 'The charge it is about.' };
const currency: Field = {
  name: 'currency',
  type: 'text',
  optional: true,
  says: 'The currency of the pack; may be left empty.',
};
const note: Field = {
  name: 'note',
  type: 'text',
  optional: true,
  mayLack: true,
  says: 'Why the row corrects an earlier one, or what a reader must know.',
};
const setting: Field = {
  name: 'setting',
  type: 'text',
  optional: true,
  mayLack: true,
  says: 'Holds only while a parameter has this value: parameter=value.',
};
const when: Field = {
  name: 'when',
  type: 'condition',
  optional: true,
  says: 'Holds only where this condition does.',
};
const channel: Field = {
  name: 'channel',
  type: 'words',
  words: CHANNELS,
  says: 'Channel of carriage, or any.',
};

/** Ends every row of law. */
const ENDING: readonly Field[] = [
  { name: 'from', type: 'day', says: 'First day on which it applies.' },
  {
    name: 'until',
    type: 'day',
    optional: true,
    says: 'First day on which it no longer applies; empty when open.',
  },
  { name: 'known_from', type: 'day', says: 'Day of publication.' },
  { name: 'source', type: 'text', says: 'Id in sources.csv.' },
  { name: 'read_on', type: 'day', says: 'Day on which the source was read.' },
  {
    name: 'verified',
    type: 'truth',
    says: 'True when a primary source says so; such a row alone may bind anybody.',
  },
];

const law = (file: string, says: string, fields: readonly Field[]): FileKind => ({ file, says, fields: [id, ...fields, setting, note, ...ENDING] }); // prettier-ignore

export const FILE_KINDS: readonly FileKind[] = [
  law('parameters.csv', 'Points on which practice differs: rows of each reading carry a setting, the value here chooses.', [
    { name: 'value', type: 'text', says: 'The choice that holds.' },
    { name: 'choices', type: 'list', says: 'The choices there are.' },
  ]),
  law('thresholds.csv', 'Values up to which a charge is relieved, and amounts that are too small to collect.', [
    tax,
    { name: 'amount', type: 'amount', says: 'Where the line is drawn.' },
    { ...currency, says: 'The currency in which the law names the amount; empty means that of the pack.' },
    { name: 'basis', type: 'words', words: ['intrinsic', 'cif', 'fob', 'retail', 'customs', 'tax-amount'], says: 'What is compared: the price of the goods (intrinsic, fob, retail), the price with freight and insurance (cif), the value for Customs, or the computed charge.' },
    { name: 'scope', type: 'words', words: ['item', 'line', 'consignment', 'parcel', 'order', 'person-day', 'person-year'], says: 'What is added up first. A line is all items of one six-digit code.' },
    { name: 'comparator', type: 'words', words: ['at-most', 'below'], says: 'Whether the amount itself is still within.' },
    { name: 'mode', type: 'words', words: ['exempt', 'cliff', 'slice', 'not-levied'], says: 'exempt: covered goods owe nothing within; cliff: all or nothing for the scope; slice: only the part beyond is charged; not-levied: a computed charge this small is dropped.' },
    channel,
    { name: 'natures', type: 'list', optional: true, says: 'Natures of transaction it is for; empty means all.' },
    { name: 'origin_in', type: 'list', optional: true, says: 'Countries of origin; empty means all.' },
    { name: 'goods_in', type: 'codes', optional: true, says: 'Commodity codes or prefixes it is for.' },
    { name: 'goods_not_in', type: 'codes', optional: true, says: 'Commodity codes or prefixes it is not for.' },
    { name: 'measures', type: 'list', optional: true, says: 'Measures of the tax that are relieved; empty means all.' },
    { name: 'seller_registered', type: 'truth', optional: true, says: 'true: only where a registered collector covers the goods; false: only where none does.' },
    when,
  ]),
  law('rates.csv', 'What is charged. Rows of one measure compete, the most specific wins; measures add up.', [
    tax,
    { name: 'measure', type: 'text', says: 'Name of the measure, such as tariff, trade-remedy or clearance-fee.' },
    { name: 'rate', type: 'rate', optional: true, says: 'Ad valorem part as a plain decimal: 0.15.' },
    { name: 'grossed_up_by', type: 'rate', mayLack: true, optional: true, says: 'The share of the taxed price that is tax: the base is divided by one less it before the rate is applied.' },
    { name: 'share_owed', type: 'rate', mayLack: true, optional: true, says: 'The share of the ad valorem part that is owed: 0.7 of a tax.' },
    { name: 'amount', type: 'amount', optional: true, says: 'Specific part.' },
    currency,
    { name: 'per', type: 'words', optional: true, words: ['line', 'item', 'consignment', 'parcel', 'piece', 'kilogram', 'litre', 'alcohol-litre', 'entry'], says: 'What the amount is charged for. Per kilogram: of the item when the row has prefixes, else of the parcel. Per litre, or litre of pure alcohol: of the quantity of the item.' },
    { name: 'base', type: 'list', optional: true, words: COMPONENTS, says: 'What the rate is computed on; empty means the tax base.' },
    { name: 'commodity_prefixes', type: 'codes', optional: true, says: 'The longest matching prefix wins; empty means every code.' },
    { name: 'origins', type: 'list', optional: true, says: 'Countries of origin.' },
    { name: 'direction', type: 'words', words: ['import', 'export', 'transit', 'return'], says: 'Direction of the parcel.' },
    channel,
    { name: 'modes', type: 'list', optional: true, words: MODES, says: 'Modes of transport.' },
    when,
    { name: 'lacks', type: 'text', optional: true, mayLack: true, says: 'Instead of rate and amount: JSON Pointer of the fact without which no rate is known (* is the item), or /law where no row of the pack has it. The assessment is incomplete.' },
    { name: 'expression', type: 'text', optional: true, mayLack: true, says: 'Instead of rate and amount: the whole rate on an item as tariffs write it, such as 10 % + 93.10 EUR / 100 kg MIN 0.60 EUR / kg. "the applicable rate" is that of the tariff that was imported.' },
  ]),
  law('tax-bases.csv', 'What each tax is computed on, and how amounts are converted.', [
    tax,
    { name: 'include', type: 'list', words: COMPONENTS, says: 'Components of the base. That of duty is the value for Customs.' },
    { name: 'goods_share', type: 'rate', mayLack: true, optional: true, says: 'Only for duty: the share of the price of the goods that counts.' },
    { ...when, mayLack: true, says: 'Only for duty: values the parcels for which it holds in place of the row without condition.' },
    { name: 'exchange_rule', type: 'words', words: EXCHANGE_RULES, says: 'Day whose exchange rate counts; the Wednesdays are of the month before, and rates of a fixed period are rows of that period under the first.' },
  ]),
  law('roundings.csv', 'The one rounding of each figure.', [
    { name: 'applies', type: 'words', words: ['exchange', 'customs-value', 'total', ...TAXES, ...TAXES.map((one) => `${one}-base`)], says: 'The figure: a converted amount, a value, a charge, what a charge at the border is computed on, or what is payable at the border.' },
    { name: 'scope', type: 'words', optional: true, mayLack: true, words: ['line', 'parcel'], says: 'Of a charge: each line is rounded, or the sum of what the kind owes at the border.' },
    { name: 'mode', type: 'words', words: ['half-up', 'half-even', 'down', 'up'], says: 'Mode of rounding.' },
    { name: 'step', type: 'amount', says: 'Smallest amount: 0.05 rounds to multiples of it.' },
  ]),
  law('collectors.csv', 'Who may collect which charges before the goods travel, and who pays them at the border.', [
    { name: 'model', type: 'words', words: ['vendor', 'platform', 'redeliverer', 'post', 'express', 'buyer', 'payment'], says: 'Kind of collector. Post, express and buyer pay at the border.' },
    { name: 'scheme', type: 'text', says: 'Name of the scheme in messages.' },
    { name: 'taxes', type: 'list', words: TAXES, says: 'Charges that are collected.' },
    { name: 'period', type: 'words', words: ['month', 'quarter', 'transaction'], says: 'How often it accounts.' },
    { name: 'fallback', type: 'integer', says: 'Order in which collectors are liable.' },
    { name: 'goods_not_in', type: 'codes', optional: true, says: 'Goods outside the scheme.' },
    { name: 'value_at_most', type: 'amount', optional: true, says: 'Greatest value under the scheme.' },
    currency,
    { name: 'value_scope', type: 'words', words: ['item', 'consignment'], says: 'What that value is held against.' },
    { name: 'number_form', type: 'text', optional: true, says: 'Form of its numbers: # is a digit, @ a capital letter.' },
  ]),
  law('quotas.csv', 'How much one person may buy under a regime.', [
    { name: 'per_transaction', type: 'amount', optional: true, says: 'For one parcel.' },
    { name: 'per_year', type: 'amount', optional: true, says: 'For one person and year.' },
    currency,
    { name: 'basis', type: 'words', optional: true, mayLack: true, words: ['intrinsic', 'customs'], says: 'What is held against it: the price of the goods, or the value for Customs.' },
    { name: 'over_quota', type: 'words', words: CONSEQUENCES, says: 'What happens beyond.' },
    { name: 'over_year', type: 'words', mayLack: true, optional: true, words: CONSEQUENCES, says: 'What happens beyond the amount of the year, where it is something else.' },
    when,
  ]),
  law('registrations.csv', 'When somebody outside must register as a collector.', [
    { name: 'schemes', type: 'list', says: 'Schemes of collectors.csv that it leads to.' },
    { name: 'group', type: 'text', optional: true, says: 'Rows of one group must all be met; any other row obliges alone.' },
    { name: 'counts', type: 'words', words: TURNOVERS, says: 'Turnover that is counted.' },
    { name: 'amount', type: 'amount', says: 'Where the line is drawn.' },
    currency,
    { name: 'comparator', type: 'words', words: ['above', 'at-least'], says: 'Whether the amount itself obliges.' },
    { name: 'period', type: 'words', words: TURNOVER_PERIODS, says: 'Time over which turnover is added up; first-supply obliges at once.' },
  ]),
  law('deadlines.csv', 'Time limits of messages, answers and notices.', [
    { name: 'mode', type: 'words', words: [...MODES, 'any'], says: 'Mode of transport, or any.' },
    { name: 'event', type: 'text', says: 'What has to be done in time.' },
    { name: 'before', type: 'words', words: ['loading', 'departure', 'arrival', 'notice'], says: 'What the time is counted from; after a notice, before anything else.' },
    { name: 'offset_minutes', type: 'integer', says: 'Minutes.' },
  ]),
  law('prohibitions.csv', 'Goods that are prohibited or restricted, and the agency that decides.', [
    { name: 'category', type: 'text', says: 'Code of the taxonomy, such as CITES or NARC.' },
    { name: 'action', type: 'words', words: ['refuse', 'seize', 'hold', 'licence'], says: 'What the law does.' },
    { name: 'lane', type: 'words', words: [...LANES], says: 'Where the parcel goes until somebody decides.' },
    { name: 'agency', type: 'text', says: 'Who decides.' },
    { name: 'commodity_prefixes', type: 'codes', optional: true, says: 'Commodity codes or prefixes.' },
    { name: 'keywords', type: 'list', optional: true, says: 'Words in the description.' },
    { name: 'origins', type: 'list', optional: true, says: 'Countries of origin.' },
    { name: 'licence', type: 'text', optional: true, says: 'Kind of licence that lifts it.' },
  ]),
  law('data-quality.csv', 'What a message must not say, and how much it weighs.', [
    { name: 'field', type: 'text', says: 'Element of the message.' },
    { name: 'rule', type: 'text', says: 'Name of the check.' },
    { name: 'severity', type: 'words', words: ['error', 'warning', 'notice'], says: 'An error refuses.' },
    { name: 'terms', type: 'list', optional: true, says: 'Words or figures of the check.' },
    { name: 'language', type: 'text', optional: true, says: 'BCP 47 tag of the terms.' },
  ]),
  law('returns.csv', 'When charges are repaid for goods that go back.', [
    { name: 'window_days', type: 'integer', says: 'Days from release to return.' },
    { name: 'refund_of', type: 'list', words: TAXES, says: 'Charges that are repaid.' },
    { name: 'evidence', type: 'list', says: 'What shows the return.' },
    { name: 'applicants', type: 'list', says: 'Who may ask.' },
  ]),
  law('retention.csv', 'How long what was stated is kept before its key is deleted. Only a verified row deletes anything.', [
    { name: 'retention_class', type: 'words', words: [...RETENTION_CLASSES], says: 'What is kept under one kind of key: messages, input records and notes.' },
    { name: 'years', type: 'integer', says: 'Whole years.' },
    { name: 'counted_from', type: 'words', words: ['day', 'year-end'], says: 'From the day of recording, or from the end of its calendar year.' },
  ]),
  law('precedences.csv', 'Which source is believed first for an element.', [
    { name: 'element', type: 'text', says: 'Element, or * for all others.' },
    { name: 'kinds', type: 'list', words: ['order', 'payment', 'logistics', 'declaration', 'arrival'], says: 'Kinds of statement, the most trusted first.' },
  ]),
  law('datasets.json', 'Which elements a profile asks for.', [
    { name: 'profile', type: 'text', says: 'standard, pre-loading, historic-declaration or category-1 to category-4.' },
    { name: 'elements', type: 'objects', says: 'element, obligation (M, C, O, V for voluntary with credit) and, for C, the condition.' },
  ]),
  law('categories.json', 'The Immediate Release categories; the lowest whose condition holds is the parcel’s.', [
    { name: 'category', type: 'words', words: ['1', '2', '3', '4'], says: 'Category.' },
    { ...when, optional: false },
  ]),
  law('selections.json', 'Strata of the random selection; a parcel is in the first whose condition holds.', [
    { name: 'stratum', type: 'text', says: 'Name of the stratum.' },
    when,
    { name: 'per_million', type: 'integer', says: 'Share that is selected.' },
  ]),
  law('risk-rules.json', 'Rules of targeting.', [
    { name: 'title', type: 'text', says: 'What the rule is about.' },
    { name: 'version', type: 'integer', says: 'Counts up with each change.' },
    { name: 'mode', type: 'words', words: ['shadow', 'live'], says: 'A new rule starts in shadow and changes nothing.' },
    { name: 'scope', type: 'words', words: ['parcel', 'item'], says: 'What the condition is asked of.' },
    { ...when, optional: false },
    { name: 'effect', type: 'words', words: [...LANES, 'ask'], says: 'Lane, or a question to the sender.' },
    { name: 'weight', type: 'integer', says: '0 to 1000.' },
    { name: 'reason', type: 'text', says: 'Sentence for the officer.' },
    { name: 'look_for', type: 'text', optional: true, says: 'What to look for in the examination.' },
    { name: 'cover', type: 'truth', optional: true, says: 'True when the sentences are so general that a random selection may wear them.' },
    { name: 'question', type: 'text', optional: true, says: 'What the sender is asked.' },
  ]),
  { file: 'commodity-codes.csv', says: 'Codes of the tariff with the periods in which they exist.', fields: [{ name: 'code', type: 'text', says: 'Six to fourteen digits.' }, ...ENDING] },
  { file: 'exchange-rates.csv', says: 'Units of the currency of the pack for one unit of another.', fields: [{ name: 'currency', type: 'text', says: 'ISO 4217 code.' }, { name: 'rate', type: 'rate', says: 'Plain decimal.' }, ...ENDING] },
  { file: 'offices.csv', says: 'Offices of Customs.', fields: [{ name: 'code', type: 'text', says: 'Code of the office.' }, { name: 'name', type: 'text', says: 'Its name.' }, { name: 'kind', type: 'text', says: 'airport, post, port, border or headquarters.' }, { name: 'modes', type: 'list', words: MODES, says: 'Modes of transport it serves.' }, ...ENDING] },
  { file: 'holidays.csv', says: 'Days on which nobody works.', fields: [{ name: 'day', type: 'day', says: 'The day.' }, { name: 'name', type: 'text', says: 'Its name.' }, ...ENDING] },
  {
    file: 'sources.csv',
    says: 'Where the law was read.',
    fields: [
      id,
      { name: 'title', type: 'text', says: 'The act, or the page.' },
      { name: 'article', type: 'text', optional: true, says: 'The place in it.' },
      { name: 'permalink', type: 'text', optional: true, says: 'Where it can be read.' },
      { name: 'read_on', type: 'day', says: 'Day on which it was read.' },
    ],
  },
]; // prettier-ignore
