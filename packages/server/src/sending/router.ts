import { z } from 'zod';
import { id } from '@campaign-kit/shared/input';
import { can, router } from '../trpc/trpc.ts';
import { pauseSending, resumeSending, startSending, stopSending } from './control.ts';
import { sendingStatus } from './status.ts';

const ofCampaign = z.strictObject({ campaignId: id });

export const sendingRouter = router({
  status: can('campaigns:act')
    .input(ofCampaign)
    .query(({ ctx, input }) => sendingStatus(ctx, input)),
  start: can('campaigns:act')
    .input(z.strictObject({ campaignId: id, perHour: z.nullable(z.int().min(1).max(100_000)) }))
    .mutation(({ ctx, input }) => startSending(ctx, input)),
  pause: can('campaigns:act')
    .input(ofCampaign)
    .mutation(({ ctx, input }) => pauseSending(ctx, input)),
  resume: can('campaigns:act')
    .input(ofCampaign)
    .mutation(({ ctx, input }) => resumeSending(ctx, input)),
  stop: can('campaigns:act')
    .input(ofCampaign)
    .mutation(({ ctx, input }) => stopSending(ctx, input)),
});
