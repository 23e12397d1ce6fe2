/** Invents any number of valid risk rules for measurements: the kinds and proportions of real ones, and none that fires often. */
import type { Condition } from '../../platform/src/domain/jurisdiction/condition.ts';
import type { RiskRule } from '../../platform/src/domain/jurisdiction/pack.ts';
import { LANES } from '../../platform/src/domain/kernel/lane.ts';

/** Words that a made-up description may hold; most rules look for words that none holds. */
const WORDS = [
  'lamp',
  'cable',
  'watch',
  'serum',
  'drone',
  'knife',
  'scarf',
  'valve',
  'resin',
  'probe',
];
const COUNTRIES = ['XO', 'XL', 'XQ', 'XR', 'XT', 'XW', 'XZ'];
const FINDINGS = ['value-round', 'value-token', 'mass-differs', 'filed-late', 'goods-differ'];

/** Ten shapes of rules in turn: six are found by an index, four must run on every parcel or item. */
const SHAPES: readonly ((n: number) => Pick<RiskRule, 'scope' | 'when'>)[] = [
  (n) => item({ all: [words(n), { fact: 'item.value.each', atMost: 900 + n }] }),
  (n) => item({ all: [chapter(n), { fact: 'item.mass.each', atLeast: 60_000 + n }] }),
  (n) => item({ all: [words(n), chapter(n), { not: { fact: 'item.licences', startsWith: ['CITES'] } }] }),
  (n) => parcel({ all: [finding(n), { fact: 'value.intrinsic', atLeast: 900_000 + n }] }),
  (n) => parcel({ fact: 'parties.keys', in: [key(n), key(n + 10_000), key(n + 20_000)] }),
  (n) => item({ all: [country('item.origin', n), words(n + 3)] }),
  (n) => parcel({ all: [{ fact: 'order.parcels', atLeast: 8 + n }, { fact: 'nature', in: ['sale', 'gift'] }] }),
  (n) => parcel({ all: [{ fact: 'consignee.today', atLeast: 40 + n }, country('country.dispatch', n)] }),
  (n) => item({ fact: 'item.value.per.kilogram', atLeast: 90_000_000 + n }),
  (n) => parcel({ any: [{ fact: 'mass.gross', atLeast: 900_000 + n }, { fact: 'quality.score', atMost: -n }] }),
]; // prettier-ignore

const item = (when: Condition): Pick<RiskRule, 'scope' | 'when'> => ({ scope: 'item', when });
const parcel = (when: Condition): Pick<RiskRule, 'scope' | 'when'> => ({ scope: 'parcel', when });

const onWords = (n: number): Pick<RiskRule, 'scope' | 'when'> => item(words(n));

const words = (n: number): Condition => ({
  fact: 'item.words',
  in: [
    `word${n}`,
    `word${n + 1}`,
    n % 9 === 0 ? (WORDS[n % WORDS.length] ?? 'lamp') : `word${n + 2}`,
  ],
});
const chapter = (n: number): Condition => ({
  fact: 'item.code',
  startsWith: [String(10 + (n % 88)).padEnd(n % 3 === 0 ? 2 : 4, '1')],
});
const country = (fact: string, n: number): Condition => ({
  fact,
  is: COUNTRIES[n % COUNTRIES.length] ?? 'XO',
});
const finding = (n: number): Condition => ({
  fact: 'findings.codes',
  is: FINDINGS[n % FINDINGS.length] ?? 'value-round',
});
const key = (n: number): string => n.toString(16).padStart(16, '0');

const shapeOf = (n: number): Pick<RiskRule, 'scope' | 'when'> =>
  (SHAPES[n % SHAPES.length] ?? onWords)(n);

const SHADOW_EVERY = 10;

/** `count` rules in force at all times, the same ones for the same count. */
export function benchRules(count: number): RiskRule[] {
  return Array.from({ length: count }, (_, n) => ({
    ...shapeOf(n),
    id: `bench-${n}`,
    version: 1,
    title: `Invented rule ${n}`,
    mode: n % SHADOW_EVERY === 0 ? 'shadow' : 'live',
    effect: LANES[1 + (n % (LANES.length - 2))] ?? 'examine',
    weight: 100 + (n % 500),
    reason: `An invented reason, number ${n}.`,
    lookFor: null,
    question: null,
    cover: false,
    from: 0,
    until: null,
    knownFrom: 0,
    source: 'bench',
    readOn: 0,
    verified: false,
  }));
}
