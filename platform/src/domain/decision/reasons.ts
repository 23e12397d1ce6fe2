/** The closed lists an officer chooses a reason from; free text would not count, compare or translate. */
export const RELEASE_REASONS = [
  'examined-conforms',
  'scanned-clear',
  'documents-sufficient',
  'question-answered',
  'false-alarm',
  'licence-supplied',
  'pieces-explained',
] as const;
export type ReleaseReason = (typeof RELEASE_REASONS)[number];

export const CONTROL_REASONS = [
  'lane',
  'officer-judgement',
  'scan-suspicious',
  'scan-inconclusive',
  'agency-request',
  'intelligence',
] as const;
export type ControlReason = (typeof CONTROL_REASONS)[number];

/** Why an act that hurts is done; the legal ground says by what right. */
export const HARM_REASONS = [
  'prohibited-goods',
  'licence-missing',
  'false-declaration',
  'counterfeit',
  'dangerous-goods',
  'security-threat',
  'unsafe-product',
  'question-unanswered',
  'nobody-claims',
] as const;
export type HarmReason = (typeof HARM_REASONS)[number];

/** What an examination may find. */
export const FOUND_CODES = [
  'undeclared-goods',
  'description-wrong',
  'value-too-low',
  'quantity-wrong',
  'origin-wrong',
  'counterfeit',
  'prohibited-goods',
  'unsafe-product',
  'dangerous-goods',
] as const;
export type FoundCode = (typeof FOUND_CODES)[number];

/** Why an agency agrees to goods, or does not. */
export const AGENCY_REASONS = {
  agreed: ['permit-valid', 'goods-permitted', 'not-our-goods'],
  refused: ['permit-missing', 'goods-prohibited', 'goods-unsafe'],
} as const;
export type AgencyReason = (typeof AGENCY_REASONS)['agreed' | 'refused'][number];
