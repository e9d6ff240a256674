import type { TextingMode } from '../request-events.ts';

const outward = { bubbles: true, composed: true };

/** A text of the texter's was taken by the server. */
export class MessageSentEvent extends Event {
  readonly conversationId: number;
  readonly messageId: number;
  readonly kind: 'initial' | 'reply';
  constructor(sent: { conversationId: number; messageId: number; kind: 'initial' | 'reply' }) {
    super('ck-message-sent', outward);
    this.conversationId = sent.conversationId;
    this.messageId = sent.messageId;
    this.kind = sent.kind;
  }
}

/** Nothing is left to do in this mode. */
export class QueueEmptyEvent extends Event {
  readonly mode: TextingMode;
  constructor(mode: TextingMode) {
    super('ck-queue-empty', outward);
    this.mode = mode;
  }
}

/** The texter wants more conversations: the host shows its `<request-form>`. */
export class RequestMoreEvent extends Event {
  readonly mode: TextingMode;
  constructor(mode: TextingMode) {
    super('ck-request-more', outward);
    this.mode = mode;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ck-message-sent': MessageSentEvent;
    'ck-queue-empty': QueueEmptyEvent;
    'ck-request-more': RequestMoreEvent;
  }
}
