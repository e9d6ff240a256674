import { windowOf } from '../messages/queue-text.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { ConversationRow } from '../conversations/conversation-of.ts';

/** `drop`: nothing of this turn is the assistant's any more. `waitUntil`: not now. */
export type Verdict = 'answer' | 'drop' | { readonly waitUntil: number };

const archivedPauseMs = 10 * 60_000;
const pausedPauseMs = 60_000;
const dayMs = 86_400_000;

/** Whether the assistant may answer now: never past a person who answers or types, and only where a text may be sent. */
export function mayAnswer(
  conversation: Pick<ConversationRow, 'status' | 'assistant' | 'optedOut' | 'escalated' | 'likelyOptOut' | 'zone'>,
  campaign: Campaign,
  typingUntil: number | null,
  now: number,
): Verdict {
  const { status, assistant, optedOut, escalated, likelyOptOut, zone } = conversation;
  if (!assistant || status !== 'needsResponse' || optedOut || escalated || likelyOptOut) return 'drop';
  if (campaign.archivedAt !== null) return { waitUntil: now + archivedPauseMs };
  if (campaign.sendingPausedAt !== null) return { waitUntil: now + pausedPauseMs };
  if (typingUntil !== null && typingUntil > now) return { waitUntil: typingUntil };
  const window = windowOf(campaign, zone, now);
  return window.open ? 'answer' : { waitUntil: window.from ?? now + dayMs };
}
