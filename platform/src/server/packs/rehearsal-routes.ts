/** The door of rehearsals: what coming law would have made of the decisions of these days, in sums and a few examples. */
import type { FastifyInstance } from 'fastify';
import { Type, type Static, type TSchema } from 'typebox';
import { writeDay } from '../../domain/kernel/day.ts';
import type { Access } from '../access/caller.ts';
import { textOrNull } from '../http/schema.ts';
import type { Platform } from '../world.ts';
import { readRehearsals, type Rehearsal } from './shadow-store.ts';

const looking: Access = {
  zone: 'officer',
  roles: ['administrator', 'rule-approver', 'supervisor', 'auditor'],
};

const count = Type.Integer({ minimum: 0 });
const amount = Type.String({ description: 'Decimal, in the currency of the report.' });
const pair = { before: amount, after: amount };
const PairSchema = Type.Object(pair);
const counts = (description: string): TSchema => Type.Record(Type.String(), count, { description });

const OutcomeSchema = Type.Object({
  currency: Type.String(),
  total: amount,
  payable: amount,
  incomplete: Type.Boolean(),
  charges: Type.Record(Type.String(), amount),
  lane: Type.String(),
  category: Type.Integer(),
});

const RehearsalSchema = Type.Object({
  version: Type.String(),
  asOf: { ...textOrNull, description: 'The day whose rows were taken early; null where rows are taken as dated.' }, // prettier-ignore
  startedAt: Type.String(),
  updatedAt: Type.String(),
  upTo: Type.String({ description: 'The day of the last decision that was looked at.' }),
  currency: Type.String(),
  parcels: count,
  touched: count,
  decidedAgain: count,
  touchedAgain: count,
  failed: count,
  unreadable: count,
  total: PairSchema,
  payable: PairSchema,
  incomplete: Type.Object({ before: count, after: count }),
  charges: Type.Record(Type.String(), Type.Object({ ...pair, touched: count })),
  lanes: counts('Parcels by what they would move from and to: "release>examine".'),
  categories: counts('The same of the categories.'),
  examples: Type.Array(
    Type.Object({ parcel: Type.String(), before: OutcomeSchema, after: OutcomeSchema }),
  ),
});

export const RehearsalsSchema = Type.Object({
  rehearsals: Type.Array(RehearsalSchema, { description: 'The latest first.' }),
});

export function rehearsalRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/v1/officer/law/rehearsals',
    {
      config: {
        access: looking,
        api: {
          summary:
            'What versions in their shadow run, and the coming rows of the law in force, would change',
          tag: 'law',
          answers: { 200: RehearsalsSchema },
        },
      },
    },
    async () => {
      const rehearsals = await readRehearsals(platform.database.intake, platform.pack.id);
      return { rehearsals: rehearsals.map(written) };
    },
  );
}

const written = (row: Rehearsal): Static<typeof RehearsalSchema> => {
  const { examples, ...figures } = row.figures;
  return {
    version: row.version,
    asOf: row.asOf === null ? null : writeDay(row.asOf),
    startedAt: row.startedAt.toString(),
    updatedAt: row.updatedAt.toString(),
    upTo: writeDay(row.day),
    ...figures,
    examples: examples.map(({ parcel, before, after }) => ({ parcel, before: outcome(before), after: outcome(after) })), // prettier-ignore
  };
};

const outcome = ({
  charges,
  ...rest
}: Rehearsal['figures']['examples'][number]['before']): Static<typeof OutcomeSchema> => ({
  ...rest,
  charges: Object.fromEntries(Object.entries(charges)),
});
