import type { AppRouter } from '@campaign-kit/server/api';
import type { TRPCClient } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

/** The procedures of the server that elements call. */
export type Api = TRPCClient<AppRouter>;

export type Current = Outputs['sessions']['current'];
export type CampaignMenu = Outputs['campaigns']['menu'];
export type CampaignHead = CampaignMenu['campaign'];
export type MenuAction = CampaignMenu['actions'][number];
export type Refused = NonNullable<MenuAction['refusal']>;
export type Preview = Outputs['campaigns']['previewAction'];
export type Operation = Outputs['operations']['get'];
export type SecondPassStart = Outputs['secondPass']['start'];
export type Texter = Outputs['texters']['search'][number];

/** What the server pushes while an operation runs or a campaign changes. */
export type Pushed = { type: 'operation'; operation: Operation } | { type: 'campaign'; campaignId: number | null };
