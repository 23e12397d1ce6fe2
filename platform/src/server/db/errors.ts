/** Recognises the errors of PostgreSQL that a caller answers, by their SQLSTATE. */
import pg from 'pg';
import { systemErrorCode } from '../fault.ts';

const UNIQUE_VIOLATION = '23505';
const CHECK_VIOLATION = '23514';
const INSUFFICIENT_PRIVILEGE = '42501';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** With a constraint's name: only that one, so that no other duplicate is mistaken for it. */
export function isUniqueViolation(error: unknown, constraintName?: string): boolean {
  return isViolation(error, UNIQUE_VIOLATION, constraintName);
}

export const isCheckViolation = (error: unknown, constraintName: string): boolean =>
  isViolation(error, CHECK_VIOLATION, constraintName);

function isViolation(error: unknown, state: string, constraintName: string | undefined): boolean {
  if (!(error instanceof pg.DatabaseError) || error.code !== state) return false;
  return constraintName === undefined || error.constraint === constraintName;
}

export function isInsufficientPrivilege(error: unknown): boolean {
  return sqlState(error) === INSUFFICIENT_PRIVILEGE;
}

/** The transaction did nothing and may be tried again as it is. */
export function isTransactionConflict(error: unknown): boolean {
  const state = sqlState(error);
  return state === SERIALIZATION_FAILURE || state === DEADLOCK_DETECTED;
}

const lostConnectionErrors = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'];

/**
 * The database went away: whether a transaction at its commit took place is then unknown, and only idempotency makes it safe to send
 * it again. Class 08 and 57P0x are a closing server's last words; pg's own two errors have no code.
 */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return state.startsWith('08') || state.startsWith('57P0');
  const code = systemErrorCode(error);
  if (code !== undefined) return lostConnectionErrors.includes(code);
  return (
    error instanceof Error &&
    /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
      error.message,
    )
  );
}
