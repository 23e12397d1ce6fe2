/** Reads the arguments of a verb strictly, and writes its one result. */
import process from 'node:process';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Json } from '../../domain/kernel/canonical-json.ts';
import { exitCodes, Fault } from '../fault.ts';

/** A call that cannot be meant: the usage text follows the sentence on stderr. */
export function wrongUsage(sentence: string, usage: string): Fault {
  return new Fault({
    code: 'wrong-usage',
    sentence: `${sentence}\n\n${usage}`,
    exitCode: exitCodes.wrongUsage,
  });
}

export type CommandLine<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true; strict: true }>
>;

/** Options and positionals; an unknown option or a missing value is wrong usage. */
export function readCommandLine<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
): CommandLine<Options> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw wrongUsage(error instanceof Error ? sentenceOf(error) : 'Wrong usage.', usage);
  }
}

const sentenceOf = (error: Error): string => `${error.message.split('. ')[0] ?? ''}.`;

/** A whole number within bounds, or wrong usage. */
export function readCount(
  text: string,
  option: {
    readonly name: string;
    readonly min: number;
    readonly max: number;
    readonly usage: string;
  },
): number {
  const count = /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= option.min && count <= option.max) return count;
  const sentence = `--${option.name} wants a whole number from ${String(option.min)} to ${String(option.max)}, not "${text}".`;
  throw wrongUsage(sentence, option.usage);
}

/** The result of a verb, alone on stdout: one line of JSON. */
export function writeJson(result: Json): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** A line for people, on stdout. */
export function writeLine(text: string): void {
  process.stdout.write(`${text}\n`);
}
