/** Who proposed a release, as a name to show; null when it is the reader. */
import type { Proposal } from '../../api/contract.ts';

export const proposerOf = ({ by, you }: Proposal): string | null => (you ? null : by.name);
