/** How many minor units a currency has: the exponent of ISO 4217, needed to read and write amounts. */

/** Currencies whose exponent is not 2. @source iso-4217 */
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'UYI',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
]);

/** Digits after the decimal point that amounts of this currency may have. */
export const minorDigits = (currency: string): number => EXPONENTS.get(currency) ?? 2;
