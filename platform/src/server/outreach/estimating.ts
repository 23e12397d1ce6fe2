/** Answers what a parcel will cost under the law of today, with the title and article of each law that says so. */
import { assessCharges } from '../../domain/charges/assess-charges.ts';
import type { ChargeAssessment } from '../../domain/charges/charge.ts';
import type { LawInForce, Source, Threshold } from '../../domain/jurisdiction/pack.ts';
import { readAnswers, type Answers, type Typed } from './estimate-form.ts';

export type Estimate = Answers & {
  /** Null while a field has to be mended. */
  readonly charges: ChargeAssessment | null;
  /** Reliefs of charges that are not owed, by the lines of the law that grant them. */
  readonly reliefs: readonly Threshold[];
  /** Where the law restricts goods of this code; null where it does not. */
  readonly restriction: Source | null;
};

export function estimate(typed: Typed, law: LawInForce): Estimate {
  const answers = readAnswers(typed, law);
  const none = { charges: null, reliefs: [], restriction: null };
  if (answers.facts === null) return { ...answers, ...none };
  const charges = assessCharges(answers.facts, law);
  const fault = faultOf(charges);
  if (fault !== null) return { ...answers, faults: { ...answers.faults, ...fault }, ...none };
  const code = answers.facts.items[0]?.commodityCode ?? '';
  return {
    ...answers,
    charges,
    reliefs: reliefsOf(charges, law),
    restriction: restrictionOf({ code, from: typed.from }, law),
  };
}

/** Goods charged by weight need it; nothing else can be missing that the form has not asked for. */
function faultOf({ incomplete, missing }: ChargeAssessment): Answers['faults'] | null {
  if (!incomplete) return null;
  return missing.some((pointer) => pointer.toLowerCase().includes('mass'))
    ? { weight: 'weight-needed' }
    : { currency: 'currency-unknown' };
}

/** A relief is worth a line when the charge it relieves is not owed by another rule. */
function reliefsOf({ reliefs, lines }: ChargeAssessment, law: LawInForce): readonly Threshold[] {
  const owed = new Set(lines.map(({ charge }) => charge));
  const granted = law.thresholds.filter(({ id, tax }) => reliefs.includes(id) && !owed.has(tax));
  return granted.filter(({ tax }, index) => granted.findIndex((one) => one.tax === tax) === index && tax !== 'fee'); // prettier-ignore
}

type Goods = { readonly code: string; readonly from: string };

function restrictionOf({ code, from }: Goods, law: LawInForce): Source | null {
  const row = law.prohibitions.find(
    ({ commodityPrefixes, origins }) =>
      commodityPrefixes.some((prefix) => code.startsWith(prefix)) &&
      (origins.length === 0 || origins.includes(from)),
  );
  return row === undefined ? null : (sourceOf(law, row.source) ?? null);
}

export const sourceOf = (
  { sources }: Pick<LawInForce, 'sources'>,
  id: string,
): Source | undefined => sources.find((source) => source.id === id);
