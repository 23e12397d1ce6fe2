/** A slow, separate calculator of charges, written from packs/README.md: brute force over rows, fractions, no index, no shared code. */
import type { ParcelFacts } from '../../src/domain/advance-data/parcel-facts.ts';
import type { Item } from '../../src/domain/advance-data/statement.ts';
import type {
  LawRow,
  Pack,
  RateRow,
  TaxKind,
  Threshold,
} from '../../src/domain/jurisdiction/pack.ts';
import { isMet, type FactsByHand } from './condition-by-hand.ts';
import {
  compare,
  fraction,
  over,
  plus,
  round,
  sum,
  times,
  whole,
  ZERO,
  type Fraction,
} from './fraction.ts';

export type LineByHand = {
  charge: string;
  item: number | null;
  rule: string;
  amount: bigint;
  place: string;
};
export type ResultByHand = {
  lines: LineByHand[];
  total: bigint;
  payable: bigint;
  customs: bigint[];
  reliefs: Set<string>;
  incomplete: boolean;
};
export type Earlier = { order: bigint; personDay: bigint; personYear: bigint };

const FIRST_OF_MONTH = (day: number): number => {
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
  return Temporal.PlainDate.from('1970-01-01').until(date.with({ day: 1 }), { largestUnit: 'days' })
    .days;
};
const DIGITS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0 };
const digits = (currency: string): number => DIGITS[currency] ?? 2;

function standing<Row extends LawRow>(rows: readonly Row[], day: number): Row[] {
  const holding = rows.filter((row) => row.from <= day && (row.until ?? Infinity) > day);
  return holding.filter(
    (row) =>
      !holding.some(
        (other) => other.id === row.id && other !== row && other.knownFrom > row.knownFrom,
      ),
  );
}

/** Largest remainder, by sorting all shares; equal remainders by code, origin, value and mass. */
function divide(amount: bigint, weights: readonly bigint[], items: readonly Item[]): bigint[] {
  const weight = weights.reduce((left, right) => left + right, 0n);
  if (weight === 0n)
    return divide(
      amount,
      weights.map(() => 1n),
      items,
    );
  const parts = weights.map((one) => (amount * one) / weight);
  const key = (item: Item): string[] => [item.commodityCode, item.origin, item.value?.minor, item.value?.currency, item.massNet?.micro, item.massNet?.unit].map((part) => String(part ?? '')); // prettier-ignore
  const order = weights.map((_, index) => index).sort((one, other) => {
    const rest = (index: number): bigint => (amount * weights[index]!) % weight;
    if (rest(one) !== rest(other)) return rest(one) > rest(other) ? -1 : 1;
    const [mine, theirs] = [key(items[one]!), key(items[other]!)];
    const at = mine.findIndex((part, index) => part !== theirs[index]);
    return at === -1 ? 0 : mine[at]! < theirs[at]! ? -1 : 1;
  }); // prettier-ignore
  let left = amount - parts.reduce((one, other) => one + other, 0n);
  for (const index of order) if (left-- > 0n) parts[index]! += 1n;
  return parts;
}

