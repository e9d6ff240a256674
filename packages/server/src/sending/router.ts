import { z } from 'zod';
import { id } from '@campaign-kit/shared/input';
import { mostPerHour } from '@campaign-kit/shared/most-per-hour';
import { can, router } from '../trpc/trpc.ts';
import { limitSending, pauseSending, resumeSending, startSending, stopSending } from './control.ts';
import { sendingStatus } from './status.ts';

const ofCampaign = z.strictObject({ campaignId: id });
const perHour = z.nullable(z.int().min(1).max(mostPerHour));
const limited = z.strictObject({ campaignId: id, perHour });

export const sendingRouter = router({
  status: can('campaigns:act')
    .input(z.strictObject({ campaignId: id, perHour: perHour.optional() }))
    .query(({ ctx, input }) => sendingStatus(ctx, input)),
  start: can('campaigns:act')
    .input(limited)
    .mutation(({ ctx, input }) => startSending(ctx, input)),
  limit: can('campaigns:act')
    .input(limited)
    .mutation(({ ctx, input }) => limitSending(ctx, input)),
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
