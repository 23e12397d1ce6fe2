/** Who proposed a release, as a name to show. */
import type { Proposal } from '../../api/contract.ts';

export const proposerOf = ({ by, you }: Proposal): string => {
  if (you === true || (typeof by !== 'string' && by.you)) return 'You';
  return typeof by === 'string' ? by : by.name;
};
