/** Says whether the platform can do its work: the database answers, and how much waits. */
import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { parseOwn } from '../../domain/kernel/parse-own.ts';
import { repositoryRoot } from '../config.ts';
import { migrationsDirectory } from '../db/bring-up.ts';
import { readMigrations } from '../db/migrate.ts';
import { one, sql } from '../db/sql.ts';
import type { Platform } from '../world.ts';

const HealthSchema = Type.Object({
  status: Type.String({ description: 'ok' }),
  jurisdiction: Type.String(),
  pack: Type.String({ description: 'Version of the law in force: the digest of its files.' }),
  version: Type.String({ description: 'Of the programs.' }),
  schema: Type.String({ description: 'The latest step of the database, by name.' }),
  pending: Type.Integer({ description: 'Messages waiting for their commit.' }),
});

/** Of the programs as they were when they started. */
export const programVersion = parseOwn<{ version: string }>(
  readFileSync(join(repositoryRoot, 'platform/package.json'), 'utf8'),
).version;
/** The latest step of the database, by name. */
export const schemaVersion = readMigrations(migrationsDirectory).at(-1)?.name ?? 'none';

export function healthRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    '/health',
    {
      config: {
        access: { zone: 'public' },
        unlimited: true,
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
        version: programVersion,
        schema: schemaVersion,
        pending: platform.intake.pending(),
      };
    },
  );
}
