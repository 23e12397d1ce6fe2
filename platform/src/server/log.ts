/** The log: structured lines on stderr, without personal content and without secrets. */
import { pino, type Logger } from 'pino';

export type Log = Pick<Logger, 'fatal' | 'error' | 'warn' | 'info' | 'debug'>;

export const createLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: () =>
        `,"at":"${Temporal.Now.instant().toString({ smallestUnit: 'millisecond' })}"`,
      serializers: { error: pino.stdSerializers.err },
      redact: ['wire', 'raw', '*.authorization', '*.cookie'],
    },
    pino.destination(2),
  );
