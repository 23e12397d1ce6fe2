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
  minus,
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
  const latest = new Map<string, number>();
  for (const { id, knownFrom } of holding)
    latest.set(id, Math.max(knownFrom, latest.get(id) ?? knownFrom));
  return holding.filter((row) => row.knownFrom === latest.get(row.id));
}

const key = (item: Item): string[] => [item.commodityCode, item.origin, item.value?.minor, item.value?.currency, item.massNet?.micro, item.massNet?.unit, item.quantity?.micro, item.quantity?.unit, item.description].map((part) => String(part ?? '')); // prettier-ignore
const byKey = (one: Item, other: Item): number => {
  const [mine, theirs] = [key(one), key(other)];
  const at = mine.findIndex((part, index) => part !== theirs[index]);
  return at === -1 ? 0 : mine[at]! < theirs[at]! ? -1 : 1;
};

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
  const order = weights.map((_, index) => index).sort((one, other) => {
    const rest = (index: number): bigint => (amount * weights[index]!) % weight;
    if (rest(one) !== rest(other)) return rest(one) > rest(other) ? -1 : 1;
    return byKey(items[one]!, items[other]!);
  }); // prettier-ignore
  let left = amount - parts.reduce((one, other) => one + other, 0n);
  for (const index of order) if (left-- > 0n) parts[index]! += 1n;
  return parts;
}

/** Leaves out the rows of readings that the pack's parameters do not choose on the day. */
function asSet(pack: Pack, day: number): Pack {
  const chosen = standing(pack.parameters, day).map((row) => `${row.id}=${row.value}`);
  const only = <Row extends LawRow>(rows: readonly Row[]): Row[] => rows.filter(({ setting }) => setting === undefined || chosen.includes(`${setting.parameter}=${setting.value}`)); // prettier-ignore
  return { ...pack, thresholds: only(pack.thresholds), rates: only(pack.rates), taxBases: only(pack.taxBases), roundings: only(pack.roundings), collectors: only(pack.collectors), quotas: only(pack.quotas) }; // prettier-ignore
}

const LITRES: Readonly<Record<string, bigint>> = { LTR: 1n, DLT: 10n, CLT: 100n, MLT: 1000n };
const ARTICLES = ['NAR', 'C62', 'H87', 'EA', 'PCE'];

/** What conditions ask of parties: the kinds of person, and of the consignee where it is and which numbers it has. */
function ofParties(parties: ParcelFacts['parties']): FactsByHand {
  const first = (role: string) => parties.filter((party) => party.role === role)[0];
  const numbers = first('consignee')?.identifiers.map(({ scheme }) => scheme) ?? [];
  return {
    'seller.person': first('seller')?.personType, 'consignor.person': first('consignor')?.personType, 'consignee.person': first('consignee')?.personType,
    'destination.region': first('deliver-to')?.region ?? first('consignee')?.region, 'consignee.registers': numbers.length === 0 ? undefined : numbers,
  }; // prettier-ignore
}

