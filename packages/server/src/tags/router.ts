import { can, router } from '../trpc/trpc.ts';
import { listTags } from './list-tags.ts';

export const tagsRouter = router({
  list: can('review:read').query(({ ctx }) => listTags(ctx)),
});
