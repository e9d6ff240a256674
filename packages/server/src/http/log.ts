import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { safeError } from './safe-error.ts';

export type Log = Logger;

const secret = [
  'authorization',
  'cookie',
  'token',
  'secret',
  'key',
  'phone',
  'text',
  'name',
  'externalId',
  'url',
  'query',
];

/** Structured lines to standard output. Errors are made safe, and fields that may hold people or secrets are struck out. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: safeError, error: safeError },
    redact: { paths: secret.flatMap(field => [field, `*.${field}`, `*.*.${field}`]), censor: '[struck out]' },
    hooks: { logMethod: logSafely },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Where a line has an error and no words, pino would take the error's own: they are not safe, so the line gets others. */
function logSafely(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn) {
  const [first, ...rest] = args as [unknown, ...unknown[]];
  const fields = first instanceof Error ? { err: first } : first;
  const words = typeof fields === 'object' && rest.length === 0 ? ['-'] : rest;
  return method.apply(this, [fields, ...words] as unknown as Parameters<pino.LogFn>);
}
