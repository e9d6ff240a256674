/** Where a conversation stands. `removed` is gone for everybody, and kept only so that an undo can bring it back. */
export type Status = 'removed' | 'messaged' | 'needsMessage' | 'needsResponse' | 'convo' | 'closed';

/** The moving part of a conversation: what rules decide by. Instants are integer milliseconds (UTC). */
export type Conversation = {
  readonly status: Status;
  /** 1 for the first round of initial messages, 2 for the second … */
  readonly pass: number;
  /** Null: in the pool. */
  readonly texterId: number | null;
  /** The contact's first unanswered reply. The one meaning of idle. */
  readonly waitingSince: number | null;
  /** Our last outbound message. The one meaning of recently texted. */
  readonly lastMessagedAt: number | null;
  readonly replied: boolean;
  readonly optedOut: boolean;
  readonly escalated: boolean;
  /** The number is known as bad for good. */
  readonly undeliverable: boolean;
  /** The same phone is in a campaign of this organization with a higher id. */
  readonly newer: boolean;
};

/** What can happen to one conversation. Campaign actions are made of the last six. */
export type ConversationEvent =
  | { type: 'initialAccepted'; at: number }
  | { type: 'contactReplied'; at: number }
  | { type: 'agentReplied'; at: number }
  | { type: 'contactOptedOut'; at: number }
  | { type: 'optedOut' }
  | { type: 'optedIn' }
  | { type: 'closed' }
  | { type: 'reopened' }
  | { type: 'escalated' }
  | { type: 'resolved' }
  | { type: 'foundUndeliverable' }
  | { type: 'markedForSecondPass' }
  | { type: 'unmarked' }
  | { type: 'assigned'; texterId: number }
  | { type: 'released' }
  | { type: 'removed' };

/** What follows, or null when the event may not happen to this conversation. The SQL is held to this by a property test. */
export function next(c: Conversation, event: ConversationEvent): Conversation | null {
  if (c.status === 'removed' && event.type !== 'contactReplied' && event.type !== 'contactOptedOut') return null;
  switch (event.type) {
    case 'initialAccepted':
      if (c.status !== 'needsMessage' || c.optedOut || c.escalated) return null;
      return { ...c, status: 'messaged', lastMessagedAt: event.at };
    case 'contactReplied': {
      const waitingSince = c.status === 'needsResponse' ? (c.waitingSince ?? event.at) : event.at;
      return { ...c, status: 'needsResponse', replied: true, waitingSince };
    }
    case 'agentReplied':
      if (c.optedOut || !(c.status === 'needsResponse' || c.status === 'convo' || c.status === 'closed')) return null;
      return { ...c, status: 'convo', waitingSince: null, lastMessagedAt: event.at };
    case 'contactOptedOut':
      return { ...c, status: 'closed', replied: true, optedOut: true, waitingSince: null };
    case 'optedOut':
      return c.optedOut ? null : { ...c, optedOut: true };
    case 'optedIn':
      return c.optedOut ? { ...c, optedOut: false } : null;
    case 'closed':
      return c.status === 'closed' ? null : { ...c, status: 'closed' };
    case 'reopened':
      return c.status === 'closed' ? { ...c, status: afterReopening(c) } : null;
    case 'escalated':
      return c.escalated ? null : { ...c, escalated: true, texterId: null };
    case 'resolved':
      return c.escalated ? { ...c, escalated: false } : null;
    case 'foundUndeliverable':
      return c.undeliverable ? null : { ...c, undeliverable: true };
    case 'markedForSecondPass':
      return c.status === 'messaged' ? { ...c, status: 'needsMessage', pass: c.pass + 1 } : null;
    case 'unmarked':
      return c.status === 'needsMessage' && c.pass > 1 ? { ...c, status: 'messaged', pass: c.pass - 1 } : null;
    case 'assigned':
      return { ...c, texterId: event.texterId };
    case 'released':
      return c.texterId === null ? null : { ...c, texterId: null };
    case 'removed':
      return c.status === 'needsMessage' && c.pass === 1 ? { ...c, status: 'removed' } : null;
  }
}

function afterReopening(c: Conversation): Status {
  if (c.waitingSince !== null) return 'needsResponse';
  if (c.replied) return 'convo';
  return c.lastMessagedAt === null ? 'needsMessage' : 'messaged';
}
