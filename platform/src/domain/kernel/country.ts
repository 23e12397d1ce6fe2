/** Which two letters name a country: ISO 3166-1, and the user-assigned codes that fictional countries bear. */

/** Officially assigned codes. @source iso-3166-1 */
const ASSIGNED = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ
  BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM
  DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS
  GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
  KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ
  MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
  PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
  SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
  VN VU WF WS YE YT ZA ZM ZW
`;

/**
 * User-assigned codes for fictional countries, so that no example names a real one. `XX` is left out: senders use it
 * for "unknown", which is no country. @source iso-3166-1
 */
const USER_ASSIGNED = 'XA XB XC XD XE XF XG XH XI XJ XK XL XM XN XO XP XQ XR XS XT XU XV XW XY XZ';

/** All of them, assigned ones first. */
export const COUNTRIES: readonly string[] = `${ASSIGNED} ${USER_ASSIGNED}`.trim().split(/\s+/);

const CODES: ReadonlySet<string> = new Set(COUNTRIES);

/** True when the code is that of a country on this list; letters must be capitals. */
export const isCountry = (code: string): boolean => CODES.has(code);

const FICTIONAL: ReadonlySet<string> = new Set(USER_ASSIGNED.split(' '));

/** True for a country that does not exist, such as Meridia. */
export const isFictional = (code: string): boolean => FICTIONAL.has(code);
