/** An officer as an act needs one: a person with roles and an office, of whom the record keeps what held at the time. */
export const ROLES = [
  'front-officer',
  'second-officer',
  'supervisor',
  'targeter',
  'rule-approver',
  'agency-officer',
  'finance',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

export type Officer = {
  /** Id of the person, not of an account; it is what the record keeps. */
  readonly person: string;
  /** For screens only; no event holds it. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly office: string;
};

/** Who acted: the person, in which role, at which office, at that time. */
export type OfficerRecord = {
  readonly person: string;
  readonly role: Role;
  readonly office: string;
};
