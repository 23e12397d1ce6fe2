/** Codes of the contract as words people use; an unknown code is shown with its dashes as spaces, never hidden. */
import { words } from '../words/current.ts';

type Named = Readonly<Record<string, string>>;

const plain = (code: string): string => code.replaceAll('-', ' ');
const named = (names: Named, code: string): string => names[code] ?? plain(code);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The order in which a parcel passes its stages; a stage nobody told us of comes last. */
export const stageOrder = (stage: string): number => {
  const at = Object.keys(words().stages).indexOf(stage);
  return at === -1 ? Infinity : at;
};

export const stageWords = (stage: string): string => named(words().stages, stage);
export const standingWords = (standing: string): string =>
  capital(named(words().standings, standing));
export const sourceWords = (kind: string): string => capital(named(words().sources, kind));
export const outsideWords = (outside: string): string => named(words().outsides, outside);
export const holdWords = (hold: string): string => named(words().holds, hold);
export const natureWords = (nature: string): string => named(words().natures, nature);
export const channelWords = (channel: string): string => named(words().channels, channel);
export const chargeWords = (charge: string): string => named(words().money.charges, charge);
export const lawKindWords = (kind: string): string => capital(named(words().lawKinds, kind));
export const jobWords = (kind: string): string => capital(named(words().jobs, kind));
export const keyPurposeWords = (purpose: string): string =>
  capital(named(words().keyPurposes, purpose));
export const roleWords = (roles: readonly string[]): string =>
  capital(roles.map((role) => named(words().roles, role)).join(', '));

/** The label of an act or a datum: ours in another language than the record's, otherwise as the server gives it. */
export const actLabel = ({
  act,
  label,
}: {
  readonly act: string;
  readonly label: string;
}): string => named({ [act]: label, ...words().acts }, act);
export const elementLabel = (row: { readonly element: string; readonly label: string }): string =>
  words().elements?.[row.element] ?? row.label;

/** A flight by its mode, or by the look of its number where no mode is told: 'XM 214'. */
export const isFlight = (means: string, mode: string | null | undefined): boolean =>
  mode === null || mode === undefined ? /^[A-Z0-9]{2} ?\d{1,4}$/u.test(means) : mode === 'air';
