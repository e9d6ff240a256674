import { bodyLimit as limit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { Refusal } from '@campaign-kit/shared/refusal';
import { answerError } from './answer-error.ts';
import type { AppContext, AppEnv } from './app-env.ts';

/** Bytes: of JSON, and of a file that is sent as it is and says its length before. */
export const largestBody = { json: 1_000_000, file: 200_000_000 } as const;

const tooLarge = (c: AppContext) => answerError(c, new Refusal('validation', 'refusal.tooLarge'));
const untold = limit({ maxSize: largestBody.json, onError: tooLarge });

/**
 * Refuses what is too large before it is read. Where the length is told nothing else is asked of the request: to look at its
 * body would make it into one of the web's kind, which costs more than most answers.
 */
export const bodyLimit = createMiddleware<AppEnv>(async function bodyLimit(c, next) {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const length = c.req.header('content-length');
  if (length === undefined || c.req.header('transfer-encoding') !== undefined) return untold(c, next);
  const isFile = c.req.header('content-type') === 'application/octet-stream';
  return Number(length) > largestBody[isFile ? 'file' : 'json'] ? tooLarge(c) : next();
});
