/** Turns a row of Korea Customs' published declarations into one historic declaration, or says why it cannot be one. */
import type { WireConsignment, WireParty, WireSubmission } from '../../../domain/advance-data/wire.ts'; // prettier-ignore
import type { Mode } from '../../../domain/advance-data/statement.ts';
import type { PartyRole } from '../../../domain/parties/party.ts';

/** The columns of the publication that a declaration states. */
export const KCS_COLUMNS = ['Declaration ID', 'Date', 'Mode of Transport', 'Declarant ID', 'Importer ID', 'Seller ID', 'Courier ID', 'HS6 Code', 'Country of Departure', 'Country of Origin', 'Net Mass', 'Item Price'] as const; // prettier-ignore
export type KcsColumn = (typeof KCS_COLUMNS)[number];
export type KcsRow = Readonly<Record<KcsColumn, string>>;

/** The party that hands over the archive; the rows' own parties are known by code only. */
const SENDER = 'KCS-ARCHIVE';

/** UN/ECE Recommendation 19 times ten. Mail (50) says who carries, not how; 90 is unknown. @source unece-rec-19 */
const MODES: Readonly<Record<string, Mode>> = { 10: 'sea', 20: 'rail', 30: 'road', 40: 'air' };
const MAIL = '50';

const PARTIES: readonly (readonly [column: KcsColumn, role: PartyRole, scheme: string])[] = [
  ['Declarant ID', 'declarant', 'kcs-declarant'],
  ['Importer ID', 'importer', 'kcs-importer'],
  ['Seller ID', 'seller', 'kcs-seller'],
  ['Courier ID', 'carrier', 'kcs-courier'],
];

export type ReadRow = { readonly submission: WireSubmission } | { readonly reason: string };

export function readKcsRow(row: KcsRow, on: Temporal.PlainDate): ReadRow {
  const id = row['Declaration ID'];
  if (!/^[0-9A-Za-z]{1,35}$/.test(id)) return { reason: 'the declaration has no number' };
  const price = roundedWon(row['Item Price']);
  if (price === undefined) return { reason: `the price "${row['Item Price']}" is no amount` };
  const mass = plainDecimal(row['Net Mass']);
  if (mass === undefined) return { reason: `the mass "${row['Net Mass']}" is no number` };
  if (!/^[0-9]{6}$/.test(row['HS6 Code'])) return { reason: `"${row['HS6 Code']}" is no HS code` };
  const day = on.toString();
  return {
    submission: {
      messageId: `KCS-${row.Date}-${id}`,
      sender: SENDER,
      kind: 'declaration',
      profile: 'historic-declaration',
      preparedAt: `${day}T06:00:00Z`,
      consignments: [
        {
          houseReference: { scheme: 'courier', number: id },
          direction: 'import',
          ...movement(row),
          transport: { arrivalAt: `${day}T12:00:00Z` },
          items: [
            {
              commodityCode: row['HS6 Code'],
              ...country('origin', row['Country of Origin']),
              massNet: { value: mass, unit: 'KGM' },
              value: { amount: price, currency: 'KRW' },
            },
          ],
          parties: PARTIES.flatMap((party) => partyOf(row, party)),
        },
      ],
    },
  };
}

function movement(row: KcsRow): Pick<WireConsignment, 'mode' | 'channel' | 'countryOfDispatch'> {
  const mode = MODES[row['Mode of Transport']];
  const isMail = row['Mode of Transport'] === MAIL;
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(isMail ? { channel: 'post' as const } : {}),
    ...(!isMail && row['Courier ID'] !== '' ? { channel: 'express' as const } : {}),
    ...country('countryOfDispatch', row['Country of Departure']),
  };
}

/** A code that is no country is left out, which the record then misses. */
const country = (element: 'origin' | 'countryOfDispatch', code: string) =>
  /^[A-Z]{2}$/.test(code) ? { [element]: code } : {};

function partyOf(row: KcsRow, [column, role, scheme]: (typeof PARTIES)[number]): WireParty[] {
  const value = row[column];
  return value === '' ? [] : [{ role, identifiers: [{ scheme, value }] }];
}

const DECIMAL = /^(?<whole>[0-9]{1,14})(?:\.(?<fraction>[0-9]{1,30}))?$/;

/** Whole won, half up: the won has no smaller unit, and the fractions come of the model that made the rows. */
function roundedWon(text: string): string | undefined {
  const parts = DECIMAL.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const { whole = '', fraction = '' } = parts;
  return String(BigInt(whole) + (fraction >= '5' ? 1n : 0n));
}

/** At most six places, as the contract has them; what is beyond is noise of the model. */
function plainDecimal(text: string): string | undefined {
  const parts = DECIMAL.exec(text)?.groups;
  if (parts === undefined || (parts['whole']?.length ?? 0) > 10) return undefined;
  const fraction = (parts['fraction'] ?? '').slice(0, 6).replace(/0+$/, '');
  const whole = String(BigInt(parts['whole'] ?? '0'));
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
