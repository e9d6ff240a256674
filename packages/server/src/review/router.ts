import { tracked } from '@trpc/server';
import { z } from 'zod';
import { id } from '@campaign-kit/shared/input';
import { askedMessageAction } from '@campaign-kit/shared/message-actions/inputs';
import { reviewFilter, reviewSort, reviewTarget } from '@campaign-kit/shared/review-input';
import { can, router } from '../trpc/trpc.ts';
import { count } from './count.ts';
import { exportPage } from './export-page.ts';
import { list } from './list.ts';
import { names } from './names.ts';
import { previewMessageAction } from './preview-message-action.ts';
import { resolveEscalation } from './resolve-escalation.ts';
import { rows } from './rows.ts';
import { runMessageAction } from './run-message-action.ts';
import { listViews, removeView, saveView } from './saved-views.ts';
import { watchReview } from './watch-review.ts';

const reader = can('review:read');
const filtered = z.strictObject({ filter: reviewFilter });
const lastEventId = z
  .string()
  .regex(/^\d{1,15}$/)
  .optional();

const asked = { target: reviewTarget, action: askedMessageAction };

export const reviewRouter = router({
  list: reader
    .input(
      filtered.extend({
        sort: reviewSort,
        after: z.nullable(z.string().max(2_000)),
        limit: z.int().min(1).max(100),
      }),
    )
    .query(({ ctx, input }) => list(ctx, input)),
  rows: reader.input(filtered.extend({ ids: z.array(id).min(1).max(200) })).query(({ ctx, input }) => rows(ctx, input)),
  count: reader.input(filtered).query(({ ctx, input }) => count(ctx, input)),
  names: reader.input(filtered).query(({ ctx, input }) => names(ctx, input)),
  exportPage: reader
    .input(
      filtered.extend({
        after: z.nullable(id),
        limit: z.int().min(1).max(5_000),
        locale: z.string().max(35).optional(),
      }),
    )
    .query(({ ctx, input }) => exportPage(ctx, input)),
  watch: reader.input(z.strictObject({ lastEventId })).subscription(async function* watch({
    ctx,
    input,
    signal = new AbortController().signal,
  }) {
    for await (const { id: at, news } of watchReview(ctx, input, signal)) yield tracked(at, news);
  }),
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

export const viewsRouter = router({
  list: reader.query(({ ctx }) => listViews(ctx)),
  save: reader
    .input(filtered.extend({ sort: reviewSort, name: z.string().trim().min(1).max(60) }))
    .mutation(({ ctx, input }) => saveView(ctx, input)),
  remove: reader.input(z.strictObject({ viewId: id })).mutation(({ ctx, input }) => removeView(ctx, input)),
});
