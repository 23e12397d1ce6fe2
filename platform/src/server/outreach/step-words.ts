/** Says the steps of a charge in a visitor's words; a step without words of its own is shown as the law spells it. */
import type { ChargeStep } from '../../domain/charges/charge.ts';
import { percentText } from '../percent-text.ts';
import type { Language } from '../place-names.ts';
import { figure, html, isolated, marked, type Html } from './html.ts';

type Words = {
  readonly parts: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
  readonly modes: Readonly<Record<string, string>>;
  readonly and: string;
  readonly counted: (parts: string, result: string) => string;
  readonly share: (percent: string, base: string, result: string) => string;
  readonly beyond: (share: string, base: string) => string;
  readonly per: (rate: string, unit: string, count: string) => string;
  readonly both: (result: string) => string;
  readonly rounded: (mode: string, step: string, result: string) => string;
  readonly total: (mode: string, step: string, result: string) => string;
  readonly exchanged: (part: string, base: string, rate: string) => string;
  readonly becomes: (result: string) => string;
};

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    parts: { goods: 'goods', freight: 'freight', insurance: 'insurance', duty: 'duty', excise: 'excise', fees: 'fees', 'price of the goods': 'Price of the goods' },
    units: { line: 'kind of goods', item: 'article', consignment: 'parcel', parcel: 'parcel', piece: 'piece', kilogram: 'kilogram', entry: 'declaration' },
    modes: { 'half-up': 'to the nearest', 'half-even': 'to the nearest', down: 'down to', up: 'up to' },
    and: ', ',
    counted: (parts, result) => `What counts (${parts}): ${result}`,
    share: (percent, base, result) => `${percent} of ${base} is ${result}`,
    beyond: (share, base) => `Only the part beyond the relief counts: ${share} of ${base}`,
    per: (rate, unit, count) => `${rate} for each ${unit}, times ${count}`,
    both: (result) => `Both together: ${result}`,
    rounded: (mode, step, result) => `Rounded ${mode} ${step}: ${result}`,
    total: (mode, step, result) => `So that the total is rounded ${mode} ${step}, this line becomes ${result}`,
    exchanged: (part, base, rate) => `${part}: ${base} at the rate ${rate}`,
    becomes: (result) => `gives ${result}`,
  },
  ar: {
    parts: { goods: 'البضاعة', freight: 'النقل', insurance: 'التأمين', duty: 'الرسم الجمركي', excise: 'الضريبة الانتقائية', fees: 'الأجور', 'price of the goods': 'ثمن البضاعة' },
    units: { line: 'نوع', item: 'صنف', consignment: 'طرد', parcel: 'طرد', piece: 'قطعة', kilogram: 'كيلوغرام', entry: 'تصريح' },
    modes: { 'half-up': 'إلى أقرب', 'half-even': 'إلى أقرب', down: 'نزولًا إلى', up: 'صعودًا إلى' },
    and: '، ',
    counted: (parts, result) => `ما يُحسب (${parts}): ${result}`,
    share: (percent, base, result) => `${percent} من ${base} تساوي ${result}`,
    beyond: (share, base) => `يُحسب ما فوق الإعفاء وحده: ${share} من ${base}`,
    per: (rate, unit, count) => `${rate} عن كل ${unit}، ضرب ${count}`,
    both: (result) => `المجموع: ${result}`,
    rounded: (mode, step, result) => `بالتقريب ${mode} ${step}: ${result}`,
    total: (mode, step, result) => `ليُقرَّب المجموع ${mode} ${step} يصبح هذا السطر ${result}`,
    exchanged: (part, base, rate) => `${part}: ${base} بسعر ${rate}`,
    becomes: (result) => `فيصبح ${result}`,
  },
}; // prettier-ignore

const COMPONENTS = /^[a-z]+(?: \+ [a-z]+)*$/;
const ROUNDED =
  /^(?<lead>.*?)(?:, )?rounded (?<mode>half-up|half-even|down|up) to (?<step>[\d.]+ [A-Z]{3})$/;

export function stepWords(step: ChargeStep, language: Language): Html {
  const said = sentenceOf(step, WORDS[language]);
  if (said !== null) return marked(said);
  const { what, base = '', rate = '', result } = step;
  return html`<span lang="en" dir="ltr"
    >${[what, base, rate, result].filter((part) => part !== '').join(' · ')}</span
  >`;
}

function sentenceOf({ what, base = '', rate = '', result }: ChargeStep, words: Words): string | null {
  const gives = figure(result);
  if (what === 'share of the value') return words.share(figure(percentText(rate) ?? rate), figure(base), gives);
  if (what === 'share of the value beyond the relief') return words.beyond(figure(percentText(rate) ?? rate), gives);
  if (what === 'both parts') return words.both(gives);
  if (what.startsWith('amount per ')) {
    const unit = words.units[what.slice('amount per '.length)];
    if (unit === undefined) return null;
    return `${words.per(figure(rate.replace(/ per .*$/, '')), unit, figure(base))}: ${gives}`;
  }
  return roundedSentence({ what, base, rate, result }, words) ?? countedSentence(what, gives, words);
} // prettier-ignore

type Parts = Readonly<Record<'what' | 'base' | 'rate' | 'result', string>>;

function roundedSentence({ what, base, rate, result }: Parts, words: Words): string | null {
  const { lead = '', mode = '', step = '' } = ROUNDED.exec(what)?.groups ?? {};
  const how = words.modes[mode];
  if (how === undefined) return null;
  if (lead === '') return words.rounded(how, figure(step), figure(result));
  if (lead.startsWith('total payable')) return words.total(how, figure(step), figure(result));
  const part = words.parts[lead];
  if (part === undefined) return null;
  return `${words.exchanged(part, figure(base), figure(rate))}${words.and}${words.becomes(figure(result))}`;
}

function countedSentence(what: string, gives: string, words: Words): string | null {
  if (!COMPONENTS.test(what)) return null;
  const parts = what.split(' + ').map((part) => words.parts[part] ?? part);
  return words.counted(parts.join(words.and), gives);
}

/** A figure of money for a column: the amount alone, its direction kept. */
export const amountCell = (amount: string): Html =>
  html`<span class="amount">${isolated(amount)}</span>`;
