/** Decides whether a statement brings the elements that the law and the minimum set before loading ask of it. */
import type { Item } from '../advance-data/statement.ts';
import type { Party } from '../parties/party.ts';
import { finding } from './catalogue.ts';
import { SEVEN_AND_ONE, type AskedElement } from './asked-elements.ts';
import type { StatedElement } from './stated-elements.ts';
import { note, type Sheet } from './sheet.ts';

/** How many elements were asked for and how many of them are stated; lists count once for each entry. */
export type Tally = { asked: number; stated: number };

const NAMES_OF_SEVEN_AND_ONE: ReadonlySet<string> = new Set(SEVEN_AND_ONE.map(({ name }) => name));
const NOTHING: readonly AskedElement[] = [];

/**
 * Notes `pre-loading-element-missing` for the seven elements and the house reference where the profile is `pre-loading`,
 * and `required-element-missing` for what the law's datasets ask of the profile. A record of the past is only asked
 * what its own profile says. @source icao-wco-placi
 */
export function checkElements(sheet: Sheet): Tally {
  const tally: Tally = { asked: 0, stated: 0 };
  const isPreLoading = sheet.profile === 'pre-loading' && speaksOfGoods(sheet);
  if (isPreLoading) {
    for (const asked of SEVEN_AND_ONE) {
      checkAsked(sheet, { asked, isPreLoading: true, tally });
    }
  }
  const dataset = sheet.kind === 'declaration' ? sheet.profile : sheet.kind;
  for (const asked of sheet.rules.asked.get(dataset) ?? NOTHING) {
    if (isPreLoading && NAMES_OF_SEVEN_AND_ONE.has(asked.name)) continue;
    checkAsked(sheet, { asked, isPreLoading: false, tally });
  }
  return tally;
}

const speaksOfGoods = (sheet: Sheet): boolean =>
  sheet.kind === 'declaration' || sheet.kind === 'logistics';

type Asking = {
  readonly asked: AskedElement;
  readonly isPreLoading: boolean;
  readonly tally: Tally;
};

function checkAsked(sheet: Sheet, asking: Asking): void {
  const { element } = asking.asked;
  if (element.of === 'item') {
    checkItems(sheet, asking, element);
    return;
  }
  const { stated } = sheet;
  if (!isAskedOf(sheet, asking.asked)) return;
  if (element.of === 'party') count(sheet, asking, missingParty(stated.parties, element));
  else count(sheet, asking, element.isStated(stated) ? null : element.pointer);
}

/** Each item is asked for itself, and so is the condition. */
function checkItems(sheet: Sheet, asking: Asking, element: ElementOf<'item'>): void {
  const { items } = sheet.stated;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item === undefined || !isAskedOf(sheet, asking.asked, item)) continue;
    count(sheet, asking, element.isStated(item) ? null : `/items/${index}${element.pointer}`);
  }
}

function isAskedOf(sheet: Sheet, { when }: AskedElement, item?: Item): boolean {
  if (when === null) return true;
  const asked = { stated: sheet.stated, profile: sheet.profile, law: sheet.rules.law };
  return when(item === undefined ? asked : { ...asked, item });
}

type ElementOf<Of> = Extract<StatedElement, { readonly of: Of }>;

/** Where the element of the party belongs when it is not stated. */
function missingParty(parties: readonly Party[], element: ElementOf<'party'>): string | null {
  const index = parties.findIndex((party) => party.role === element.role);
  const party = parties[index];
  if (party === undefined) return '/parties';
  return element.isStated(party) ? null : `/parties/${index}${element.pointer}`;
}

/** Counts an element; `missingAt` says where it belongs when it is not stated. */
function count(
  sheet: Sheet,
  { asked, isPreLoading, tally }: Asking,
  missingAt: string | null,
): void {
  tally.asked++;
  if (missingAt === null) {
    tally.stated++;
    return;
  }
  const pointer = `${sheet.pointer}${missingAt}`;
  const element = asked.name;
  const parameters =
    asked.element.of === 'party' ? { element, role: asked.element.role } : { element };
  if (isPreLoading) note(sheet, finding('pre-loading-element-missing', pointer, parameters));
  else {
    const { profile } = sheet;
    note(sheet, finding('required-element-missing', pointer, { ...parameters, profile }));
  }
}
