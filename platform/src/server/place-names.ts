/** Names countries and offices for people: the pack's own words first, then those every browser knows. */
import type { Pack } from '../domain/jurisdiction/pack.ts';

export type Language = 'en' | 'ar';

const NAMES: Readonly<Record<Language, Intl.DisplayNames>> = {
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }),
  ar: new Intl.DisplayNames('ar', { type: 'region', fallback: 'code' }),
};

/** The name of a country; its code where nobody has a name for it. */
export function countryName(
  pack: Pick<Pack, 'messages'>,
  code: string,
  language: Language = 'en',
): string {
  const own = pack.messages[language]?.[`country.${code}`] ?? pack.messages['en']?.[`country.${code}`]; // prettier-ignore
  return own ?? NAMES[language].of(code) ?? code;
}

export const officeName = (pack: Pick<Pack, 'offices'>, code: string): string =>
  pack.offices.findLast((office) => office.code === code)?.name ?? code;
