/** Which statements about a parcel are in force: a replacement or cancellation takes away its sender's earlier word of that kind. */
import type { Statement } from './statement.ts';

/**
 * Statements in force, oldest first. A `replace` supersedes all earlier statements of the same sender and kind, a
 * `cancel` removes them and itself; arrival scans are all kept, because each is an event of its own.
 * @source wco-dm-017
 */
export function inForce<Each extends Statement>(statements: readonly Each[]): readonly Each[] {
  const standing: Each[] = [];
  for (const statement of statements) {
    if (statement.function !== 'original' && statement.kind !== 'arrival')
      withdraw(standing, statement);
    if (statement.function !== 'cancel') standing.push(statement);
  }
  return standing;
}

function withdraw(standing: Statement[], by: Statement): void {
  for (let index = standing.length - 1; index >= 0; index--) {
    const earlier = standing[index];
    if (earlier?.owner === by.owner && earlier.kind === by.kind) standing.splice(index, 1);
  }
}

/** Whether a replacement or cancellation has anything to act on. */
export const hasEarlierWord = (
  statements: readonly Statement[],
  by: Pick<Statement, 'owner' | 'kind'>,
): boolean =>
  inForce(statements).some(
    (statement) => statement.owner === by.owner && statement.kind === by.kind,
  );
