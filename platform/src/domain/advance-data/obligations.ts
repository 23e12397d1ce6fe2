/** Tells which datasets of the law ask for an element of the register, and how strongly. */
import type { Dataset, DatasetElement } from '../jurisdiction/pack.ts';

export type Obligation = {
  readonly profile: string;
  /** As the dataset names it: it may ask for a whole part, or for a party of one role. */
  readonly as: string;
  readonly obligation: DatasetElement['obligation'];
  /** Id in the pack's sources. */
  readonly source: string;
};

/** Where `city` and the like stand in a party. */
const OF_ADDRESS = /^(city|postcode|country|lines|subdivision)$/;

/** The obligations that concern an element, in the order of the datasets. */
export const obligationsOf = (element: string, datasets: readonly Dataset[]): readonly Obligation[] =>
  datasets.flatMap(({ profile, source, elements }) =>
    elements
      .filter((asked) => covers(registerName(asked.element), element))
      .map(({ element: as, obligation }) => ({ profile, as, obligation, source })),
  ); // prettier-ignore

/** The name in the register of what a dataset asks for: the role of a party is left out. */
export function registerName(asked: string): string {
  const [list, , ...members] = asked.split('.');
  if (list !== 'parties') return asked;
  const member = members.join('.');
  if (member === '') return 'parties.role';
  return OF_ADDRESS.test(member) ? `parties.address.${member}` : `parties.${member}`;
}

/** A dataset that asks for a part asks for whatever stands in it. */
const covers = (asked: string, element: string): boolean =>
  asked === element || element.startsWith(`${asked}.`);
