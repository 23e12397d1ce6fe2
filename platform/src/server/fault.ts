/** A fault is a broken machine or a wrong setting: one sentence for the person who can mend it, and the exit code. */

/** Exit codes of every Luxor command; the findings of refused input are never faults. */
export const exitCodes = { done: 0, inputRefused: 1, wrongUsage: 2, fault: 3 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export type FaultDescription = Readonly<{
  /** Stable kebab-case code; never re-used for another meaning. */
  code: string;
  /** One clear sentence: what is wrong and what to do about it. */
  sentence: string;
  exitCode?: ExitCode;
  cause?: unknown;
}>;

export class Fault extends Error {
  readonly code: string;
  readonly sentence: string;
  readonly exitCode: ExitCode;

  constructor(description: FaultDescription) {
    super(description.sentence, { cause: description.cause });
    this.name = 'Fault';
    this.code = description.code;
    this.sentence = description.sentence;
    this.exitCode = description.exitCode ?? exitCodes.fault;
  }
}

/** The errno name (`EACCES`, `ENOENT` ...) of a system error, or undefined for anything else. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Turns the file-system errors a person can mend into one sentence; any other error is passed on unchanged. */
export function fileFault(path: string, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === undefined) return error;
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    const sentence = `Luxor may not write in ${path}: change its permissions or name another folder.`;
    return new Fault({ code: 'folder-not-writable', sentence, cause: error });
  }
  if (['ENOSPC', 'EDQUOT'].includes(code)) {
    const sentence = `The disk that holds ${path} is full: make room and start again.`;
    return new Fault({ code: 'disk-full', sentence, cause: error });
  }
  if (['ENOTDIR', 'EEXIST'].includes(code)) {
    const sentence = `${path} is needed as a folder but something else has that name.`;
    return new Fault({ code: 'folder-is-a-file', sentence, cause: error });
  }
  return error;
}
