/** Reads what processes have used of the processors and of the memory, from the kernel's own books; Linux keeps them under /proc, elsewhere nothing is said. */
import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the kernel's user interface: 100 a second on every Linux that Node runs on. */
const MICROSECONDS_PER_TICK = 10_000;

/** Time of all threads of some processes; of one that has ended, nothing is known any more. */
export const processMicroseconds = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + (timesOf(pid)?.own ?? Number.NaN) * MICROSECONDS_PER_TICK, 0);

const KIB = 1_024;

/** Memory that some processes hold, each by itself: what they share is counted more than once. */
export const processBytes = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const held = /^VmRSS:\s+(\d+) kB$/m.exec(contentOf(`/proc/${pid}/status`) ?? '');
    return sum + Number(held?.[1] ?? Number.NaN) * KIB;
  }, 0);

type ProcessTimes = { readonly parent: number; readonly own: number; readonly reaped: number };

/** Time of the server process, of all its children that live, and of those that have ended. NaN where there is no /proc. */
export function postgresMicroseconds(postmaster: number): number {
  const main = timesOf(postmaster);
  if (main === null) return Number.NaN;
  let ticks = main.own + main.reaped;
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const times = timesOf(pid);
    if (times?.parent === postmaster) ticks += times.own;
  }
  return ticks * MICROSECONDS_PER_TICK;
}

/** Fields of /proc/PID/stat after the name, which may hold blanks and brackets. */
const PARENT = 1;
const USER = 11;
const SYSTEM = 12;
const REAPED_USER = 13;
const REAPED_SYSTEM = 14;

function timesOf(pid: number): ProcessTimes | null {
  const text = contentOf(`/proc/${pid}/stat`);
  if (text === null) return null;
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const field = (index: number): number => fields[index] ?? 0;
  return {
    parent: field(PARENT),
    own: field(USER) + field(SYSTEM),
    reaped: field(REAPED_USER) + field(REAPED_SYSTEM),
  };
}

/** Time of one backend, which has one thread, to the nanosecond: for stages that take less than a tick. */
export function backendMicroseconds(pid: number): number {
  const text = contentOf(`/proc/${pid}/schedstat`);
  return text === null ? Number.NaN : Number(text.split(' ')[0]) / 1_000;
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
