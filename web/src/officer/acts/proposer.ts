/** Who proposed a release, as a name to show. */
import type { Proposal } from '../../api/contract.ts';

export const proposerOf = ({ by, you }: Proposal): string => (you ? 'You' : by.name);
