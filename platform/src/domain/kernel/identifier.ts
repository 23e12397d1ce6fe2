/** Branded ids: made at the edge, never read for meaning, so that one kind is never passed for another. */
type Branded<Name extends string> = bigint & { readonly __brand: Name };

export type ParcelId = Branded<'parcel'>;
export type StatementId = Branded<'statement'>;
export type SubmissionId = Branded<'submission'>;

/** The only places where a bare number becomes an id: id makers and readers of rows. */
export const parcelId = (value: bigint): ParcelId => value as ParcelId;
export const statementId = (value: bigint): StatementId => value as StatementId;
export const submissionId = (value: bigint): SubmissionId => value as SubmissionId;
