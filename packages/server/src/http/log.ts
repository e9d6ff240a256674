import { pino, type DestinationStream, type Logger } from 'pino';
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
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: safeError, error: safeError },
    redact: { paths: secret.flatMap(field => [field, `*.${field}`, `*.*.${field}`]), censor: '[struck out]' },
    hooks: { logMethod: logSafely },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** `log.error(error)` would take the error's own message for the line's; this keeps it in the serializer. */
function logSafely(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn) {
  const [first, ...rest] = args as [unknown, ...unknown[]];
  if (first instanceof Error) return method.apply(this, [{ err: first }, ...rest] as unknown as Parameters<pino.LogFn>);
  return method.apply(this, args);
}
