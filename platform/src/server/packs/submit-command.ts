/** Runs `luxor pack submit`: keeps a sound pack as a draft in a platform, where two persons may make it law. */
import { dayAt } from '../../domain/kernel/instant.ts';
import { wrongUsage, writeLine } from '../commands/command-line.ts';
import { openStored, placeOf } from '../commands/stored-database.ts';
import { exitCodes, Fault } from '../fault.ts';
import { createIdMaker } from '../ids.ts';
import { leaseSlot } from '../journal/store.ts';
import { systemClock } from '../system-clock.ts';
import { installLaw } from './activation.ts';
import type { ShadowCall } from './shadow-command.ts';
import { keepPackVersion, versionOf } from './versions.ts';

type SubmitCall = Pick<ShadowCall, 'names' | 'root' | 'data' | 'packAt' | 'usage'>;

export async function submitLaw(call: SubmitCall): Promise<number> {
  const [name] = call.names;
  if (name === undefined || call.names.length > 1) throw wrongUsage('Name one pack.', call.usage);
  const { pack, digest, texts } = call.packAt(name, call.root);
  if (pack === null) throw wrongUsage(`The pack "${name}" has errors; run luxor pack check.`, call.usage); // prettier-ignore
  const { databaseUrl, dataDirectory } = placeOf(call.data);
  const stored = await openStored({ url: databaseUrl, dataDirectory });
  if (stored === null)
    throw new Fault({
      code: 'nothing-recorded',
      sentence: `Nothing was ever recorded in ${dataDirectory}: start the platform there first.`,
    });
  try {
    const { database } = stored;
    const at = systemClock()();
    const version = versionOf(digest);
    await keepPackVersion(database.intake, { id: pack.id, version, texts });
    const ids = await createIdMaker({
      day: () => dayAt(at, pack.zoneOffsetMinutes),
      lease: (day) => leaseSlot(database.intake, day),
    });
    const law = { pack, version, seal: digest };
    const inForce = await installLaw({ database, ids }, { law, by: 'command-line', at });
    writeLine(`${pack.id}@${version} is kept; in force is ${inForce ?? 'no version'}.`);
    return exitCodes.done;
  } finally {
    await stored.close();
  }
}
