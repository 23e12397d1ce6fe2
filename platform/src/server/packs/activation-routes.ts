/** The doors of law: which version is in force, what was done with each, and the acts by which two persons put another in force. */
import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import type { OfficerRecord, Role } from '../../domain/decision/officer.ts';
import { actsOpenTo, PACK_STATES, type PackActKind } from '../../domain/jurisdiction/pack-state.ts';
import { present } from '../../domain/kernel/invariant.ts';
import { officerOf, type Access, type CallerOf } from '../access/caller.ts';
import { refusalProblem, sendProblem } from '../http/problem.ts';
import { ProblemSchema, textOrNull } from '../http/schema.ts';
import type { Platform } from '../world.ts';
import { readPackActs, registerOf } from './activation-store.ts';
import { takeLawAct } from './activation.ts';
import { followLaw } from './follow-law.ts';

const TAG = 'law';
const ACTING: readonly Role[] = ['administrator', 'rule-approver'];
const acting: Access = { zone: 'officer', roles: ACTING };
const looking: Access = { zone: 'officer', roles: [...ACTING, 'supervisor', 'auditor'] };

/** What a person may do; the other acts are the machine's. */
const ACTS = ['review', 'shadow', 'approve', 'activate', 'withdraw'] as const;
const isPersons = (act: PackActKind): act is (typeof ACTS)[number] =>
  act !== 'submit' && act !== 'set-up';

const version = Type.String({ pattern: '^[0-9a-f]{16}$', description: 'The first digits of the digest of its files of law.' }); // prettier-ignore

const ActSchema = Type.Object({
  act: Type.String(),
  actor: Type.String({ description: 'A code of a person or of the machine; never a name.' }),
  role: textOrNull,
  reason: Type.String(),
  seal: Type.String({ description: 'SHA-256 over the files of law as they lay here at that moment.' }), // prettier-ignore
  at: Type.String({ description: 'RFC 3339, UTC.' }),
});

const VersionSchema = Type.Object({
  version,
  state: Type.Enum([...PACK_STATES]),
  approvals: Type.Array(Type.String(), { description: 'Who has approved it since its shadow run began; two are needed.' }), // prettier-ignore
  open: Type.Array(Type.Enum([...ACTS]), { description: 'What a person may do with it next.' }),
  acts: Type.Array(ActSchema, { description: 'Oldest first.' }),
});

export const LawSchema = Type.Object({
  pack: Type.String(),
  title: Type.String(),
  inForce: version,
  versions: Type.Array(VersionSchema, { description: 'The latest first.' }),
});

const ActingSchema = Type.Object(
  { act: Type.Enum([...ACTS]), reason: Type.String({ minLength: 3, maxLength: 500 }) },
  { additionalProperties: false },
);
const ParamsSchema = Type.Object({ version });

export function lawRoutes(app: FastifyInstance, platform: Platform): void {
  addLaw(app, platform);
  addActing(app, platform);
}

async function lawShown(platform: Platform): Promise<Static<typeof LawSchema>> {
  const { pack } = platform;
  const acts = await readPackActs(platform.database.intake, pack.id);
  const versions = [...registerOf(acts)].reverse().map(([name, { state, approvals }]) => ({
    version: name,
    state,
    approvals: [...approvals],
    open: actsOpenTo(state).filter(isPersons),
    acts: acts
      .filter((act) => act.version === name)
      .map(({ act, actor, role, reason, seal, at }) => ({ act, actor, role, reason, seal, at: at.toString() })), // prettier-ignore
  }));
  return { pack: pack.id, title: pack.title, inForce: platform.packVersion, versions };
}

function addLaw(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/v1/officer/law',
    {
      config: {
        access: looking,
        api: {
          summary: 'The law in force, and every version with what was done with it',
          tag: TAG,
          answers: { 200: LawSchema },
        },
      },
    },
    () => lawShown(platform),
  );
}

function addActing(app: FastifyInstance, platform: Platform): void {
  app.post<{ Params: Static<typeof ParamsSchema>; Body: Static<typeof ActingSchema> }>(
    '/v1/officer/law/versions/:version/acts',
    {
      schema: { params: ParamsSchema, body: ActingSchema },
      config: {
        access: acting,
        api: {
          summary: 'Review, rehearse, approve, activate or withdraw a version of the law',
          tag: TAG,
          params: ParamsSchema,
          body: ActingSchema,
          answers: { 200: LawSchema, 404: ProblemSchema, 409: ProblemSchema },
        },
      },
    },
    async (request, reply) => {
      const officer = actingAs(officerOf(request));
      const { act, reason } = request.body;
      const taken = await takeLawAct(platform, { version: request.params.version, act, reason, officer }); // prettier-ignore
      if (!taken.ok) return sendProblem(reply, refusalProblem(taken.error));
      await followLaw(platform);
      return reply.send(await lawShown(platform));
    },
  );
}

/** In which of their roles a person acts on law. */
function actingAs({ person, roles, office }: CallerOf<'officer'>): OfficerRecord {
  const role = ACTING.find((each) => roles.includes(each));
  return { person, role: present(role, 'the guard lets nobody else in'), office };
}
