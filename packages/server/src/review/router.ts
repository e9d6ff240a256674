import { z } from 'zod';
import { id } from '@campaign-kit/shared/input';
import { askedMessageAction } from '@campaign-kit/shared/message-actions/inputs';
import { reviewTarget } from '@campaign-kit/shared/review-input';
import { can, router } from '../trpc/trpc.ts';
import { previewMessageAction } from './preview-message-action.ts';
import { resolveEscalation } from './resolve-escalation.ts';
import { runMessageAction } from './run-message-action.ts';

const asked = { target: reviewTarget, action: askedMessageAction };

export const reviewRouter = router({
  preview: can('review:act')
    .input(z.strictObject(asked))
    .query(({ ctx, input }) => previewMessageAction(ctx, input)),
  run: can('review:act')
    .input(z.strictObject({ ...asked, previewed: z.nullable(z.int().min(0)), requestKey: z.uuid() }))
    .mutation(({ ctx, input }) => runMessageAction(ctx, input)),
  resolve: can('review:act')
    .input(z.strictObject({ conversationId: id }))
    .mutation(({ ctx, input }) => resolveEscalation(ctx, input)),
});