export function chargesByHand(
  facts: ParcelFacts,
  law: Pack,
  given: { day: number; earlier: Earlier },
): ResultByHand {
  const { day, earlier } = given;
  const pack = asSet(law, day);
  const items: readonly Item[] = facts.items.length > 0 ? facts.items : [{ licences: [] }];
  const thresholds = standing(pack.thresholds, day);
  const bases = standing(pack.taxBases, day);
  const roundings = standing(pack.roundings, day);
  const rounding = (name: string) =>
    roundings.find((row) => row.applies === name)?.rounding ?? { mode: 'half-up', step: 1n };
  let incomplete = day < pack.inForceFrom;
  const unknown = { value: false };

  /** Minor units of the law for one minor unit of the other currency; null when nobody says. */
  const worth = (currency: string): Fraction | null => {
    if (currency === pack.currency) return whole(1);
    const on = bases.some((row) => row.exchangeRule === 'month-of-event')
      ? FIRST_OF_MONTH(day)
      : day;
    const row = pack.exchangeRates.find(
      (rate) => rate.currency === currency && rate.from <= on && (rate.until ?? Infinity) > on,
    );
    return row === undefined
      ? null
      : times(
          fraction(10n ** BigInt(digits(pack.currency)), 10n ** BigInt(digits(currency))),
          fraction(row.rate.numerator, row.rate.denominator),
        );
  };
  const convert = (minor: bigint, currency: string): bigint => {
    const one = worth(currency);
    if (minor < 0n || one === null) unknown.value = true;
    if (minor < 0n || one === null) return 0n;
    if (currency === pack.currency) return minor;
    const { mode, step } = rounding('exchange');
    return round(times(whole(minor), one), mode, step);
  };
  for (const row of thresholds) if (worth(row.amount.currency) === null) incomplete = true;
  const limits = new Map(thresholds.map((row) => [row.id, times(whole(row.amount.minor), worth(row.amount.currency) ?? whole(0))])); // prettier-ignore
  const amounts = new Map([...limits].map(([id, limit]) => [id, round(limit, 'down', 1n)]));
  const usable = thresholds.filter((row) => worth(row.amount.currency) !== null);
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
  const stated: FactsByHand = {
    nature: facts.nature, mode: facts.mode, channel: facts.channel, direction: facts.direction,
    'country.dispatch': facts.countryOfDispatch, 'country.destination': facts.countryOfDestination, 'items.count': facts.items.length, 'procedure.additional': facts.procedure?.additional,
    ...ofParties(facts.parties), 'collector.scheme': facts.fiscal?.collector?.scheme,
    'mass.gross': undefined,
  }; // prettier-ignore
  const valued =
    bases.find(
      (row) => row.tax === 'duty' && row.when !== null && isMet(row.when, stated, amounts),
    ) ?? bases.find((row) => row.tax === 'duty' && row.when === null);
  const dutyBase = valued?.include ?? ['goods'];
  const customs = goods.map((value, index) => {
    const { mode, step } = rounding('customs-value');
    const counted = valued?.goodsShare ?? null;
    const share = counted === null ? whole(1) : fraction(counted.numerator, counted.denominator);
    const added =
      (dutyBase.includes('freight') ? freight[index]! : 0n) +
      (dutyBase.includes('insurance') ? insurance[index]! : 0n);
    return round(plus(times(whole(value), share), whole(added)), mode, step);
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

  const kilograms = (mass: Item['massNet']): Fraction | null => mass === undefined ? null : mass.unit === 'KGM' ? fraction(mass.micro, 1_000_000n) : mass.unit === 'GRM' ? fraction(mass.micro, 1_000_000_000n) : null; // prettier-ignore
  const massOf = (index: number): Fraction | null =>
    kilograms(
      items[index]!.massNet ??
        items[index]!.massGross ??
        (items.length === 1 ? facts.massGross : undefined),
    );
  let quotaState: string | undefined;
  let quotaEffect: string | undefined;
  const inArticles = (index: number): Fraction | null => ARTICLES.includes(items[index]!.quantity?.unit ?? '') ? fraction(items[index]!.quantity!.micro, 1_000_000n) : null; // prettier-ignore
  const inLitres = (index: number, pure: boolean): Fraction | null => {
    const { quantity } = items[index]!;
    const parts = pure ? (quantity?.unit === 'LPA' ? 1n : undefined) : LITRES[quantity?.unit ?? ''];
    return quantity === undefined || parts === undefined ? null : fraction(quantity.micro, 1_000_000n * parts); // prettier-ignore
  };
  const priceFor = (index: number, quantity: Fraction | null): number | undefined => unknown.value || quantity === null || quantity.top === 0n ? undefined : Number(round(over(whole(goods[index]!), quantity), 'down', 1n)); // prettier-ignore
  const factsOf = (index: number): FactsByHand => ({
    ...stated,
    'items.units': items.some((_, other) => inArticles(other) === null) ? undefined : items.reduce((units, item) => units + Number(item.quantity!.micro) / 1e6, 0),
    'item.price.litre': priceFor(index, inLitres(index, false)), 'item.price.kilogram': priceFor(index, massOf(index)), 'item.price.unit': priceFor(index, inArticles(index)),
    'value.intrinsic': unknown.value ? undefined : Number(all(goods)),
    'value.customs': unknown.value ? undefined : Number(all(customs)),
    'item.description': items[index]!.description, 'item.code': items[index]!.commodityCode, 'item.origin': items[index]!.origin,
    'quota.state': quotaState, 'quota.effect': quotaEffect,
  }); // prettier-ignore
  const met = (row: { readonly when: RateRow['when'] }, index: number): boolean =>
    row.when === null || isMet(row.when, factsOf(index), amounts);
  if (!unknown.value) {
    const states = standing(pack.quotas, day).filter((row) => met(row, 0)).map((row) => {
      const held = all(row.basis === 'customs' ? customs : goods);
      if (row.perYear !== null && earlier.personYear + held > row.perYear.minor) return { state: 'over-year', effect: row.overYear };
      if (row.perTransaction !== null && held > row.perTransaction.minor) return { state: 'over-transaction', effect: row.overQuota };
      return { state: 'within', effect: 'none' as const };
    }); // prettier-ignore
    const severity = ['none', 'full-tax', 'general-trade', 'reject'];
    const gravest = states.toSorted((one, other) => severity.indexOf(other.effect) - severity.indexOf(one.effect))[0]; // prettier-ignore
    quotaState = gravest?.state;
    quotaEffect = gravest?.effect;
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
  const within = (row: Threshold, value: Fraction): boolean => {
    const side = compare(value, limits.get(row.id)!);
    return row.comparator === 'below' ? side < 0 : side <= 0;
  };
  /** In minor units of the law; what was stated in the currency of the threshold is worth exactly what it says. */
  const valueOf = (row: Threshold, index: number): Fraction => {
    const { currency } = row.amount;
    const said = items[index]!.value ?? (facts.items.length <= 1 ? facts.totalValue : undefined);
    if (row.basis === 'customs') return whole(customs[index]!);
    if (row.basis === 'cif') return whole(goods[index]! + freight[index]! + insurance[index]!);
    return currency !== pack.currency && said?.currency === currency
      ? times(whole(said.minor), worth(currency)!)
      : whole(goods[index]!);
  };

  const reliefs = new Set<string>();
  /** The share that stays charged: 0 when relieved, 1 when not. */
  const share = (tax: TaxKind, measure: string, index: number): Fraction => {
    if (unknown.value) return whole(1);
    let best: { left: Fraction; rule: string } | null = null;
    for (const row of usable) {
      if (
        row.tax !== tax ||
        row.mode === 'not-levied' ||
        !isFor(row, measure) ||
        !isCovered(row, index)
      )
        continue;
      const scope = inScope(row, index);
      const everybody = plus(whole(before(row)), sum(scope.map((other) => valueOf(row, other))));
      let left = whole(1);
      if (row.mode === 'exempt') left = within(row, everybody) ? ZERO : left;
      if (row.mode === 'cliff')
        left =
          within(row, everybody) && scope.every((other) => isCovered(row, other)) ? ZERO : left;
      if (row.mode === 'slice') {
        const mine = sum(
          scope.filter((other) => isCovered(row, other)).map((other) => valueOf(row, other)),
        );
        const free = minus(limits.get(row.id)!, whole(before(row)));
        if (within(row, plus(mine, whole(before(row))))) left = ZERO;
        else if (free.top > 0n && compare(mine, free) > 0) left = over(minus(mine, free), mine);
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

  const massOfAll = (): Fraction | null => {
    if (facts.massGross !== undefined) return kilograms(facts.massGross);
    const each = items.map((_, index) => massOf(index));
    return each.includes(null) ? null : sum(each.filter((mass) => mass !== null));
  };

  const charged: Record<string, bigint[]> = Object.fromEntries(
    ['duty', 'excise', 'fee', 'vat', 'gst'].map((kind) => [kind, items.map(() => 0n)]),
  );
  const lines: LineByHand[] = [];
  const inSteps = (name: string, value: bigint): bigint => round(whole(value), rounding(name).mode, rounding(name).step); // prettier-ignore
  /** The sum is rounded, and the largest takes what it gains or loses, and the next what is more than it has. */
  const spread = (of: LineByHand[], name: string): void => {
    let left = inSteps(name, all(of.map((line) => line.amount))) - all(of.map((line) => line.amount)); // prettier-ignore
    for (const line of of.toSorted((one, other) => other.amount > one.amount ? 1 : other.amount < one.amount ? -1 : 0)) {
      const taken = left + line.amount < 0n ? -line.amount : left;
      line.amount += taken;
      left -= taken;
    } // prettier-ignore
  };
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
    const ofSum = roundings.some((row) => row.applies === kind && row.scope === 'parcel');
    const finish = (exact: Fraction): bigint => round(exact, rounding(kind).mode, ofSum ? 1n : rounding(kind).step); // prettier-ignore
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
        if (row.lacks !== undefined) { if (!relieved) incomplete = true; continue; } // prettier-ignore
        const per = row.specific?.per;
        const isVolume = per === 'litre' || per === 'alcohol-litre';
        const onItem = per === 'item' || isVolume || (per === 'kilogram' && row.commodityPrefixes.length > 0); // prettier-ignore
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
            'customs-value': customs[index]!,
            freight: freight[index]!,
            insurance: insurance[index]!,
            duty: charged['duty']![index]!,
            excise: charged['excise']![index]!,
            fees: charged['fee']![index]!,
            vat: charged['vat']![index]!,
          };
          exact = times(
            times(
              whole(
                inSteps(
                  covered(kind, index) ? 'none' : `${kind}-base`,
                  all(include.map((name) => values[name]!)),
                ),
              ),
              fraction(row.rate.numerator, row.rate.denominator),
            ),
            left,
          );
        }
        const { grossedUpBy, shareOwed } = row;
        if (grossedUpBy !== null)
          exact = over(exact, minus(whole(1), fraction(grossedUpBy.numerator, grossedUpBy.denominator))); // prettier-ignore
        if (shareOwed !== null)
          exact = times(exact, fraction(shareOwed.numerator, shareOwed.denominator));
        if (row.specific !== null && onItem) {
          const mass = per === 'item' ? whole(1) : isVolume ? inLitres(index, per === 'alcohol-litre') : massOf(index); // prettier-ignore
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
    if (ofSum)
      spread(
        drafts.filter((draft) => draft.place === 'at-border').toSorted((one, other) => byKey(items[one.on[0]!]!, items[other.on[0]!]!)), // prettier-ignore
        kind,
      );
    let kept = drafts;
    for (const row of usable.filter((one) => one.tax === kind && one.mode === 'not-levied')) {
      const scope = (draft: Draft): string | null => !isFor(row, draft.measure) || !draft.on.every((index) => isCovered(row, index)) ? null : row.scope === 'item' ? `i${draft.on.join()}` : row.scope === 'line' ? `l${line6(draft.on[0]!)}` : 'all'; // prettier-ignore
      const totals = new Map<string, bigint>();
      for (const draft of kept) { const name = scope(draft); if (name !== null) totals.set(name, (totals.get(name) ?? 0n) + draft.amount); } // prettier-ignore
      const dropped = kept.filter((draft) => { const total = totals.get(scope(draft) ?? '') ?? 0n; return total > 0n && within(row, whole(total)); }); // prettier-ignore
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
  spread(border, 'total');
  const payable = all(border.map((line) => line.amount));
  return {
    lines,
    total: all(lines.map((line) => line.amount)),
    payable,
    customs,
    reliefs,
    incomplete: incomplete || unknown.value,
  };
}
