import { sessionsRouter } from './sessions/router.ts';
import { router } from './trpc/trpc.ts';

/** All procedures, by noun. Widgets import the type and nothing else. */
export const appRouter = router({
  sessions: sessionsRouter,
});

export type AppRouter = typeof appRouter;
