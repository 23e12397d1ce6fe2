/** The door of data quality: a filer's own trend. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Access, CallerOf } from '../access/caller.ts';
import { asTrader } from '../db/transaction.ts';
import { count, text } from '../http/schema.ts';
import type { Platform } from '../world.ts';
import { trendOf, type Period } from './handlers.ts';

const trader: Access = { zone: 'trader' };
const TAG = 'data quality';

const score = Type.Integer({ minimum: 0, maximum: 100 });
const parts = {
  timeliness: score,
  accuracy: score,
  completeness: score,
  consistency: score,
  total: score,
  statements: count,
};

export const QualityTrendSchema = Type.Object({
  from: text,
  to: text,
  score: Type.Union([Type.Object(parts), Type.Null()], {
    description: 'Averages of the period, rounded down; null where nothing was sent.',
  }),
  days: Type.Array(Type.Object({ day: text, ...parts }), {
    description: 'Days on which something was sent. Today grows; figures are some minutes old.',
  }),
  findings: Type.Array(
    Type.Object({ code: text, statements: count, fix: text, measures: text }),
    { description: 'What lowers the score most often, with what to do about it.' },
  ),
}); // prettier-ignore

export const periodOf = ({ now, pack }: Platform): Period => ({
  at: now(),
  zoneOffsetMinutes: pack.zoneOffsetMinutes,
});

/** The caller of a route for traders: the guard has let nobody else in. */
function traderOf({ caller }: FastifyRequest): CallerOf<'trader'> {
  if (caller.kind !== 'trader')
    throw new Error('A route for traders was reached by somebody else.');
  return caller;
}

export function qualityRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/v1/quality',
    {
      config: {
        access: trader,
        api: {
          summary: 'The quality of your own statements over thirty days, with what lowers it',
          tag: TAG,
          answers: { 200: QualityTrendSchema },
        },
      },
    },
    async (request) => {
      const { partyId } = traderOf(request).party;
      return asTrader(platform.database, String(partyId), (transaction) =>
        trendOf(transaction, partyId, periodOf(platform)),
      );
    },
  );
}
