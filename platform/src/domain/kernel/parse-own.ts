/** Reads JSON that this program wrote itself; everything else is checked at a door. */

/** The caller names the type it wrote. Never for text that came from outside. */
export function parseOwn<T>(text: string): T {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- our own text, written from a value of this type
  return JSON.parse(text) as T;
}
