import { tracked } from '@trpc/server';
import { z } from 'zod';
import { id } from '@campaign-kit/shared/input';
import { can, router } from '../trpc/trpc.ts';
import { decideRequest } from './decide-request.ts';
import { listRequests } from './list-requests.ts';
import { offer } from './offer.ts';
import { requestConversations } from './request-conversations.ts';
import { watchRequests } from './watch-requests.ts';
import { withdrawRequest } from './withdraw-request.ts';

const kind = z.enum(['unsent', 'unreplied']);
const from = z.strictObject({
  lastEventId: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});
const unending = () => new AbortController().signal;

export const requestsRouter = router({
  offer: can('requests:make').query(({ ctx }) => offer(ctx)),
  ask: can('requests:make')
    .input(z.strictObject({ kind, count: z.int().min(1).max(10_000), requestKey: z.uuid() }))
    .mutation(({ ctx, input }) => requestConversations(ctx, input)),
  withdraw: can('requests:make')
    .input(z.strictObject({ requestId: id }))
    .mutation(({ ctx, input }) => withdrawRequest(ctx, input)),
  watch: can('requests:make')
    .input(from)
    .subscription(async function* watch({ ctx, input, signal = unending() }) {
      for await (const { id: at, news } of watchRequests(ctx, { about: 'offer', ...input }, signal))
        yield tracked(at, news);
    }),
  waiting: can('requests:decide').query(({ ctx }) => listRequests(ctx)),
  decide: can('requests:decide')
    .input(z.strictObject({ requestId: id, count: z.int().min(0).max(10_000), requestKey: z.uuid() }))
    .mutation(({ ctx, input }) => decideRequest(ctx, input)),
  watchWaiting: can('requests:decide')
    .input(from)
    .subscription(async function* watch({ ctx, input, signal = unending() }) {
      for await (const { id: at, news } of watchRequests(ctx, { about: 'waiting', ...input }, signal))
        yield tracked(at, news);
    }),
});
