/** Serves the built console with the mock desk, for looking at it without the platform: node web/e2e/support/mock/serve.ts [port]. */
import process from 'node:process';
import { startMockDesk } from './server.ts';

const desk = await startMockDesk(Number(process.argv[2] ?? 4700));
process.stdout.write(`${desk.url}/officer/\n`);
process.on('SIGUSR2', desk.arrive);
