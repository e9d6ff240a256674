import type { KitError } from './kit-error.ts';

const outward = { bubbles: true, composed: true };

/** What a texter works on: initial messages to send, or replies to answer. */
export type TextingMode = 'initial' | 'replies';

/** A texter was given conversations: at once, or by an admin who decided about their request. */
export class RequestSuccessEvent extends Event {
  readonly kind: TextingMode;
  readonly given: number;
  constructor(kind: TextingMode, given: number) {
    super('ck-request-success', outward);
    this.kind = kind;
    this.given = given;
  }
}

/** A request could not be made, taken back or decided. */
export class RequestErrorEvent extends Event {
  readonly error: KitError;
  constructor(error: KitError) {
    super('ck-request-error', outward);
    this.error = error;
  }
}

/** A texter wants to work on what they hold: the host shows its `<texter-queue>`. */
export class OpenQueueEvent extends Event {
  readonly kind: TextingMode;
  constructor(kind: TextingMode) {
    super('ck-open-queue', outward);
    this.kind = kind;
  }
}

/** How many there are has changed, for a badge. */
export class CountChangeEvent extends Event {
  readonly count: number;
  constructor(count: number) {
    super('ck-count-change', outward);
    this.count = count;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ck-request-success': RequestSuccessEvent;
    'ck-request-error': RequestErrorEvent;
    'ck-open-queue': OpenQueueEvent;
    'ck-count-change': CountChangeEvent;
  }
}
