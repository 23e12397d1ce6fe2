/** Who is calling: nobody known, a party by its API key, or a person by a session. */
import type { FastifyRequest } from 'fastify';
import type { Role } from '../../domain/decision/officer.ts';
import type { RegisteredParty } from '../parties/store.ts';

export type Caller =
  | { readonly kind: 'public' }
  | { readonly kind: 'trader'; readonly party: RegisteredParty; readonly isOperator: boolean }
  | {
      readonly kind: 'officer';
      readonly person: string;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly office: string;
      readonly csrf: string;
    };

export type CallerOf<Kind extends Caller['kind']> = Extract<Caller, { readonly kind: Kind }>;

/** Who may use a route; every route says it, or the start stops. `roles` empty means any officer. */
export type Access =
  | {
      readonly zone: 'public';
      /** A party that brings its key is known, and is not of the rate that the public shares. */
      readonly alsoTraders?: true;
    }
  | { readonly zone: 'trader' }
  | { readonly zone: 'officer'; readonly roles: readonly Role[] };

/** The caller of a route for officers: the guard has let nobody else in. */
export function officerOf(request: FastifyRequest): CallerOf<'officer'> {
  if (request.caller.kind !== 'officer')
    throw new Error('A route for officers was reached by somebody else.');
  return request.caller;
}

/** The caller of a route for traders: the guard has let nobody else in. */
export function traderOf(request: FastifyRequest): CallerOf<'trader'> {
  if (request.caller.kind !== 'trader')
    throw new Error('A route for traders was reached by somebody else.');
  return request.caller;
}
