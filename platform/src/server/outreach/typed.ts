/** Reads what a visitor typed into an address: one text for each name, without control characters. */

export type Query = Readonly<Record<string, unknown>>;

/** The first text under a name, trimmed; empty when there is none. */
export function typedIn(query: Query, name: string): string {
  const value = query[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  // Marks that turn the direction of a text have no place in what we show again.
  return typeof first === 'string'
    ? first.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, ' ').trim()
    : '';
}
