import type { ReviewFilter } from '@campaign-kit/shared/review-filter';

const outward = { bubbles: true, composed: true };

/** What is filtered by has changed: `text` is the same as the query of an address. */
export class FilterChangeEvent extends Event {
  readonly filter: ReviewFilter;
  readonly text: string;
  constructor(filter: ReviewFilter, text: string) {
    super('ck-filter-change', outward);
    this.filter = filter;
    this.text = text;
  }
}

/** What is selected has changed: how many, whether that is all that match, and else which. */
export class SelectionChangeEvent extends Event {
  readonly count: number;
  readonly all: boolean;
  readonly ids: readonly number[] | null;
  constructor(count: number, all: boolean, ids: readonly number[] | null) {
    super('ck-selection-change', outward);
    this.count = count;
    this.all = all;
    this.ids = ids;
  }
}

/** A conversation was opened, or with null the open one was closed. */
export class ConversationChangeEvent extends Event {
  readonly conversationId: number | null;
  constructor(conversationId: number | null) {
    super('ck-conversation-change', outward);
    this.conversationId = conversationId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ck-filter-change': FilterChangeEvent;
    'ck-selection-change': SelectionChangeEvent;
    'ck-conversation-change': ConversationChangeEvent;
  }
}
