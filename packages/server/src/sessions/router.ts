import { anyone, router, signedIn } from '../trpc/trpc.ts';
import { current } from './current.ts';
import { logout } from './logout.ts';

export const sessionsRouter = router({
  current: signedIn.query(({ ctx }) => current(ctx)),
  /** Harmless where nothing is left to end; a token that is refused for another reason cannot end one either. */
  logout: anyone.mutation(({ ctx }) => {
    if (ctx.session) return logout({ ...ctx, session: ctx.session });
    if (ctx.refusal && ctx.refusal.code !== 'session_expired') throw ctx.refusal;
    return { ok: true as const };
  }),
});
