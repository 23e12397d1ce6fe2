/** The parties that are registered before the demo day begins, and what each may do. */
import { BAZARETTE, HANDLERS, KIOSKADO, KITE, LOTUS, MERCATO, MERIDIA_POST, MIZAN_POST, NOVA, ORLAND_POST, PALM, PAYERS, PLATFORM_SCHEME, SALMARA_LINE, SOUQLINE, TINKERLY, type Carrier, type Platform } from './world.ts'; // prettier-ignore

export type DemoParty = {
  readonly code: string;
  readonly name: string;
  readonly kind: 'platform' | 'payment-provider' | 'post' | 'express' | 'freight' | 'handler';
  /** 0 unknown to 3 proven. */
  readonly trustTier: number;
  /** Deferment account that secures the charges of what it declares. */
  readonly account?: string;
  /** 'scheme:number' */
  readonly collectorNumbers: readonly string[];
  /** What is known of it from the year before; nothing of a newcomer. */
  readonly history?: { readonly parcels: number; readonly adverse: number };
  /** Label of its API key. */
  readonly keyName: string;
};

const plain = (
  { code, name }: Pick<Carrier, 'code' | 'name'>,
  kind: DemoParty['kind'],
): DemoParty => ({ code, name, kind, trustTier: 1, collectorNumbers: [], keyName: `${name} demo key` }); // prettier-ignore

/** About one bad outcome in three thousand parcels: the usual share of the honest. */
const KNOWN = { parcels: 48_000, adverse: 16 };

const platform = (party: Platform): DemoParty => ({
  ...plain(party, 'platform'),
  trustTier: 2,
  history: KNOWN,
  collectorNumbers: [`${PLATFORM_SCHEME}:${party.collector}`],
});

/** Their accounts are also their numbers under the carriers' own collection schemes. */
const carrier = (party: Carrier, kind: 'post' | 'express' | 'freight'): DemoParty => ({
  ...plain(party, kind),
  trustTier: 2,
  history: KNOWN,
  account: party.account,
  collectorNumbers: [`meridia-${kind === 'post' ? 'post' : 'express'}-account:${party.account}`],
});

export const demoParties = (): readonly DemoParty[] => [
  ...[SOUQLINE, BAZARETTE, KIOSKADO, MERCATO, TINKERLY].map(platform),
  ...PAYERS.map((party) => plain(party, 'payment-provider')),
  ...[MIZAN_POST, ORLAND_POST, MERIDIA_POST].map((party) => carrier(party, 'post')),
  ...[LOTUS, KITE].map((party) => carrier(party, 'express')),
  { ...carrier(NOVA, 'express'), trustTier: 0, history: { parcels: 0, adverse: 0 } },
  { ...plain(PALM, 'express'), trustTier: 2, history: KNOWN },
  carrier(SALMARA_LINE, 'freight'),
  ...[HANDLERS.airport, HANDLERS.road].map((party) => plain(party, 'handler')),
];
