/** Names the client of a request as far as its address tells clients apart: an IPv4 address, or the /64 that a household has in IPv6. */

const LETTERS_MAX = 64;
const GROUPS_OF_NETWORK = 4;

/** IPv4 inside IPv6 is IPv4; a zone index is no part of the address; what is no address stands for itself, cut short. */
export function networkOf(address: string): string {
  const [bare = ''] = address.slice(0, LETTERS_MAX).toLowerCase().split('%');
  if (!bare.includes(':')) return bare;
  if (bare.includes('.')) return bare.slice(bare.lastIndexOf(':') + 1);
  const [head = '', tail] = bare.split('::', 2);
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${groups.slice(0, GROUPS_OF_NETWORK).join(':')}::/64`;
}

const groupsOf = (text: string): string[] =>
  text === '' ? [] : text.split(':').map((group) => group.replace(/^0+(?=.)/, ''));