export function chargesByHand(
  facts: ParcelFacts,
  pack: Pack,
  given: { day: number; earlier: Earlier },
): ResultByHand {
  const { day, earlier } = given;
  const items: readonly Item[] = facts.items.length > 0 ? facts.items : [{ licences: [] }];
  const thresholds = standing(pack.thresholds, day);
  const amounts = new Map(thresholds.map((row) => [row.id, row.amount.minor]));
  const bases = standing(pack.taxBases, day);
  const roundings = standing(pack.roundings, day);
  const rounding = (name: string) =>
    roundings.find((row) => row.applies === name)?.rounding ?? { mode: 'half-up', step: 1n };
  let incomplete = day < pack.inForceFrom;
  const unknown = { value: false };

  const convert = (minor: bigint, currency: string): bigint => {
    if (minor < 0n) unknown.value = true;
    if (minor < 0n) return 0n;
    if (currency === pack.currency) return minor;
    const on = bases.some((row) => row.exchangeRule === 'month-of-event')
      ? FIRST_OF_MONTH(day)
      : day;
    const row = pack.exchangeRates.find(
      (rate) => rate.currency === currency && rate.from <= on && (rate.until ?? Infinity) > on,
    );
    if (row === undefined) { unknown.value = true; return 0n; } // prettier-ignore
    const units = times(
      fraction(minor, 10n ** BigInt(digits(currency))),
      fraction(row.rate.numerator, row.rate.denominator),
    );
    const { mode, step } = rounding('exchange');
    return round(times(units, whole(10n ** BigInt(digits(pack.currency)))), mode, step);
  };
  const goods = items.map((item) => {
    const value = item.value ?? (facts.items.length <= 1 ? facts.totalValue : undefined);
    if (value === undefined) { unknown.value = true; return 0n; } // prettier-ignore
    return convert(value.minor, value.currency);
  });
  const part = (value: typeof facts.freight): bigint[] =>
    divide(
      value === undefined || value.minor === 0n ? 0n : convert(value.minor, value.currency),
      goods,
      items,
    );
  const freight = part(facts.freight);
  const insurance = part(facts.insurance);
  const dutyBase = bases.find((row) => row.tax === 'duty')?.include ?? ['goods'];
  const customs = goods.map((value, index) => {
    const { mode, step } = rounding('customs-value');
    return round(
      whole(
        value +
          (dutyBase.includes('freight') ? freight[index]! : 0n) +
          (dutyBase.includes('insurance') ? insurance[index]! : 0n),
      ),
      mode,
      step,
    );
  });
  const all = (list: readonly bigint[]): bigint => list.reduce((left, right) => left + right, 0n);

  const scheme = facts.fiscal?.collector?.scheme;
  const covered = (tax: string, index: number): boolean => standing(pack.collectors, day).some((row) => {
    if (row.scheme !== scheme || !row.taxes.some((one) => one === tax)) return false;
    if (!['vendor', 'platform', 'redeliverer', 'payment'].includes(row.model)) return false;
    if (row.goodsNotIn.some((prefix) => items[index]!.commodityCode?.startsWith(prefix) === true)) return false;
    if (row.valueAtMost === null) return true;
    return !unknown.value && (row.valueScope === 'item' ? goods[index]! : all(goods)) <= row.valueAtMost.minor;
  }); // prettier-ignore

  let quotaState: string | undefined;
  const factsOf = (index: number): FactsByHand => ({
    nature: facts.nature, mode: facts.mode, channel: facts.channel, direction: facts.direction,
    'value.intrinsic': unknown.value ? undefined : Number(all(goods)),
    'value.customs': unknown.value ? undefined : Number(all(customs)),
    'item.code': items[index]!.commodityCode, 'item.origin': items[index]!.origin,
    'items.count': facts.items.length, 'procedure.additional': facts.procedure?.additional,
    'quota.state': quotaState, 'mass.gross': undefined,
  }); // prettier-ignore
  const met = (row: { readonly when: RateRow['when'] }, index: number): boolean =>
    row.when === null || isMet(row.when, factsOf(index), amounts);
  if (!unknown.value) {
    const states = standing(pack.quotas, day).filter((row) => met(row, 0)).map((row) => {
      if (row.perYear !== null && earlier.personYear + all(goods) > row.perYear.minor) return { state: 'over-year', effect: row.overQuota };
      if (row.perTransaction !== null && all(goods) > row.perTransaction.minor) return { state: 'over-transaction', effect: row.overQuota };
      return { state: 'within', effect: 'none' as const };
    }); // prettier-ignore
    const severity = ['none', 'full-tax', 'general-trade', 'reject'];
    quotaState = states.toSorted(
      (one, other) => severity.indexOf(other.effect) - severity.indexOf(one.effect),
    )[0]?.state;
  }

  const line6 = (index: number): string =>
    items[index]!.commodityCode?.slice(0, 6) ?? `none ${index}`;
  const isCovered = (row: Threshold, index: number): boolean => {
    const item = items[index]!;
    const code = item.commodityCode ?? '';
    return (row.originIn.length === 0 || (item.origin !== undefined && row.originIn.includes(item.origin)))
      && (row.goodsIn.length === 0 || row.goodsIn.some((prefix) => code.startsWith(prefix)))
      && !row.goodsNotIn.some((prefix) => code.startsWith(prefix))
      && (row.sellerRegistered === null || row.sellerRegistered === covered(row.tax, index))
      && met(row, index);
  }; // prettier-ignore
  const inScope = (row: Threshold, index: number): number[] => items.map((_, other) => other).filter((other) =>
    row.scope === 'item' ? other === index : row.scope === 'line' ? line6(other) === line6(index) : true); // prettier-ignore
  const before = (row: Threshold): bigint =>
    (
      ({
        order: earlier.order,
        'person-day': earlier.personDay,
        'person-year': earlier.personYear,
      }) as Record<string, bigint>
    )[row.scope] ?? 0n;
  const isFor = (row: Threshold, measure: string): boolean =>
    (row.channel === 'any' || row.channel === facts.channel)
    && (row.natures.length === 0 || (facts.nature !== undefined && row.natures.includes(facts.nature)))
    && (row.measures.length === 0 || row.measures.includes(measure)); // prettier-ignore
  const within = (row: Threshold, value: bigint): boolean =>
    row.comparator === 'below' ? value < row.amount.minor : value <= row.amount.minor;
  const valueOf = (row: Threshold, index: number): bigint =>
    goods[index]! + (row.basis === 'cif' ? freight[index]! + insurance[index]! : 0n);

  const reliefs = new Set<string>();
  /** The share that stays charged: 0 when relieved, 1 when not. */
  const share = (tax: TaxKind, measure: string, index: number): Fraction => {
    if (unknown.value) return whole(1);
    let best: { left: Fraction; rule: string } | null = null;
    for (const row of thresholds) {
      if (
        row.tax !== tax ||
        row.mode === 'not-levied' ||
        !isFor(row, measure) ||
        !isCovered(row, index)
      )
        continue;
      const scope = inScope(row, index);
      const everybody = before(row) + all(scope.map((other) => valueOf(row, other)));
      let left = whole(1);
      if (row.mode === 'exempt') left = within(row, everybody) ? ZERO : left;
      if (row.mode === 'cliff')
        left =
          within(row, everybody) && scope.every((other) => isCovered(row, other)) ? ZERO : left;
      if (row.mode === 'slice') {
        const mine = all(
          scope.filter((other) => isCovered(row, other)).map((other) => valueOf(row, other)),
        );
        const free = row.amount.minor > before(row) ? row.amount.minor - before(row) : 0n;
        if (within(row, mine + before(row))) left = ZERO;
        else if (free > 0n && mine > free) left = over(whole(mine - free), whole(mine));
      }
      if (
        compare(left, whole(1)) < 0 &&
        (best === null || (best.left.top !== 0n && compare(left, best.left) < 0))
      )
        best = { left, rule: row.id };
    }
    if (best !== null) reliefs.add(best.rule);
    return best?.left ?? whole(1);
  };

  const kilograms = (mass: Item['massNet']): Fraction | null => mass === undefined ? null : mass.unit === 'KGM' ? fraction(mass.micro, 1_000_000n) : mass.unit === 'GRM' ? fraction(mass.micro, 1_000_000_000n) : null; // prettier-ignore
  const massOf = (index: number): Fraction | null =>
    kilograms(
      items[index]!.massNet ??
        items[index]!.massGross ??
        (items.length === 1 ? facts.massGross : undefined),
    );
  const massOfAll = (): Fraction | null => {
    if (facts.massGross !== undefined) return kilograms(facts.massGross);
    const each = items.map((_, index) => massOf(index));
    return each.includes(null) ? null : sum(each.filter((mass) => mass !== null));
  };

  const charged: Record<string, bigint[]> = Object.fromEntries(
    ['duty', 'excise', 'fee', 'vat', 'gst'].map((kind) => [kind, items.map(() => 0n)]),
  );
  const lines: LineByHand[] = [];
  const rates = standing(pack.rates, day);
  const specificity = (row: RateRow, code: string): number => {
    const prefix = Math.max(
      0,
      ...row.commodityPrefixes.filter((one) => code.startsWith(one)).map((one) => one.length),
    );
    return (
      prefix * 100 +
      (row.origins.length > 0 ? 8 : 0) +
      (row.when !== null ? 4 : 0) +
      (row.modes.length > 0 ? 2 : 0) +
      (row.channel !== 'any' ? 1 : 0)
    );
  };
  for (const kind of ['duty', 'excise', 'fee', 'vat', 'gst'] as const) {
    type Draft = LineByHand & { on: number[]; measure: string };
    const drafts: Draft[] = [];
    const together = new Map<string, { row: RateRow; on: number[]; relieved: boolean }>();
    const finish = (exact: Fraction): bigint =>
      round(exact, rounding(kind).mode, rounding(kind).step);
    const place = (on: number[]): string =>
      on.every((index) => covered(kind, index)) ? 'at-sale' : 'at-border';
    for (const measure of new Set(
      rates.filter((row) => row.tax === kind).map((row) => row.measure),
    )) {
      const rows = rates.filter((row) => row.tax === kind && row.measure === measure);
      for (const index of items.keys()) {
        const { commodityCode: code = '', origin } = items[index]!;
        const possible = rows.filter((row) => row.direction === facts.direction && (row.channel === 'any' || row.channel === facts.channel)
          && (row.modes.length === 0 || (facts.mode !== undefined && row.modes.includes(facts.mode)))
          && (row.origins.length === 0 || (origin !== undefined && row.origins.includes(origin)))
          && (row.commodityPrefixes.length === 0 || row.commodityPrefixes.some((prefix) => code.startsWith(prefix))) && met(row, index)); // prettier-ignore
        const row = possible.toSorted(
          (one, other) => specificity(other, code) - specificity(one, code),
        )[0];
        if (row === undefined) continue;
        const left = share(kind, measure, index);
        const relieved = left.top === 0n;
        if (
          !relieved &&
          code === '' &&
          rows.some((one) => one.commodityPrefixes.length > 0) &&
          rows.some((one) => one.commodityPrefixes.length === 0)
        )
          incomplete = true;
        const per = row.specific?.per;
        const onItem = per === 'item' || (per === 'kilogram' && row.commodityPrefixes.length > 0);
        if (row.specific !== null && !onItem) {
          const key = `${row.id} ${per === 'line' ? line6(index) : ''}`;
          const group = together.get(key) ?? { row, on: [], relieved: true };
          group.on.push(index);
          group.relieved &&= relieved;
          together.set(key, group);
        }
        if (relieved || (row.rate === null && !onItem)) continue;
        let exact = ZERO;
        if (row.rate !== null) {
          const include =
            row.base.length > 0
              ? row.base
              : (bases.find((base) => base.tax === kind)?.include ?? ['goods']);
          const values: Record<string, bigint> = {
            goods: goods[index]!,
            freight: freight[index]!,
            insurance: insurance[index]!,
            duty: charged['duty']![index]!,
            excise: charged['excise']![index]!,
            fees: charged['fee']![index]!,
          };
          exact = times(
            times(
              whole(all(include.map((name) => values[name]!))),
              fraction(row.rate.numerator, row.rate.denominator),
            ),
            left,
          );
        }
        if (row.specific !== null && onItem) {
          const mass = per === 'item' ? whole(1) : massOf(index);
          if (mass === null) incomplete = true;
          if (mass === null && row.rate === null) continue;
          if (mass !== null) exact = plus(exact, times(whole(row.specific.amount.minor), mass));
        }
        drafts.push({
          charge: kind,
          item: facts.items.length > 0 ? index : null,
          rule: row.id,
          amount: finish(exact),
          place: place([index]),
          on: [index],
          measure,
        });
      }
    }
    for (const { row, on, relieved } of together.values()) {
      if (relieved || row.specific === null) continue;
      const { per, amount } = row.specific;
      const count =
        per === 'kilogram'
          ? massOfAll()
          : whole(per === 'piece' ? Math.max(1, facts.packages ?? facts.pieces.length) : 1);
      if (count === null) { incomplete = true; continue; } // prettier-ignore
      drafts.push({
        charge: kind,
        item: per === 'line' && facts.items.length > 0 ? on[0]! : null,
        rule: row.id,
        amount: finish(times(whole(amount.minor), count)),
        place: place(on),
        on,
        measure: row.measure,
      });
    }
    let kept = drafts;
    for (const row of thresholds.filter((one) => one.tax === kind && one.mode === 'not-levied')) {
      const scope = (draft: Draft): string | null => !isFor(row, draft.measure) || !draft.on.every((index) => isCovered(row, index)) ? null : row.scope === 'item' ? `i${draft.on.join()}` : row.scope === 'line' ? `l${line6(draft.on[0]!)}` : 'all'; // prettier-ignore
      const totals = new Map<string, bigint>();
      for (const draft of kept) { const name = scope(draft); if (name !== null) totals.set(name, (totals.get(name) ?? 0n) + draft.amount); } // prettier-ignore
      const dropped = kept.filter((draft) => { const total = totals.get(scope(draft) ?? '') ?? 0n; return total > 0n && within(row, total); }); // prettier-ignore
      if (dropped.length > 0) reliefs.add(row.id);
      kept = kept.filter((draft) => !dropped.includes(draft));
    }
    for (const { on, measure: _, ...line } of kept) {
      lines.push(line);
      const parts = divide(
        line.amount,
        on.map((index) => customs[index]!),
        on.map((index) => items[index]!),
      );
      on.forEach((index, at) => { charged[kind]![index]! += parts[at]!; }); // prettier-ignore
    }
  }
  const border = lines.filter((line) => line.place === 'at-border');
  const raw = all(border.map((line) => line.amount));
  const { mode, step } = rounding('total');
  const payable = round(whole(raw), mode, step);
  const largest = border.toSorted((one, other) =>
    other.amount > one.amount ? 1 : other.amount < one.amount ? -1 : 0,
  )[0];
  if (largest !== undefined) largest.amount += payable - raw;
  return {
    lines,
    total: all(lines.map((line) => line.amount)),
    payable,
    customs,
    reliefs,
    incomplete: incomplete || unknown.value,
  };
}
