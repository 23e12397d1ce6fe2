/** Whose word beside Customs' a parcel needs before it may leave, and what has become of it. */
import type { Pack } from '../jurisdiction/pack.ts';
import type { ProhibitionHit, RiskAssessment } from '../risk/assessment.ts';
import { prohibitionRule } from '../risk/prohibitions.ts';
import type { OfficerRecord } from './officer.ts';

/** The law names an agency that decides about these goods; one for each row of law. */
export type AgencyNeed = {
  /** Id of the pack's row. */
  readonly row: string;
  readonly agency: string;
  /** Statement whose goods it is about, as decimal text: a word about other goods does not count. */
  readonly goods: string | null;
  /** Stays needed when the statements are amended; a licence that is supplied later ends a need that does not last. */
  readonly lasting: boolean;
};

export type AgencyWord = AgencyNeed & {
  readonly answer: 'waiting' | 'agreed' | 'refused';
  readonly by: OfficerRecord | null;
};

/**
 * The needs of an assessment: rows whose action is to hold for their agency, and rows that put the parcel on hold because a
 * licence is missing or the goods may be seized.
 */
export function agenciesNeeded(
  { prohibitions, pieces }: Pick<RiskAssessment, 'prohibitions' | 'pieces'>,
  goods: string | null,
): readonly AgencyNeed[] {
  if (prohibitions.length === 0) return [];
  const isHeld = ({ row }: ProhibitionHit): boolean =>
    pieces.some(({ rule, effect }) => effect === 'hold' && rule === prohibitionRule(row));
  return prohibitions
    .filter((hit) => hit.action === 'hold' || isHeld(hit))
    .map(({ row, agency, action }) => ({ row, agency, goods, lasting: action !== 'licence' }));
}

/** The words after a new decision: given words stand as long as the goods are those they were about. */
export function needAgencies(
  known: readonly AgencyWord[],
  needs: readonly AgencyNeed[],
): readonly AgencyWord[] {
  if (known.length === 0 && needs.length === 0) return known;
  const asked = needs.map((need): AgencyWord => {
    const word = known.find(({ row }) => row === need.row);
    return word !== undefined && word.agency === need.agency && word.goods === need.goods
      ? { ...word, lasting: need.lasting }
      : { ...need, answer: 'waiting', by: null };
  });
  const rows = new Set(needs.map(({ row }) => row));
  return [...asked, ...known.filter(({ row, lasting }) => lasting && !rows.has(row))];
}

/** An agency speaks about all its rows at once. */
export const hearAgency = (
  known: readonly AgencyWord[],
  said: { readonly agency: string } & Pick<AgencyWord, 'answer' | 'by'>,
): readonly AgencyWord[] =>
  known.map((word) =>
    word.agency === said.agency ? { ...word, answer: said.answer, by: said.by } : word,
  );

/** The agency that an office is, by its name or by the name behind its code; null where the law names no such agency. */
export function agencyOfOffice(
  { offices, prohibitions }: Pick<Pack, 'offices' | 'prohibitions'>,
  office: string,
): string | null {
  const name = offices.find(({ code }) => code === office)?.name ?? office;
  return prohibitions.some(({ agency }) => agency === name) ? name : null;
}

/** Agencies were asked, and all of them agreed. */
export const haveAgreed = (agencies: readonly Pick<AgencyWord, 'answer'>[]): boolean =>
  agencies.length > 0 && agencies.every(({ answer }) => answer === 'agreed');
