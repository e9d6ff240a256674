import { bodyLimit as limit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { Refusal } from '@campaign-kit/shared/refusal';
import { answerError } from './answer-error.ts';
import type { AppContext, AppEnv } from './app-env.ts';

/** Bytes: of JSON, and of a file that is sent as it is and says its length before. */
export const largestBody = { json: 1_000_000, file: 200_000_000 } as const;

const tooLarge = { onError: (c: AppContext) => answerError(c, new Refusal('validation', 'refusal.tooLarge')) };
const json = limit({ maxSize: largestBody.json, ...tooLarge });
const file = limit({ maxSize: largestBody.file, ...tooLarge });

/** Refuses what is too large before it is read. */
export const bodyLimit = createMiddleware<AppEnv>(function bodyLimit(c, next) {
  const isFile = c.req.header('content-type') === 'application/octet-stream';
  const saysLength = c.req.header('content-length') !== undefined && !c.req.header('transfer-encoding');
  return isFile && saysLength ? file(c, next) : json(c, next);
});
