/** Builds invented parcels, law and knowledge for tests of targeting, decision and release. */
import type { ParcelFacts } from '../../src/domain/advance-data/parcel-facts.ts';
import type { Item } from '../../src/domain/advance-data/statement.ts';
import type { ChargeAssessment } from '../../src/domain/charges/charge.ts';
import type { RiskRule } from '../../src/domain/jurisdiction/pack.ts';
import { money } from '../../src/domain/kernel/money.ts';
import { readQuantity } from '../../src/domain/kernel/quantity.ts';
import type { Knowledge } from '../../src/domain/risk/knowledge.ts';
import type { PartyStanding } from '../../src/domain/parties/standing.ts';
import type { TargetingLaw } from '../../src/domain/risk/rules.ts';
import type { RiskSubject } from '../../src/domain/risk/subject.ts';

export const CURRENCY = 'XMC';

export const itemOf = (given: Partial<Item> = {}): Item => ({
  description: 'cotton shirt with long sleeves',
  commodityCode: '620520',
  origin: 'XO',
  quantity: { micro: 1_000_000n, unit: 'NAR' },
  massNet: readQuantity('0.300', 'KGM') ?? { micro: 300_000n, unit: 'KGM' },
  value: money(2_500n, CURRENCY),
  licences: [],
  ...given,
});

export const factsOf = (given: Partial<ParcelFacts> = {}): ParcelFacts => ({
  reference: { scheme: 's10', number: 'RB123456785XX' },
  profile: 'standard',
  orderNumbers: ['O-1'],
  direction: 'import',
  mode: 'air',
  channel: 'post',
  nature: 'sale',
  countryOfDispatch: 'XO',
  countryOfDestination: 'XM',
  massGross: { micro: 400_000n, unit: 'KGM' },
  pieces: [],
  items: [itemOf()],
  parties: [
    {
      role: 'consignor',
      country: 'XO',
      personType: 'legal',
      key: 'aaaa000000000001',
      identifiers: [],
    },
    {
      role: 'consignee',
      country: 'XM',
      personType: 'natural',
      key: 'aaaa000000000002',
      identifiers: [],
    },
  ],
  streams: { order: true, payment: true, logistics: true, declaration: true, arrival: false },
  sources: {},
  ...given,
});

/** Charges as if every item were worth what it says, without any tax. */
export function chargesOf(
  items: readonly Item[],
  given: Partial<ChargeAssessment> = {},
): ChargeAssessment {
  const minors = items.map((item) => item.value?.minor ?? 0n);
  const total = money(
    minors.reduce((left, right) => left + right, 0n),
    CURRENCY,
  );
  return {
    pack: 'test',
    packVersion: '1',
    on: '2026-11-24',
    currency: CURRENCY,
    intrinsicValue: total,
    customsValue: total,
    freightValue: money(0n, CURRENCY),
    items: minors.map((minor) => ({
      intrinsic: money(minor, CURRENCY),
      customs: money(minor, CURRENCY),
    })),
    lines: [],
    total: money(0n, CURRENCY),
    payable: money(0n, CURRENCY),
    reliefs: [],
    quotas: [],
    missing: [],
    findings: [],
    incomplete: false,
    verified: true,
    unverified: [],
    ...given,
  };
}

export const standingOf = (given: Partial<PartyStanding> = {}): PartyStanding => ({
  code: 'P0001',
  kind: 'platform',
  trustTier: 2,
  active: true,
  account: null,
  collectorNumbers: [],
  parcels: 1_000,
  adverse: 3,
  ...given,
});

export const knowledgeOf = (given: Partial<Knowledge> = {}): Knowledge => ({
  declarant: standingOf(),
  collectorHolder: null,
  orderParcels: 0,
  consigneeToday: 0,
  sellerToday: 0,
  screeningHits: [],
  ...given,
});

export function subjectOf(
  facts: Partial<ParcelFacts> = {},
  given: Partial<RiskSubject> = {},
): RiskSubject {
  const whole = factsOf(facts);
  return {
    facts: whole,
    findings: [],
    quality: 100,
    charges: chargesOf(whole.items),
    knowledge: knowledgeOf(),
    ...given,
  };
}

export const ruleOf = (given: Partial<RiskRule> & Pick<RiskRule, 'id' | 'when'>): RiskRule => ({
  from: 0,
  until: null,
  knownFrom: 0,
  source: 'xm:customs-act-61',
  readOn: 0,
  verified: true,
  title: given.id,
  version: 1,
  mode: 'live',
  scope: 'parcel',
  effect: 'examine',
  weight: 600,
  reason: 'The parcel was chosen by a rule of a test.',
  lookFor: null,
  question: null,
  cover: false,
  ...given,
});

export const lawOf = (
  riskRules: readonly RiskRule[],
  given: Partial<TargetingLaw> = {},
): TargetingLaw => ({
  id: 'test',
  version: '1',
  riskRules,
  prohibitions: [],
  selections: [],
  thresholdMinor: () => undefined,
  ...given,
});
