/** Decides which cells of a cube may be told: small ones are kept back, and enough others that nobody can reckon them. */

/** A cell, by its path from the top: direction, chapter, commodity and so on. */
export type Leaf<Figures> = {
  readonly path: readonly string[];
  /** How many parcels stand behind it. */
  readonly parcels: number;
  readonly figures: Figures;
};

/** A total or a cell; `figures` is null where it is kept back. The top has an empty path. */
export type Disclosed<Figures> = {
  readonly path: readonly string[];
  readonly isTotal: boolean;
  readonly parcels: number | null;
  readonly figures: Figures | null;
};

type Node<Figures> = {
  readonly path: readonly string[];
  readonly children: Map<string, Node<Figures>>;
  readonly figures: Figures;
  readonly parcels: number;
  isKept: boolean;
};

/**
 * Totals are told at every level of the one tree of paths. A cell of fewer than `parcelsMin` parcels is kept back; and wherever
 * a total is told, the cells kept back beneath it (those not already summed up by a total of their own) are at least two and
 * hold at least `parcelsMin` parcels together. In a tree nothing finer can then be reckoned from what is told: every
 * equation is the sum of one such group.
 */
export function disclose<Figures>(
  leaves: readonly Leaf<Figures>[],
  rule: {
    readonly parcelsMin: number;
    readonly add: (left: Figures, right: Figures) => Figures;
    readonly zero: Figures;
  },
): readonly Disclosed<Figures>[] {
  const top = grow(leaves, rule);
  for (const leaf of leavesUnder(top)) leaf.isKept = leaf.parcels < rule.parcelsMin;
  protect(top, rule.parcelsMin);
  return told(top);
}

function grow<Figures>(
  leaves: readonly Leaf<Figures>[],
  rule: Parameters<typeof disclose<Figures>>[1],
): Node<Figures> {
  const build = (path: readonly string[], beneath: readonly Leaf<Figures>[]): Node<Figures> => {
    const [only] = beneath;
    const isLeaf = only !== undefined && only.path.length === path.length;
    const groups = isLeaf
      ? new Map<string, readonly Leaf<Figures>[]>()
      : Map.groupBy(beneath, (leaf) => leaf.path[path.length] ?? '');
    return {
      path,
      children: new Map([...groups].map(([name, group]) => [name, build([...path, name], group)])),
      figures: beneath.reduce((sum, { figures }) => rule.add(sum, figures), rule.zero),
      parcels: beneath.reduce((sum, { parcels }) => sum + parcels, 0),
      isKept: false,
    };
  };
  return build([], leaves);
}

const isLeaf = <Figures>({ children }: Node<Figures>): boolean => children.size === 0;

function leavesUnder<Figures>(node: Node<Figures>): readonly Node<Figures>[] {
  return isLeaf(node) ? [node] : [...node.children.values()].flatMap(leavesUnder);
}

/** Cells kept back beneath a total that no total told between sums up already. */
function residual<Figures>(node: Node<Figures>): readonly Node<Figures>[] {
  return [...node.children.values()].flatMap((child) => {
    if (!child.isKept) return [];
    return isLeaf(child) ? [child] : residual(child);
  });
}

const isSafe = <Figures>(group: readonly Node<Figures>[], parcelsMin: number): boolean =>
  group.length === 0 ||
  (group.length > 1 && group.reduce((sum, { parcels }) => sum + parcels, 0) >= parcelsMin);

/** From the cells upwards: keeps back one more cell, the smallest, until each total is safe to tell; else the total itself. */
function protect<Figures>(node: Node<Figures>, parcelsMin: number): void {
  if (isLeaf(node)) return;
  for (const child of node.children.values()) protect(child, parcelsMin);
  if (node.parcels < parcelsMin) {
    node.isKept = true;
    return;
  }
  while (!isSafe(residual(node), parcelsMin)) {
    const smallest = smallestTold(node);
    if (smallest === null) {
      node.isKept = true;
      return;
    }
    keepBack(node, smallest);
  }
}

/** The smallest cell that is still told; of equal ones the first by path, so that the same cube is always told the same. */
function smallestTold<Figures>(node: Node<Figures>): Node<Figures> | null {
  let smallest: Node<Figures> | null = null;
  for (const leaf of leavesUnder(node))
    if (!leaf.isKept && (smallest === null || isBefore(leaf, smallest))) smallest = leaf;
  return smallest;
}

const isBefore = <Figures>(left: Node<Figures>, right: Node<Figures>): boolean =>
  left.parcels < right.parcels ||
  (left.parcels === right.parcels && left.path.join('\n') < right.path.join('\n'));

/** With the cell go the totals between it and the node, or they would give it away. */
function keepBack<Figures>(node: Node<Figures>, leaf: Node<Figures>): void {
  let on = node;
  for (const name of leaf.path.slice(node.path.length)) {
    const next = on.children.get(name);
    if (next === undefined) return;
    next.isKept = true;
    on = next;
  }
}

function told<Figures>(node: Node<Figures>): readonly Disclosed<Figures>[] {
  const { path, isKept, parcels, figures } = node;
  const own: Disclosed<Figures> = {
    path,
    isTotal: !isLeaf(node) || path.length === 0,
    parcels: isKept ? null : parcels,
    figures: isKept ? null : figures,
  };
  return [own, ...[...node.children.values()].flatMap(told)];
}
