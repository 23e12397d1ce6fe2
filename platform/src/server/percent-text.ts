/** Writes the exact rates of the law as percentages for people. */

const FRACTION = /^(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/** '0.125' is '12.5 %': the point moves two places, and nothing is computed in floating point. */
export function percentText(rate: string): string | null {
  if (!FRACTION.test(rate)) return null;
  const [whole = '0', fraction = ''] = rate.split('.');
  const digits = `${whole}${fraction.padEnd(2, '0')}`;
  const point = whole.length + 2;
  const left = digits.slice(0, point).replace(/^0+(?=[0-9])/, '');
  const right = digits.slice(point).replace(/0+$/, '');
  return right === '' ? `${left} %` : `${left}.${right} %`;
}
