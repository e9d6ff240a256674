import { z } from 'zod';
import { id } from '@campaign-kit/shared/input';
import { listTeams } from '../teams/list-teams.ts';
import { can, router } from '../trpc/trpc.ts';
import { showHeld } from './held-by-texter.ts';
import { listTexters } from './list-texters.ts';
import { resumeTexter } from './resume-texter.ts';
import { searchTexters } from './search-texters.ts';
import { setTeamOfTexter } from './set-team-of-texter.ts';
import { suspendTexter } from './suspend-texter.ts';

const text = z.string().trim().max(100);
const limit = z.int().min(1).max(100);
const ofTexter = z.strictObject({ texterId: id });

export const textersRouter = router({
  search: can('campaigns:act', 'review:read')
    .input(z.strictObject({ text, limit }))
    .query(({ ctx, input }) => searchTexters(ctx, input)),
  list: can('texters:manage')
    .input(z.strictObject({ text, teamId: z.nullable(id).default(null), after: z.nullable(id), limit }))
    .query(({ ctx, input }) => listTexters(ctx, input)),
  held: can('texters:manage')
    .input(ofTexter)
    .query(({ ctx, input }) => showHeld(ctx, input)),
  suspend: can('texters:manage')
    .input(ofTexter)
    .mutation(({ ctx, input }) => suspendTexter(ctx, input)),
  resume: can('texters:manage')
    .input(ofTexter)
    .mutation(({ ctx, input }) => resumeTexter(ctx, input)),
  teams: can('texters:manage').query(({ ctx }) => listTeams(ctx, ctx.session)),
  setTeam: can('texters:manage')
    .input(z.strictObject({ texterId: id, teamId: id, member: z.boolean() }))
    .mutation(({ ctx, input }) => setTeamOfTexter(ctx, input)),
});
