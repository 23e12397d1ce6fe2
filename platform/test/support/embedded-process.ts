/** A process to be killed: runs our own PostgreSQL on a folder, says where, and waits for its end. */
import { startEmbedded } from '../../src/server/db/embedded.ts';
import { Fault } from '../../src/server/fault.ts';

const directory = process.argv[2] ?? '';
try {
  const server = await startEmbedded({ directory });
  process.stdout.write(`${JSON.stringify({ pid: server.pid(), connection: server.connection })}\n`);
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  // Nothing else keeps the process alive.
  setInterval(() => undefined, 60_000);
} catch (error) {
  const fault = error instanceof Fault ? error : undefined;
  process.stdout.write(
    `${JSON.stringify({ fault: fault?.code, sentence: fault?.sentence ?? String(error) })}\n`,
  );
  process.exitCode = fault?.exitCode ?? 70;
}
