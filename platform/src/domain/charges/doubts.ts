/** Gathers the rows a figure rests on that no primary source confirms: what rests on one of them binds nobody. */
import type { Conversion } from '../jurisdiction/exchange.ts';
import type { LawInForce, LawRow } from '../jurisdiction/pack.ts';

export type Doubts = {
  /** Says that a figure rests on the row, whether or not it changed anything: a limit that was not reached decides too. */
  readonly note: (rule: string) => void;
  readonly noteExchange: (currency: string, conversion: Pick<Conversion, 'verified'>) => void;
  /** Ids of unverified rows noted so far, each once, in the order of the computation. */
  readonly rules: readonly string[];
};

/** Ids of the rows of a day that charges may rest on and that are not verified, or that an unverified parameter chose. */
export function unverifiedRows(law: LawInForce): ReadonlySet<string> {
  const rows = [
    law.thresholds,
    law.rates,
    law.taxBases,
    law.roundings,
    law.collectors,
    law.quotas,
  ].flat();
  const guessed = new Set(law.parameters.filter(({ verified }) => !verified).map(({ id }) => id));
  const isDoubtful = ({ verified, setting }: LawRow): boolean =>
    !verified || (setting !== undefined && guessed.has(setting.parameter));
  return new Set(rows.filter(isDoubtful).map(({ id }) => id));
}

/** Doubts about one parcel, to be filled while it is charged. */
export function doubtsAmong(unverified: ReadonlySet<string>): Doubts {
  const rules: string[] = [];
  const add = (rule: string): void => {
    if (!rules.includes(rule)) rules.push(rule);
  };
  return {
    rules,
    note: (rule) => {
      if (unverified.has(rule)) add(rule);
    },
    noteExchange: (currency, { verified }) => {
      if (!verified) add(`exchange-rate:${currency}`);
    },
  };
}
