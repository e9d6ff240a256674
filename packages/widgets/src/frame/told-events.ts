import type { KitError } from '../kit-error.ts';
import type { ToHost } from './bridge.ts';

/** Every event that an element may dispatch to its host. */
export const eventNames = [
  'ck-ready',
  'ck-load-error',
  'ck-open',
  'ck-close',
  'ck-action-request',
  'ck-action-success',
  'ck-action-error',
  'ck-request-success',
  'ck-request-error',
  'ck-open-queue',
  'ck-count-change',
  'ck-filter-change',
  'ck-selection-change',
  'ck-conversation-change',
  'ck-message-sent',
  'ck-queue-empty',
  'ck-request-more',
  'ck-sending-change',
  'ck-sending-error',
  'ck-session-expired',
] as const satisfies readonly (keyof HTMLElementEventMap)[];

type Told = Event & { error?: KitError; undo?: () => Promise<void> };

/** So many events can still be undone or tried again from outside. */
const mostKept = 50;

/** Events as they travel: data stays data, an error its plain parts, and what is called goes by the event's number. */
export class ToldEvents {
  #kept = new Map<number, Told>();
  #number = 0;

  words(event: Told): ToHost['event'] {
    const { type, bubbles, composed, cancelable } = event;
    this.#kept.set(++this.#number, event);
    this.#kept.delete(this.#number - mostKept);
    return [type, { bubbles, composed, cancelable }, detailOf(event), this.#number];
  }

  /** Undoes or tries again what the event of this number was about. */
  async do(deed: string, number: number): Promise<void> {
    const event = this.#kept.get(number);
    if (deed === 'undo') await event?.undo?.();
    if (deed === 'retry') await event?.error?.retry();
  }
}

function detailOf(event: Told): Record<string, unknown> {
  const detail: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(event)) {
    if (name === 'isTrusted') continue;
    if (name === 'error') detail['error'] = plain(value as KitError);
    else detail[name] = typeof value === 'function' ? true : (value as unknown);
  }
  return detail;
}

function plain({ name, code, message, requestId, retryable, reason, values, details }: KitError) {
  return { name, code, message, requestId, retryable, reason, values, details };
}
