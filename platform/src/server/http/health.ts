/** Says whether the platform can do its work: the database answers, and how much waits. */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { one, sql } from '../db/sql.ts';
import type { Platform } from '../world.ts';

const HealthSchema = Type.Object({
  status: Type.String({ description: 'ok' }),
  jurisdiction: Type.String(),
  pack: Type.String({ description: 'Version of the law in force: the digest of its files.' }),
  pending: Type.Integer({ description: 'Messages waiting for their commit.' }),
});

export function healthRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/health',
    {
      config: {
        access: { zone: 'public' },
        api: {
          summary: 'Whether the platform does its work',
          tag: 'operations',
          answers: { 200: HealthSchema },
        },
      },
    },
    async () => {
      await one(platform.database.intake, sql`select 1 as alive`);
      return {
        status: 'ok',
        jurisdiction: platform.pack.id,
        pack: platform.packVersion,
        pending: platform.intake.pending(),
      };
    },
  );
}
