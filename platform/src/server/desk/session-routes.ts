/** Signing in: by choosing a person, in a jurisdiction that does not exist; the full doors come later and keep the session. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { isFictional } from '../../domain/kernel/country.ts';
import { officerOf } from '../access/caller.ts';
import { SESSION_COOKIE } from '../access/identify.ts';
import { closeSession, openSession, readPeople, type PersonRow } from '../access/store.ts';
import { officeTime } from '../http/office-time.ts';
import { problemOf, sendProblem } from '../http/problem.ts';
import { ProblemSchema } from '../http/schema.ts';
import { officeName } from '../place-names.ts';
import type { Platform } from '../world.ts';
import { PersonSchema, SessionSchema, SignInSchema } from './schema.ts';

const TAG = 'session';

/** Nobody can be harmed by whoever signs in to a country that does not exist. */
const isDemo = ({ pack }: Platform): boolean => isFictional(pack.country);

type SessionOf = { readonly person: PersonRow; readonly csrf: string };

function writtenSession(platform: Platform, { person, csrf }: SessionOf): object {
  const { id, title, currency, zone } = platform.pack;
  return {
    person: { ...writtenPerson(platform, person), zone },
    csrf,
    jurisdiction: { id, title, currency, zone },
    demo: isDemo(platform),
    now: officeTime(platform.now(), zone),
    pace: platform.pace,
  };
}

const writtenPerson = ({ pack }: Platform, { personId, name, roles, office }: PersonRow) => ({
  id: personId,
  name,
  roles,
  office: { code: office, name: officeName(pack, office) },
});

export function sessionRoutes(app: FastifyInstance, platform: Platform): void {
  addOwn(app, platform);
  addSignIn(app, platform);
}

function addOwn(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/v1/session',
    {
      config: {
        access: { zone: 'officer', roles: [] },
        api: {
          summary: 'Who is signed in, where, and what time it is there',
          tag: TAG,
          answers: { 200: SessionSchema, 401: ProblemSchema },
        },
      },
    },
    (request, reply) => {
      const { person: personId, csrf, ...rest } = officerOf(request);
      return reply.send(writtenSession(platform, { person: { ...rest, personId }, csrf }));
    },
  );
  app.delete(
    '/v1/session',
    {
      config: {
        access: { zone: 'officer', roles: [] },
        api: { summary: 'Sign out', tag: TAG, answers: { 204: Type.Null() } },
      },
    },
    async (request, reply) => {
      const secret = request.cookies[SESSION_COOKIE];
      if (secret !== undefined) await closeSession(platform.database.intake, secret);
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send();
    },
  );
}

/** Hours after which the browser forgets the cookie; the session itself ends no later. */
const COOKIE_SECONDS = 12 * 3600;

function addSignIn(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/v1/session/people',
    {
      config: {
        access: { zone: 'public' },
        api: {
          summary: 'Who may sign in by name alone: the people of a fictional jurisdiction',
          tag: TAG,
          answers: { 200: Type.Array(PersonSchema), 403: ProblemSchema },
        },
      },
    },
    async (_request, reply) => {
      if (!isDemo(platform)) return sendNotDemo(reply);
      const people = await readPeople(platform.database.intake);
      return reply.send(people.map((person) => writtenPerson(platform, person)));
    },
  );
  app.post<{ Body: Static<typeof SignInSchema> }>(
    '/v1/session',
    {
      schema: { body: SignInSchema },
      config: {
        access: { zone: 'public' },
        api: {
          summary: 'Sign in as one of these people',
          tag: TAG,
          body: SignInSchema,
          answers: { 200: SessionSchema, 403: ProblemSchema, 404: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      if (!isDemo(platform)) return sendNotDemo(reply);
      const people = await readPeople(platform.database.intake);
      const person = people.find(({ personId }) => personId === request.body.person);
      if (person === undefined)
        return sendProblem(reply, problemOf('not-found', 'Nobody of that name', 'No such person may sign in here.')); // prettier-ignore
      const { secret, csrf } = await openSession(platform.database.intake, person.personId);
      return reply
        .setCookie(SESSION_COOKIE, secret, {
          path: '/',
          httpOnly: true,
          sameSite: 'strict',
          secure: request.protocol === 'https',
          maxAge: COOKIE_SECONDS,
        }) // prettier-ignore
        .send(writtenSession(platform, { person, csrf }));
    },
  );
}

const sendNotDemo = (reply: FastifyReply): FastifyReply =>
  sendProblem(reply, {
    ...problemOf('demo-only', 'Only in a demonstration', 'Signing in by name alone is for fictional jurisdictions.'), // prettier-ignore
    status: 403,
  });
