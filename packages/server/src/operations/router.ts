import { tracked } from '@trpc/server';
import { z } from 'zod';
import { id } from '@campaign-kit/shared/input';
import { can, router } from '../trpc/trpc.ts';
import { cancelOperation } from './cancel-operation.ts';
import { getOperation, listOperations } from './list-operations.ts';
import { previewUndo, undoOperation } from './undo-operation.ts';
import { watchOperations } from './watch-operations.ts';

const ofOperation = z.strictObject({ operationId: id });

export const operationsRouter = router({
  list: can('operations:read')
    .input(z.strictObject({ campaignId: z.nullable(id), before: z.nullable(id), limit: z.int().min(1).max(100) }))
    .query(({ ctx, input }) => listOperations(ctx, input)),
  get: can('operations:read')
    .input(ofOperation)
    .query(({ ctx, input }) => getOperation(ctx, input)),
  cancel: can('operations:undo')
    .input(ofOperation)
    .mutation(({ ctx, input }) => cancelOperation(ctx, input)),
  previewUndo: can('operations:undo')
    .input(ofOperation)
    .query(({ ctx, input }) => previewUndo(ctx, input)),
  undo: can('operations:undo')
    .input(z.strictObject({ operationId: id, requestKey: z.uuid() }))
    .mutation(({ ctx, input }) => undoOperation(ctx, input)),
  watch: can('operations:read')
    .input(
      z.strictObject({
        campaignId: z.nullable(id),
        lastEventId: z
          .string()
          .regex(/^\d{1,15}$/)
          .optional(),
      }),
    )
    .subscription(async function* watch({ ctx, input, signal = new AbortController().signal }) {
      for await (const { id, watched } of watchOperations(ctx, input, signal)) yield tracked(id, watched);
    }),
});
