/** Reads the typed fields of one row and reports every field that is wrong; a row with a wrong field is dropped by its caller. */
import { checkCondition, type ConditionTerms } from './condition-check.ts';
import type { Condition, FactTypes } from './condition.ts';
import type { Setting } from './law-row.ts';
import type { PackFinding } from './pack-finding.ts';
import type { RowSource } from './row-source.ts';
import { readDay, type Day } from '../kernel/day.ts';
import { readAmount, zeroOf, type Money } from '../kernel/money.ts';
import { readRate, type Rate } from '../kernel/rate.ts';

/** What fields may refer to in the rest of the pack. */
export type PackTerms = {
  readonly currency: string;
  readonly thresholds: ReadonlySet<string>;
  /** Choices of each parameter, by its id. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** conditions.json by name: what the `when` cell of a CSV row means. */
  readonly conditions: Readonly<Record<string, unknown>>;
};

/** Each reader returns a value of its type also when the field is wrong, having reported it: look at `failed` at the end. */
export type RowReader = {
  readonly source: RowSource;
  /** Of the pack. */
  readonly currency: string;
  readonly failed: () => boolean;
  readonly fail: (field: string, reason: string, fix: string) => void;
  readonly text: (field: string) => string;
  readonly textOrNull: (field: string) => string | null;
  readonly list: (field: string) => readonly string[];
  readonly codes: (field: string) => readonly string[];
  readonly choice: <T extends string>(field: string, members: readonly [T, ...T[]]) => T;
  /** The first member where the field is empty. */
  readonly choiceOr: <T extends string>(field: string, members: readonly [T, ...T[]]) => T;
  readonly choices: <T extends string>(field: string, members: readonly T[]) => readonly T[];
  readonly integer: (
    field: string,
    range: { readonly least: number; readonly most: number },
  ) => number;
  readonly truth: (field: string) => boolean;
  readonly truthOrNull: (field: string) => boolean | null;
  readonly day: (field: string) => Day;
  readonly dayOrNull: (field: string) => Day | null;
  readonly rateOrNull: (field: string) => Rate | null;
  readonly money: (field: string) => Money;
  readonly moneyOrNull: (field: string) => Money | null;
  /** In the currency that the row names; that of the pack where it names none. */
  readonly moneyOfAny: (field: string) => Money;
  /** `parameter=value`. */
  readonly settingOrNull: (field: string) => Setting | null;
  readonly conditionOrNull: (field: string, facts: FactTypes) => Condition | null;
};

export function rowReader(source: RowSource, terms: PackTerms, findings: PackFinding[]): RowReader {
  const before = findings.length;
  const fail = (field: string, reason: string, fix: string): void => {
    findings.push({
      file: source.file,
      ...source.placeOf(field),
      severity: 'error',
      reason: `${field}: ${reason}`,
      fix,
    });
  };
  const optional = (field: string): string | null => {
    const text = source.textOf(field);
    return text === null || text === '' ? null : text;
  };
  const text = (field: string): string => {
    const found = optional(field);
    if (found === null) fail(field, 'is empty', 'write a value');
    else if (found !== found.trim()) fail(field, 'begins or ends with a blank', 'remove the blank');
    return found ?? '';
  };
  const cells = { source, fail, optional, text };
  return {
    source,
    currency: terms.currency,
    fail,
    failed: () => findings.length > before,
    text,
    textOrNull: optional,
    ...listReaders(cells),
    ...plainReaders(cells),
    ...moneyReaders(cells, terms),
    settingOrNull: (field) => readSetting(cells, field, terms),
    conditionOrNull: (field, facts) =>
      readCondition({ cells, field, findings }, { facts, thresholds: terms.thresholds }, terms),
  };
}

type Cells = Pick<RowReader, 'source' | 'fail' | 'text'> & {
  readonly optional: (field: string) => string | null;
};

const COMMODITY_PREFIX = /^[0-9]{2,14}$/;

function listReaders({
  fail,
  optional,
  text,
}: Cells): Pick<RowReader, 'list' | 'codes' | 'choice' | 'choiceOr' | 'choices'> {
  const list = (field: string): readonly string[] => {
    const found = optional(field);
    if (found === null) return [];
    const parts = found.split(';').map((part) => part.trim());
    if (parts.includes('')) fail(field, 'has an empty member', 'remove the stray semicolon');
    if (new Set(parts).size < parts.length)
      fail(field, 'names a member twice', 'remove the second one');
    return parts;
  };
  const choice = <T extends string>(field: string, members: readonly [T, ...T[]]): T => {
    const found = text(field);
    const member = members.find((known) => known === found);
    if (member === undefined && found !== '')
      fail(field, `"${found}" is not a word of this field`, `use one of ${members.join(', ')}`);
    return member ?? members[0];
  };
  return {
    list,
    codes: (field) => {
      const codes = list(field);
      for (const code of codes) {
        if (!COMMODITY_PREFIX.test(code))
          fail(field, `"${code}" is no commodity code or prefix`, 'write 2 to 14 digits');
      }
      return codes;
    },
    choice,
    choiceOr: (field, members) => (optional(field) === null ? members[0] : choice(field, members)),
    choices: (field, members) => {
      const known = list(field);
      const found = known.filter((word): word is (typeof members)[number] =>
        members.some((member) => member === word),
      );
      if (found.length < known.length)
        fail(field, 'has a word that is not of this field', `use ${members.join(', ')}`);
      return found;
    },
  };
}

