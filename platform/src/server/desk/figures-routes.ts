/** The door of the figures. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { LANES } from '../../domain/kernel/lane.ts';
import { officerOf } from '../access/caller.ts';
import { count, moment, ProblemSchema, text } from '../http/schema.ts';
import type { Platform } from '../world.ts';
import { readFigures } from './figures.ts';
import { DESK_ROLES } from './sight.ts';

export const FiguresSchema = Type.Object({
  at: moment,
  days: Type.Integer({ description: 'Parcels first told of on this many days count.' }),
  lanes: Type.Array(Type.Object({ lane: Type.Enum([...LANES]), parcels: count })),
  stages: Type.Array(Type.Object({ stage: text, parcels: count })),
  categories: Type.Array(Type.Object({ category: Type.Integer(), parcels: count })),
  release: Type.Array(
    Type.Object({
      category: Type.Integer(),
      parcels: count,
      p50: count,
      p90: count,
      p99: count,
    }),
    { description: 'Whole seconds from arrival to release.' },
  ),
  money: Type.Object({
    currency: text,
    assessed: text,
    atSale: text,
    secured: text,
    owed: text,
    paid: text,
    entries: count,
  }),
});

export function figuresRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/v1/officer/figures',
    {
      config: {
        access: { zone: 'officer', roles: DESK_ROLES },
        api: {
          summary: 'Parcels by lane, stage and category, release times, and money from the ledger',
          tag: 'desk',
          answers: { 200: FiguresSchema, 401: ProblemSchema },
        },
      },
    },
    (request) => readFigures({ platform, officer: officerOf(request) }),
  );
}
