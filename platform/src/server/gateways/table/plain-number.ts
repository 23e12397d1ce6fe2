/** Writes a number of a spreadsheet as the plain decimal that was typed, without the noise of its binary form. */

/** Spreadsheets keep and show fifteen significant digits; what comes after them nobody typed. */
const DIGITS_MAX = 15;
const NUMBER =
  /^(?<sign>-?)(?<whole>[0-9]+)(?:\.(?<fraction>[0-9]*))?(?:[eE](?<exponent>[+-]?[0-9]{1,3}))?$/;

/** `12.100000000000001` is `12.1`, `1.5E-3` is `0.0015`; undefined for what is no number or has lost digits. */
export function plainNumber(text: string): string | undefined {
  const parts = NUMBER.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const { sign = '', whole = '', fraction = '', exponent = '0' } = parts;
  const significant = (whole + fraction).replace(/^0+/, '').replace(/0+$/, '');
  if (significant.length > DIGITS_MAX) {
    const rounded = Number(text).toPrecision(DIGITS_MAX);
    return rounded === text ? undefined : plainNumber(rounded);
  }
  const point = whole.length + Number(exponent);
  if (point > DIGITS_MAX) return undefined;
  return `${sign}${placed(whole + fraction, point)}`;
}

/** The digits with the point after `point` of them, without empty zeros. */
function placed(digits: string, point: number): string {
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  const whole = padded.slice(0, at).replace(/^0+(?=[0-9])/, '');
  const fraction = padded.slice(at).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
