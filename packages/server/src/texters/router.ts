import { z } from 'zod';
import { can, router } from '../trpc/trpc.ts';
import { searchTexters } from './search-texters.ts';

export const textersRouter = router({
  search: can('campaigns:act', 'review:read')
    .input(z.strictObject({ text: z.string().trim().max(100), limit: z.int().min(1).max(100) }))
    .query(({ ctx, input }) => searchTexters(ctx, input)),
});
