import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Refusal, type RefusalCode } from '@campaign-kit/shared/refusal';
import { isBusy } from '../db/is-busy.ts';
import type { AppContext } from './app-env.ts';

const statusOf: Record<RefusalCode, ContentfulStatusCode> = {
  session_expired: 401,
  origin_not_allowed: 403,
  forbidden: 403,
  not_found: 404,
  validation: 400,
  conflict: 409,
  rate_limited: 429,
  version_mismatch: 412,
};

/** The refusal that an error comes down to; null: the server failed, and says no more than that. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  return isBusy(error) ? new Refusal('rate_limited', 'refusal.busy') : null;
}

/** An error as JSON: as tRPC's clients read it on `/trpc`, with the same fields and a word for code elsewhere. */
export function answerError(c: AppContext, error: unknown): Response {
  const refusal = refusalOf(error);
  const code = refusal?.code ?? 'server';
  const { message, reason, values, details } = refusal ?? new Refusal('conflict', 'refusal.server');
  const status = refusal?.reason === 'refusal.tooLarge' ? 413 : code === 'server' ? 500 : statusOf[code];
  const retryable = code === 'server' || code === 'rate_limited';
  const data = { code, reason, values, requestId: c.get('requestId'), retryable, details };
  if (code === 'rate_limited') c.header('retry-after', String(retryAfter(details)));
  const trpc = /\/trpc(\/|$)/.test(c.req.path);
  return c.json({ error: trpc ? { message, code: -32000, data } : { message, ...data } }, status);
}

/** Seconds, one at least. */
export function retryAfter(details: unknown): number {
  const known = typeof details === 'object' && details !== null && 'retryAfter' in details;
  return Math.max(1, Math.ceil(Number(known ? details.retryAfter : 1)));
}
