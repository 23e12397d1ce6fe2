/** A finding says something of goods or of what was stated about them; it is stored and shown, never thrown. */
export type Severity = 'error' | 'warning' | 'notice';

/**
 * `code` is for ever and stands in the catalogue (validation/catalogue.ts), which knows its text, fix, example,
 * WCO pointer and source. `pointer` is a JSON Pointer (RFC 6901) into the submission as sent.
 * `parameters` fill the text; they hold no personal content.
 */
export type Finding = {
  readonly code: string;
  readonly severity: Severity;
  readonly pointer: string;
  readonly parameters?: Readonly<Record<string, string>>;
};

export const hasError = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'error');
