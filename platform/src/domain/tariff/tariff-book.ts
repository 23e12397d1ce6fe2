/** A tariff as charges ask it: a commodity code, an origin and a day give the rates that are open, each with its source. */
import type { Day } from '../kernel/day.ts';
import { holdsOn, type Period } from '../kernel/period.ts';
import { failure, success, type Result } from '../kernel/result.ts';
import type { DutyFinding } from './duty-findings.ts';
import type { Duty } from './duty.ts';
import { parseColumn } from './parse-column.ts';
import { parseDuty } from './parse-duty.ts';
import type { Parsed } from './parse-term.ts';
import { isInSeason, type Season } from './season.ts';

/** `general` for most origins; `other` for those that the tariff sets apart (column 2); `preferences` beside either. */
export const TARIFF_COLUMNS = ['general', 'preferences', 'other'] as const;
export type TariffColumn = (typeof TARIFF_COLUMNS)[number];

/** One cell of a tariff as it is published. The column of preferences may hold several rates with their programmes. */
export type TariffLine = Period & {
  /** Digits alone. */
  readonly code: string;
  readonly column: TariffColumn;
  readonly text: string;
  /** The origins of a measure by country; empty where the column or its programmes decide. */
  readonly origins: readonly string[];
  readonly season: Season | null;
  /** Order number of the quota within which alone the rate holds. */
  readonly quota: string | null;
  /** Id of the legal source. */
  readonly source: string;
};

/** Whose goods a programme is for, and the documents of which one proves it; without any the origin is enough. */
export type Programme = Period & {
  readonly code: string;
  readonly origins: readonly string[];
  readonly proofs: readonly string[];
};

export type TariffEdition = {
  readonly id: string;
  /** What bare signs ($, ¢) mean. */
  readonly currency: string;
  readonly lines: readonly TariffLine[];
  readonly programmes: readonly Programme[];
  /** Origins whose goods are in the column `other`. */
  readonly otherOrigins: readonly (Period & { readonly origin: string })[];
  /** Periods in which a quota was not yet used up; outside them its rates do not hold. */
  readonly openQuotas: readonly (Period & { readonly order: string })[];
};

export type TariffRate = {
  /** Names the rate in steps: 'hts-2026-4:61091000:general'. */
  readonly rule: string;
  readonly text: string;
  readonly duty: Parsed<Duty>;
  readonly source: string;
  /** The parcel has to name one of these documents; empty when nothing has to be proven. */
  readonly proofs: readonly string[];
};

export type OpenRates = {
  /** What holds without any proof of preference. */
  readonly general: TariffRate;
  /** What is open to the origin beside it, in the order of the tariff. */
  readonly preferences: readonly TariffRate[];
};

export type TariffBook = {
  readonly id: string;
  readonly ratesOf: (goods: TariffGoods, on: Day) => Result<OpenRates, DutyFinding>;
};

export type TariffGoods = { readonly code: string; readonly origin: string | undefined };

/** Answers remembered at once; more than a busy day asks, so that invented codes cannot make it grow. */
const ANSWERS_REMEMBERED = 20_000;

/** Makes a book of the published lines. Texts are read when they are first asked for, and answers are remembered. */
export function tariffBook(edition: TariffEdition): TariffBook {
  const byCode: LinesByCode = Map.groupBy(edition.lines, ({ code }) => code);
  const codes = [...byCode.keys()].sort();
  const memory = new Map<string, Result<OpenRates, DutyFinding>>();
  return {
    id: edition.id,
    ratesOf: (goods, on) => {
      const key = `${on} ${goods.origin ?? ''} ${goods.code}`;
      const known = memory.get(key);
      if (known !== undefined) return known;
      const found = findRates({ edition, byCode, codes, on }, goods);
      if (memory.size >= ANSWERS_REMEMBERED) memory.clear();
      memory.set(key, found);
      return found;
    },
  };
}

type LinesByCode = ReadonlyMap<string, readonly TariffLine[]>;
type Asked = {
  readonly edition: TariffEdition;
  readonly byCode: LinesByCode;
  readonly codes: readonly string[];
  readonly on: Day;
};

