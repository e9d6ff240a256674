import type { AskedAction, CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import type { LeftOut } from '@campaign-kit/shared/left-out';
import type { OperationKind, OperationState } from '@campaign-kit/shared/operation';
import type { ElementName, Role, Scope } from '@campaign-kit/shared/scopes';
import type { WordKey } from '@campaign-kit/shared/words/en';
import type { Values } from '@campaign-kit/shared/words/say';

export type Refused = { reason: WordKey; values: Values };

export type Current = {
  user: { id: number; name: string; role: Role };
  organization: { id: number; name: string; timeZone: string };
  scopes: Scope[];
  elements: ElementName[] | null;
  expiresAt: number;
};

export type CampaignHead = {
  id: number;
  title: string;
  autoAssign: boolean;
  dueAt: number | null;
  archivedAt: number | null;
  launchedAt: number | null;
  timeZone: string;
  contacts: number;
};

export type MenuAction = { name: CampaignActionName; refusal: Refused | null; count: number | null };
export type CampaignMenu = { campaign: CampaignHead; actions: MenuAction[]; operations: Operation[] };

export type Preview = {
  count: number;
  total: number;
  leftOut: { reason: LeftOut; count: number }[];
  texters: number | null;
  campaigns: number;
  oldestWaitingSince: number | null;
  at: number;
};

export type Operation = {
  id: number;
  kind: OperationKind;
  campaign: { id: number; title: string } | null;
  user: { id: number; name: string } | null;
  input: Record<string, unknown>;
  state: OperationState;
  total: number;
  done: number;
  startedAt: number;
  finishedAt: number | null;
  cancelAskedAt: number | null;
  undoOf: number | null;
  undoneBy: number | null;
  undoUntil: number | null;
  result: Record<string, unknown> | null;
  error: string | null;
};

export type SecondPassStart = {
  campaign: CampaignHead;
  pass: number;
  nextPass: number;
  unsent: { count: number; assigned: number; texters: number; inPool: number };
  contacts: number;
  scripts: { pass: number; script: string }[];
  suggestedTitle: string;
  sample: { fields: Record<string, string> } | null;
  knownFields: string[];
  refusal: Refused | null;
};

export type Texter = { id: number; name: string; held: number; suspended: boolean };

/** What the server pushes while an operation runs or a campaign changes. */
export type Pushed = { type: 'operation'; operation: Operation } | { type: 'campaign'; campaignId: number };

type Options = { signal?: AbortSignal };
type Query<I, O> = { query: (input: I, options?: Options) => Promise<O> };
type Mutation<I, O> = { mutate: (input: I, options?: Options) => Promise<O> };

/** The procedures of the server that elements call. */
export type Api = {
  sessions: { current: Query<void, Current>; logout: Mutation<void, { ok: true }> };
  campaigns: {
    menu: Query<{ campaignId: number }, CampaignMenu>;
    previewAction: Query<{ campaignId: number; action: AskedAction }, Preview>;
    runAction: Mutation<
      { campaignId: number; action: AskedAction; previewed: number | null; typed?: number; requestKey: string },
      Operation
    >;
  };
  replies: {
    previewReleaseAll: Query<{ idleMinutes: number }, Preview>;
    releaseAll: Mutation<{ idleMinutes: number; previewed: number | null; requestKey: string }, Operation>;
  };
  secondPass: { start: Query<{ campaignId: number }, SecondPassStart> };
  texters: { search: Query<{ text: string; limit: number }, Texter[]> };
  operations: {
    list: Query<
      { campaignId: number | null; before: number | null; limit: number },
      { operations: Operation[]; next: number | null }
    >;
    get: Query<{ operationId: number }, Operation>;
    cancel: Mutation<{ operationId: number }, Operation>;
    previewUndo: Query<{ operationId: number }, { count: number; kept: number }>;
    undo: Mutation<{ operationId: number; requestKey: string }, Operation>;
  };
};
