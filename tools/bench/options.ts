/** The command line of `npm run bench`. */
import { parseArgs } from 'node:util';

export type Options = {
  readonly json: boolean;
  /** Seconds of the path under full load, all slices together. */
  readonly seconds: number;
  /** Invented rules beside those of the pack. */
  readonly rules: number;
  /** Names on the list that parties are screened against. */
  readonly names: number;
  readonly ledger: boolean;
  /** Serving processes; as many as `luxor serve` takes unasked when undefined. */
  readonly processes: number | undefined;
};

export const usage = `Usage: npm run bench -- [--json] [--seconds N] [--rules N] [--names N] [--processes N] [--ledger]

  --seconds N  seconds of the path under full load, default 60
  --rules N    invented risk rules beside those of the pack, default 200
  --names N    names to screen parties against; the platform screens none yet, so that only 0 is measured
  --processes N  processes that serve, as for luxor serve
  --ledger     also hold every posting against the events of the journal
  --json       one line of JSON on stdout instead of a table`;

/** Null when the arguments are none that we know. */
export function readOptions(args: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        seconds: { type: 'string', default: '60' },
        rules: { type: 'string', default: '200' },
        names: { type: 'string', default: '0' },
        processes: { type: 'string' },
        ledger: { type: 'boolean', default: false },
      },
    });
    const seconds = Number(values.seconds);
    const rules = Number(values.rules);
    const names = Number(values.names);
    const processes = values.processes === undefined ? undefined : Number(values.processes);
    const isSound = seconds >= 1 && (processes ?? 1) >= 1 && [seconds, rules, names, processes ?? 1].every((each) => Number.isInteger(each) && each >= 0); // prettier-ignore
    return isSound
      ? { json: values.json, seconds, rules, names, processes, ledger: values.ledger }
      : null;
  } catch {
    return null;
  }
}
