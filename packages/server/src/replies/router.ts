import { z } from 'zod';
import { idleMinutes } from '@campaign-kit/shared/input';
import { can, router } from '../trpc/trpc.ts';
import { previewReleaseAll, releaseAll } from './release-all.ts';

export const repliesRouter = router({
  previewReleaseAll: can('campaigns:act')
    .input(z.strictObject({ idleMinutes }))
    .query(({ ctx, input }) => previewReleaseAll(ctx, input)),
  releaseAll: can('campaigns:act')
    .input(z.strictObject({ idleMinutes, previewed: z.int().min(0), requestKey: z.uuid() }))
    .mutation(({ ctx, input }) => releaseAll(ctx, input)),
});
