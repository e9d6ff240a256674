import { initTRPC, TRPCError } from '@trpc/server';
import type { z } from 'zod';
import { Refusal, type RefusalCode } from '@campaign-kit/shared/refusal';
import { granted, type Scope } from '@campaign-kit/shared/scopes';
import type { Values } from '@campaign-kit/shared/words/say';
import type { WordKey } from '@campaign-kit/shared/words/en';
import { isBusy } from '../db/is-busy.ts';
import type { Context } from './context.ts';

const codes: Record<RefusalCode, TRPCError['code']> = {
  session_expired: 'UNAUTHORIZED',
  origin_not_allowed: 'FORBIDDEN',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  validation: 'BAD_REQUEST',
  conflict: 'CONFLICT',
  rate_limited: 'TOO_MANY_REQUESTS',
  version_mismatch: 'PRECONDITION_FAILED',
};

/** What of a failure leaves the server: a code, words, values, the request's id; never a stack, SQL or parameters. */
type PublicError = {
  code: RefusalCode | 'server';
  reason: WordKey | null;
  values: Values;
  requestId: string | null;
  retryable: boolean;
  details: unknown;
};

const t = initTRPC.context<Context>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
  errorFormatter: ({ error, ctx }): { message: string; code: number; data: PublicError } => {
    const requestId = ctx?.requestId ?? null;
    const refusal = error.cause instanceof Refusal ? error.cause : null;
    if (refusal) {
      const { code, reason, values, details } = refusal;
      return shaped(refusal.message, { code, reason, values, requestId, retryable: code === 'rate_limited', details });
    }
    if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR') return shaped(...invalid(error, requestId));
    if (error.code === 'NOT_FOUND')
      return shaped('No such procedure.', plain('version_mismatch', null, requestId, false));
    if (error.code === 'PAYLOAD_TOO_LARGE') return shaped(...refused('validation', 'refusal.tooLarge', requestId));
    return shaped('The server failed.', plain('server', 'refusal.server', requestId, true));
  },
});

const shaped = (message: string, data: PublicError) => ({ message, code: -32000, data });

const plain = (code: PublicError['code'], reason: WordKey | null, requestId: string | null, retryable: boolean) => ({
  code,
  reason,
  values: {},
  requestId,
  retryable,
  details: undefined,
});

function refused(code: RefusalCode, reason: WordKey, requestId: string | null): [string, PublicError] {
  return [new Refusal(code, reason).message, plain(code, reason, requestId, false)];
}

/** Says which field and why; what was typed into it stays out. */
function invalid(error: TRPCError, requestId: string | null): [string, PublicError] {
  const issues = error.cause && 'issues' in error.cause ? (error.cause.issues as z.core.$ZodIssue[]) : [];
  const problem = issues.map(issue => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; ') || 'not JSON';
  const refusal = new Refusal('validation', 'refusal.input', { problem });
  return [refusal.message, { ...plain('validation', 'refusal.input', requestId, false), values: { problem } }];
}

/** One place where a "no" becomes an answer of the protocol. */
const refuse = t.middleware(async function mapRefusals({ next }) {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (cause instanceof Refusal) throw new TRPCError({ code: codes[cause.code], message: cause.message, cause });
  if (isBusy(cause)) {
    const busy = new Refusal('rate_limited', 'refusal.busy');
    throw new TRPCError({ code: codes.rate_limited, message: busy.message, cause: busy });
  }
  return result;
});

/** Callers without a session too: only for what ends one. */
export const anyone = t.procedure.use(refuse);

/** Any signed-in user of any element. */
export const signedIn = anyone.use(async function needSession({ ctx, next }) {
  if (!ctx.session) throw ctx.refusal ?? new Refusal('session_expired', 'refusal.noSession');
  return next({ ctx: { ...ctx, session: ctx.session } });
});

/** Only sessions whose role and elements grant the scope, or one of the others. */
export const can = (scope: Scope, ...others: Scope[]) =>
  signedIn.use(async function needScope({ ctx, next }) {
    const enough = [scope, ...others];
    if (enough.some(one => ctx.session.scopes.includes(one))) return next();
    const byRole = enough.some(one => granted(ctx.session.role, null).includes(one));
    throw new Refusal('forbidden', byRole ? 'refusal.element' : 'refusal.role', {}, { scope });
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;
