import { z } from 'zod';
import { id } from '@campaign-kit/shared/input';
import { can, router } from '../trpc/trpc.ts';
import { decideRequest } from './decide-request.ts';
import { listRequests } from './list-requests.ts';
import { offer } from './offer.ts';
import { requestConversations } from './request-conversations.ts';

const kind = z.enum(['unsent', 'unreplied']);

export const requestsRouter = router({
  offer: can('requests:make').query(({ ctx }) => offer(ctx)),
  ask: can('requests:make')
    .input(z.strictObject({ kind, count: z.int().min(1).max(10_000) }))
    .mutation(({ ctx, input }) => requestConversations(ctx, input)),
  waiting: can('requests:decide').query(({ ctx }) => listRequests(ctx)),
  decide: can('requests:decide')
    .input(z.strictObject({ requestId: id, count: z.int().min(0).max(10_000) }))
    .mutation(({ ctx, input }) => decideRequest(ctx, input)),
});
