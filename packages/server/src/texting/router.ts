import { tracked } from '@trpc/server';
import { z } from 'zod';
import { id } from '@campaign-kit/shared/input';
import { can, router } from '../trpc/trpc.ts';
import { changeConversation } from './change-conversation.ts';
import { queue } from './queue.ts';
import { sendInitial } from './send-initial.ts';
import { sendReply } from './send-reply.ts';
import { setTyping } from './set-typing.ts';
import { thread } from './thread.ts';
import { watchTexting } from './watch-texting.ts';

/** `own`: refused when it is not the caller's own, though they could reach all. */
const reached = { conversationId: id, own: z.literal(true).optional() };
const on = z.boolean();

const change = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({ type: z.literal('reopen') }),
  z.strictObject({ type: z.literal('optOut') }),
  z.strictObject({ type: z.literal('notOptOut') }),
  z.strictObject({ type: z.literal('escalate'), reason: z.string().trim().min(1).max(500) }),
  z.strictObject({ type: z.literal('needsAttention'), on }),
  z.strictObject({ type: z.literal('assistant'), on }),
  z.strictObject({ type: z.literal('tag'), name: z.string().trim().min(1).max(30) }),
  z.strictObject({ type: z.literal('untag'), tagId: id }),
  z.strictObject({ type: z.literal('answer'), questionId: id, value: z.nullable(z.string().max(500)) }),
]);

export const textingRouter = router({
  queue: can('texting:send')
    .input(
      z.strictObject({ kind: z.enum(['unsent', 'unreplied']), after: z.nullable(id), limit: z.int().min(1).max(50) }),
    )
    .query(({ ctx, input }) => queue(ctx, input)),
  thread: can('texting:send')
    .input(z.strictObject({ ...reached, before: z.nullable(id) }))
    .query(({ ctx, input }) => thread(ctx, input)),
  sendInitial: can('texting:send')
    .input(z.strictObject({ conversationId: id, text: z.string().max(1_600), requestKey: z.uuid() }))
    .mutation(({ ctx, input }) => sendInitial(ctx, input)),
  sendReply: can('texting:send')
    .input(
      z.strictObject({
        ...reached,
        text: z.string().max(1_600),
        media: z.array(z.url({ protocol: /^https$/ })).max(10),
        requestKey: z.uuid(),
      }),
    )
    .mutation(({ ctx, input }) => sendReply(ctx, input)),
  change: can('texting:send')
    .input(z.strictObject({ ...reached, change }))
    .mutation(({ ctx, input }) => changeConversation(ctx, input)),
  typing: can('texting:send')
    .input(z.strictObject(reached))
    .mutation(({ ctx, input }) => setTyping(ctx, input)),
  watch: can('texting:send')
    .input(
      z.strictObject({
        lastEventId: z
          .string()
          .regex(/^\d{1,15}$/)
          .optional(),
      }),
    )
    .subscription(async function* watch({ ctx, input, signal = new AbortController().signal }) {
      for await (const { id: at, news } of watchTexting(ctx, input, signal)) yield tracked(at, news);
    }),
});
