/** Which statements about a parcel are in force: a replacement or cancellation takes away its sender's earlier word of that kind. */
import { limits } from '../kernel/limits.ts';
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

/** Whether as many statements are in force as may be, so that one more would be too many; scans are counted apart. */
export function isFull(statements: readonly Statement[], kind: Statement['kind']): boolean {
  const isScan = kind === 'arrival';
  const max = isScan ? limits.scansPerParcel : limits.statementsPerParcel;
  if (statements.length < max) return false;
  const alike = inForce(statements).filter((standing) => (standing.kind === 'arrival') === isScan);
  return alike.length >= max;
}

/** Whether a replacement or cancellation has anything to act on. */
export const hasEarlierWord = (
  statements: readonly Statement[],
  by: Pick<Statement, 'owner' | 'kind'>,
): boolean =>
  inForce(statements).some(
    (statement) => statement.owner === by.owner && statement.kind === by.kind,
  );