const about = (code: DutyFinding['code'], text: string): DutyFinding => ({ code, at: 0, length: 0, about: text }); // prettier-ignore

const CODE_DIGITS_LEAST = 2;

/** The code itself or the longest beginning of it that has a rate; else what all codes below it have in common. */
function findRates(asked: Asked, goods: TariffGoods): Result<OpenRates, DutyFinding> {
  if (goods.code === '') return failure(about('code-missing', ''));
  for (let length = goods.code.length; length >= CODE_DIGITS_LEAST; length--) {
    const rates = ratesAt(asked, goods.code.slice(0, length), goods.origin);
    if (rates !== null) return success(rates);
  }
  const below = ratesBelow(asked, goods);
  const [first] = below;
  if (first === undefined) return failure(about('code-not-in-tariff', goods.code));
  return below.every((rates) => isSame(rates, first))
    ? success(first)
    : failure(about('code-too-short', goods.code));
}

function ratesBelow(asked: Asked, { code, origin }: TariffGoods): readonly OpenRates[] {
  const { codes } = asked;
  const found: OpenRates[] = [];
  for (let at = firstFrom(codes, code); codes[at]?.startsWith(code) === true; at++) {
    const rates = ratesAt(asked, codes[at] ?? '', origin);
    if (rates !== null) found.push(rates);
  }
  return found;
}

function firstFrom(codes: readonly string[], code: string): number {
  let low = 0;
  let high = codes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((codes[middle] ?? '') < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

const wording = ({ general, preferences }: OpenRates): string =>
  [general, ...preferences].map(({ text, proofs }) => `${text} ${proofs.join()}`).join('\n');

const isSame = (left: OpenRates, right: OpenRates): boolean => wording(left) === wording(right);

/** Null when the code has no rate of its own on the day for goods of that origin. */
function ratesAt(asked: Asked, code: string, origin: string | undefined): OpenRates | null {
  const lines = (asked.byCode.get(code) ?? []).filter((line) => isOpen(line, asked));
  if (lines.length === 0) return null;
  const isOther = asked.edition.otherOrigins.some(
    (row) => row.origin === origin && holdsOn(row, asked.on),
  );
  const column = isOther ? 'other' : 'general';
  const own = lines.filter((line) => line.column === column);
  const line = own.find(({ season }) => season !== null) ?? own[0];
  if (line === undefined) return null;
  const [general] = ratesOfLine(line, asked, undefined);
  if (general === undefined) return null;
  const preferences = lines.flatMap((each) =>
    each.column === 'preferences' ? ratesOfLine(each, asked, origin) : [],
  );
  return { general, preferences };
}

function isOpen(line: TariffLine, { edition, on }: Asked): boolean {
  if (!holdsOn(line, on) || (line.season !== null && !isInSeason(line.season, on))) return false;
  return (
    line.quota === null ||
    edition.openQuotas.some((row) => row.order === line.quota && holdsOn(row, on))
  );
}

/** Of the rates of a line those that are open to the origin; of the columns without programmes the one there is. */
function ratesOfLine(
  line: TariffLine,
  asked: Asked,
  origin: string | undefined,
): readonly TariffRate[] {
  const rule = `${asked.edition.id}:${line.code}:${line.column}`;
  const { source } = line;
  if (line.column !== 'preferences') {
    const duty = parseDuty(line.text, asked.edition.currency);
    return [{ rule, text: line.text, duty, source, proofs: [] }];
  }
  if (origin === undefined) return [];
  return parseColumn(line.text, asked.edition.currency).flatMap(({ text, programmes, duty }) => {
    if (programmes.length === 0)
      return line.origins.includes(origin) ? [{ rule, text, duty, source, proofs: [] }] : [];
    const programme = programmeFor(programmes, origin, asked);
    return programme === null
      ? []
      : [{ rule: `${rule}:${programme.code}`, text, duty, source, proofs: programme.proofs }];
  });
}

/** The first programme of the list that is for the origin. */
const programmeFor = (
  codes: readonly string[],
  origin: string,
  { edition, on }: Asked,
): Programme | null =>
  edition.programmes.find(
    (row) => codes.includes(row.code) && row.origins.includes(origin) && holdsOn(row, on),
  ) ?? null;
