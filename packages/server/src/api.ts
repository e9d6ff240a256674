import { campaignsRouter, secondPassRouter } from './campaigns/router.ts';
import { contactsRouter } from './contacts/router.ts';
import { operationsRouter } from './operations/router.ts';
import { repliesRouter } from './replies/router.ts';
import { requestsRouter } from './requests/router.ts';
import { reviewRouter, viewsRouter } from './review/router.ts';
import { sendingRouter } from './sending/router.ts';
import { sessionsRouter } from './sessions/router.ts';
import { tagsRouter } from './tags/router.ts';
import { textersRouter } from './texters/router.ts';
import { textingRouter } from './texting/router.ts';
import { router } from './trpc/trpc.ts';

/** All procedures, by noun. Widgets import the type and nothing else. */
export const appRouter = router({
  sessions: sessionsRouter,
  campaigns: campaignsRouter,
  secondPass: secondPassRouter,
  replies: repliesRouter,
  texters: textersRouter,
  texting: textingRouter,
  review: reviewRouter,
  views: viewsRouter,
  tags: tagsRouter,
  requests: requestsRouter,
  sending: sendingRouter,
  operations: operationsRouter,
  contacts: contactsRouter,
});

export type AppRouter = typeof appRouter;
