import type { AppRouter } from '@campaign-kit/server/api';
import type { TRPCClient } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

type Options = { signal?: AbortSignal };
type Call<F> = F extends (input: infer Input, ...rest: never[]) => Promise<infer Output>
  ? (input: Input, options?: Options) => Promise<Output>
  : never;
type Procedure<P> = P extends { query: infer F }
  ? { query: Call<F> }
  : P extends { mutate: infer F }
    ? { mutate: Call<F> }
    : never;
type Client = TRPCClient<AppRouter>;

/** The procedures of the server that elements call. A package carries it written out: it does not depend on the server. */
export type Api = {
  [Noun in keyof AppRouter['_def']['record']]: {
    [Name in keyof Client[Noun] as Procedure<Client[Noun][Name]> extends never ? never : Name]: Procedure<
      Client[Noun][Name]
    >;
  };
};

export type Current = Outputs['sessions']['current'];
export type CampaignMenu = Outputs['campaigns']['menu'];
export type CampaignHead = CampaignMenu['campaign'];
export type MenuAction = CampaignMenu['actions'][number];
export type Refused = NonNullable<MenuAction['refusal']>;
export type Preview = Outputs['campaigns']['previewAction'];
export type MessagePreview = Outputs['review']['preview'];
export type ReviewPage = Outputs['review']['list'];
export type ReviewRow = ReviewPage['rows'][number];
export type FilterNames = Outputs['review']['names'];
export type SavedView = Outputs['views']['list'][number];
export type Operation = Outputs['operations']['get'];
export type SecondPassStart = Outputs['secondPass']['start'];
export type Texter = Outputs['texters']['search'][number];
export type ListedTexter = Outputs['texters']['list']['texters'][number];
export type Team = Outputs['texters']['teams'][number];
export type HeldByTexter = Outputs['texters']['held'];
export type Queue = Outputs['texting']['queue'];
export type Waiting = Queue['waiting'][number];
export type Thread = Outputs['texting']['thread'];
export type Message = Thread['messages'][number];
export type Offer = Outputs['requests']['offer'];
export type Offered = Offer['unsent'];
export type RequestKind = NonNullable<Offer['waiting']>['kind'];
export type SendingStatus = Outputs['sending']['status'];
export type Given = Outputs['requests']['decide'];
export type WaitingRequests = Outputs['requests']['waiting'];
export type WaitingRequest = WaitingRequests['requests'][number];

/** What the server pushes while an operation runs or a campaign changes. */
export type Pushed = { type: 'operation'; operation: Operation } | { type: 'campaign'; campaignId: number | null };

/** What the server pushes to a texter: one of their conversations changed, or others came or went. */
export type TextingNews = { type: 'conversation'; conversationId: number } | { type: 'queue' };

/** What the server pushes to whoever reviews: these conversations changed, or so many that the list is to be looked at again. */
export type ReviewNews = { type: 'conversations'; ids: number[] } | { type: 'many' };
