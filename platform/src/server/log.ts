/** The log: structured lines on stderr, without personal content and without secrets. */
import { pino, type Logger } from 'pino';

export type Log = Pick<Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug'>;

/** `always` stands in every line, such as which of several processes speaks. */
export const createLog = (
  level: string,
  always: Readonly<Record<string, number>> | null = null,
): Log =>
  pino(
    {
      level,
      base: always,
      timestamp: () =>
        `,"at":"${Temporal.Now.instant().toString({ smallestUnit: 'millisecond' })}"`,
      serializers: { error: pino.stdSerializers.err },
      redact: ['wire', 'raw', '*.authorization', '*.cookie'],
    },
    pino.destination(2),
  );