function plainReaders({
  fail,
  optional,
  text,
}: Cells): Pick<
  RowReader,
  'integer' | 'truth' | 'truthOrNull' | 'day' | 'dayOrNull' | 'rateOrNull'
> {
  const truthOrNull = (field: string): boolean | null => {
    const found = optional(field);
    if (found === null) return null;
    if (found !== 'true' && found !== 'false')
      fail(field, `"${found}" is not a truth value`, 'write true or false');
    return found === 'true';
  };
  const dayOrNull = (field: string): Day | null => {
    const found = optional(field);
    if (found === null) return null;
    const day = readDay(found);
    if (day === null) fail(field, `"${found}" is not a date`, 'write YYYY-MM-DD');
    return day;
  };
  return {
    truthOrNull,
    dayOrNull,
    integer: (field, { least, most }) => {
      const found = text(field);
      const value = /^-?[0-9]{1,12}$/.test(found) ? Number(found) : NaN;
      if (value >= least && value <= most) return value;
      if (found !== '')
        fail(
          field,
          `"${found}" is not a whole number from ${least} to ${most}`,
          'correct the number',
        );
      return least;
    },
    truth: (field) => {
      if (optional(field) === null) fail(field, 'is empty', 'write true or false');
      return truthOrNull(field) ?? false;
    },
    day: (field) => {
      if (optional(field) === null) fail(field, 'is empty', 'write YYYY-MM-DD');
      return dayOrNull(field) ?? 0;
    },
    rateOrNull: (field) => {
      const found = optional(field);
      const rate = found === null ? null : readRate(found);
      if (found !== null && rate === null)
        fail(field, `"${found}" is not a rate`, 'write a plain decimal such as 0.15');
      return rate;
    },
  };
}

function moneyReaders(
  { fail, optional }: Cells,
  terms: PackTerms,
): Pick<RowReader, 'money' | 'moneyOrNull' | 'moneyOfAny'> {
  const moneyOrNull = (field: string): Money | null => {
    const found = optional(field);
    if (found === null) return null;
    const currency = optional('currency') ?? terms.currency;
    if (currency !== terms.currency)
      fail(
        'currency',
        `amounts of law are in ${terms.currency} here`,
        'convert it, or leave the cell empty',
      );
    return amountIn(terms.currency, field, found);
  };
  const amountIn = (currency: string, field: string, found: string): Money | null => {
    const amount = readAmount(found, currency);
    if (amount === null || amount.minor < 0n)
      fail(field, `"${found}" is no amount in ${currency}`, 'write a plain decimal such as 150.00');
    return amount;
  };
  return {
    moneyOrNull,
    moneyOfAny: (field) => {
      const currency = optional('currency') ?? terms.currency;
      const found = optional(field);
      if (found === null) fail(field, 'is empty', 'write an amount');
      return (found === null ? null : amountIn(currency, field, found)) ?? zeroOf(terms.currency);
    },
    money: (field) => {
      if (optional(field) === null) fail(field, 'is empty', 'write an amount');
      return moneyOrNull(field) ?? zeroOf(terms.currency);
    },
  };
}

function readSetting({ fail, optional }: Cells, field: string, terms: PackTerms): Setting | null {
  const found = optional(field);
  if (found === null) return null;
  const [parameter = '', value = ''] = found.split('=');
  if (terms.parameters.get(parameter)?.includes(value) !== true)
    fail(field, `"${found}" is no choice of parameters.csv`, 'write parameter=value');
  return { parameter, value };
}

type ConditionField = {
  readonly cells: Cells;
  readonly field: string;
  readonly findings: PackFinding[];
};

function readCondition(
  { cells, field, findings }: ConditionField,
  allowed: ConditionTerms,
  terms: PackTerms,
): Condition | null {
  const stated = cells.source.valueOf(field);
  if (stated === undefined || stated === null || stated === '') return null;
  const named = typeof stated === 'string';
  if (named && !Object.hasOwn(terms.conditions, stated)) {
    cells.fail(field, `there is no condition "${stated}"`, 'name a member of conditions.json');
    return null;
  }
  const reading = checkCondition(named ? terms.conditions[stated] : stated, allowed);
  for (const problem of reading.problems) {
    const place = cells.source.placeOf(field, named ? '' : problem.pointer);
    const where = problem.pointer === '' ? '' : ` (at ${problem.pointer})`;
    findings.push({
      file: cells.source.file,
      ...place,
      severity: 'error',
      reason: `${field}: ${problem.reason}${where}`,
      fix: problem.fix,
    });
  }
  return reading.condition;
}
