import { z } from 'zod';
import { askedAction } from '@campaign-kit/shared/campaign-actions/asked-action';
import { id } from '@campaign-kit/shared/input';
import { can, router } from '../trpc/trpc.ts';
import { menu } from './menu.ts';
import { previewAction } from './preview-action.ts';
import { runAction } from './run-action.ts';
import { searchCampaigns } from './search-campaigns.ts';
import { startSecondPass } from './start-second-pass.ts';

const ofCampaign = z.strictObject({ campaignId: id });
const count = z.int().min(0);

export const campaignsRouter = router({
  menu: can('campaigns:act')
    .input(ofCampaign)
    .query(({ ctx, input }) => menu(ctx, input)),
  search: can('review:read')
    .input(
      z.strictObject({
        text: z.string().trim().max(100),
        archived: z.exactOptional(z.enum(['include', 'only'])),
        limit: count.min(1).max(100),
      }),
    )
    .query(({ ctx, input }) => searchCampaigns(ctx, input)),
  previewAction: can('campaigns:act')
    .input(z.strictObject({ campaignId: id, action: askedAction }))
    .query(({ ctx, input }) => previewAction(ctx, input)),
  runAction: can('campaigns:act')
    .input(
      z.strictObject({
        campaignId: id,
        action: askedAction,
        previewed: count.nullable(),
        typed: count.optional(),
        requestKey: z.uuid(),
      }),
    )
    .mutation(({ ctx, input }) => runAction(ctx, input)),
});

export const secondPassRouter = router({
  start: can('campaigns:act')
    .input(ofCampaign)
    .query(({ ctx, input }) => startSecondPass(ctx, input)),
});
