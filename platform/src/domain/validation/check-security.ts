/** Decides whether the consignment security declaration holds together and speaks of this parcel. */
import type { SecurityDeclaration } from '../advance-data/statement.ts';
import { foldText } from '../parties/normalise.ts';
import { finding } from './catalogue.ts';
import { note, type Sheet } from './sheet.ts';

/** Regulated agent, known consignor, aircraft operator. @source iata-resolution-651 */
const ISSUER_CATEGORIES: ReadonlySet<string> = new Set(['RA', 'KC', 'AO']);

/** Secure for passenger aircraft, for all-cargo aircraft only, and for both after high-risk screening. @source iata-resolution-651 */
const STATUSES: ReadonlySet<string> = new Set(['SPX', 'SCO', 'SHR']);

/** Notes what the fifteen fields lack or contradict. @source iata-resolution-651 */
export function checkSecurity(sheet: Sheet, security: SecurityDeclaration): void {
  const pointer = `${sheet.pointer}/security`;
  if (!ISSUER_CATEGORIES.has(security.issuerCategory)) {
    note(sheet, finding('security-issuer-category-unknown', `${pointer}/issuerCategory`));
  }
  if (!STATUSES.has(security.status)) {
    note(sheet, finding('security-status-unknown', `${pointer}/status`));
  } else if (!hasGround(security)) {
    note(sheet, finding('security-ground-missing', `${pointer}/screeningMethods`));
  }
  if (security.issuedBy === undefined) {
    note(sheet, finding('security-issuer-missing', `${pointer}/issuedBy`, { missing: 'by whom' }));
  }
  if (security.issuedAt === undefined) {
    note(sheet, finding('security-issuer-missing', `${pointer}/issuedAt`, { missing: 'when' }));
  }
  if (security.contents === undefined) {
    note(sheet, finding('security-contents-missing', `${pointer}/contents`));
  }
  checkConsignment(sheet, security);
  checkTimes(sheet, security);
}

/** Secure is what was screened, what is exempt, and what a known consignor kept secure. */
const hasGround = (security: SecurityDeclaration): boolean =>
  security.screeningMethods.length > 0 ||
  security.otherScreeningMethods !== undefined ||
  security.exemptionGrounds !== undefined ||
  security.issuerCategory === 'KC' ||
  (security.receivedFrom?.startsWith('KC') ?? false);

/** The declaration may name the house, the master or the receptacle; a declaration about another one proves nothing. */
function checkConsignment(sheet: Sheet, security: SecurityDeclaration): void {
  const about = security.consignmentIdentifier;
  if (about === undefined) return;
  const { houseReference, masterReference, receptacle } = sheet.stated;
  const own = [houseReference?.number, masterReference, receptacle].filter(
    (one) => one !== undefined,
  );
  if (own.length === 0 || own.some((one) => bare(one) === bare(about))) return;
  note(
    sheet,
    finding('security-other-consignment', `${sheet.pointer}/security/consignmentIdentifier`),
  );
}

/** References are written with and without hyphens and spaces. */
const bare = (reference: string): string => foldText(reference).replaceAll(' ', '');

function checkTimes(sheet: Sheet, security: SecurityDeclaration): void {
  const { issuedAt } = security;
  if (issuedAt === undefined) return;
  const pointer = `${sheet.pointer}/security/issuedAt`;
  const { transport } = sheet.stated;
  const left = transport?.loadingAt ?? transport?.departureAt;
  if (left !== undefined && issuedAt > left) {
    note(sheet, finding('security-issued-after-loading', pointer));
  }
  if (issuedAt > sheet.receivedAt + CLOCK_SLACK) {
    note(sheet, finding('security-issued-in-future', pointer));
  }
}

/** Milliseconds that two honest clocks may be apart. */
const CLOCK_SLACK = 5 * 60_000;
