/** Finds out who is calling, from an API key or a session cookie; keys are remembered until the register changes and for a minute at most, sessions are read each time. */
import type { FastifyRequest } from 'fastify';
import type { Pool } from '../db/connect.ts';
import type { PartyRegistry } from '../parties/store.ts';
import type { Caller } from './caller.ts';
import { readCredential, readSession, type CredentialRow } from './store.ts';

export const SESSION_COOKIE = 'luxor_session';
const REMEMBERED_MILLISECONDS = 60_000;
const REMEMBERED_MAX = 10_000;

export type Identify = (request: FastifyRequest) => Promise<Caller>;

export function createIdentify(pool: Pool, parties: PartyRegistry): Identify {
  const remembered = new Map<
    string,
    { readonly credential: CredentialRow; readonly until: number; readonly edition: number }
  >();

  async function credentialOf(key: string): Promise<CredentialRow | undefined> {
    const known = remembered.get(key);
    const edition = parties.edition();
    if (known?.edition === edition && known.until > performance.now()) return known.credential;
    remembered.delete(key);
    const credential = await readCredential(pool, key);
    if (credential === undefined) return undefined;
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    remembered.set(key, {
      credential,
      edition,
      until: performance.now() + REMEMBERED_MILLISECONDS,
    });
    return credential;
  }

  async function byKey(key: string): Promise<Caller> {
    const credential = await credentialOf(key);
    if (credential === undefined) return { kind: 'public' };
    if (parties.byId(credential.partyId) === undefined) await parties.reload();
    const party = parties.byId(credential.partyId);
    if (party?.active !== true) return { kind: 'public' };
    return { kind: 'trader', party, isOperator: credential.scopes.includes('operator') };
  }

  async function bySession(secret: string): Promise<Caller> {
    const session = await readSession(pool, secret);
    if (session === undefined) return { kind: 'public' };
    const { personId: person, name, roles, office, csrf } = session;
    return { kind: 'officer', person, name, roles, office, csrf };
  }

  return async (request) => {
    const { authorization } = request.headers;
    if (authorization?.startsWith('Bearer ') === true)
      return byKey(authorization.slice('Bearer '.length));
    const secret = request.cookies[SESSION_COOKIE];
    return secret === undefined ? { kind: 'public' } : bySession(secret);
  };
}
