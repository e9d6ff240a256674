import type { ReactiveController } from 'lit';
import type { KitElement } from '../element.ts';
import type { Send } from './send.ts';

type Kept = { drafts: Record<number, string>; sends: Send[] };

/** What lies on the desks of this page, by who sits there: another element of the same user finds it again. */
const desks = new Map<string, Kept>();

/**
 * What a texter typed and did not send, and what was sent and not taken yet. It outlives the element and, where the host's
 * page may store, a reload; another user does not find it, and a logout clears it.
 */
export class Desk implements ReactiveController {
  #host: KitElement;
  #place = '';
  #kept: Kept = { drafts: {}, sends: [] };
  #changed: (other: boolean) => void;
  #stopKit = () => {};

  /** `changed`: it is known whose desk it is; `other`: it was somebody else's before. */
  constructor(host: KitElement, changed: (other: boolean) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopKit = this.#host.onKit(() => this.#look());
    this.#look();
  }

  hostDisconnected(): void {
    this.#stopKit();
  }

  draft(conversationId: number): string {
    return this.#kept.drafts[conversationId] ?? '';
  }

  hasDraft(conversationId: number): boolean {
    return this.draft(conversationId).trim() !== '';
  }

  keepDraft(conversationId: number, text: string): void {
    if (text === '') delete this.#kept.drafts[conversationId];
    else this.#kept.drafts[conversationId] = text;
    this.#store();
  }

  get sends(): readonly Send[] {
    return this.#kept.sends;
  }

  keepSends(sends: readonly Send[]): void {
    this.#kept.sends = [...sends];
    this.#store();
  }

  #look(): void {
    const { kit } = this.#host;
    const { state, user } = kit?.session ?? { state: 'starting', user: '' };
    if (state === 'ended') return this.#clear();
    if (!kit || !user) return;
    const place = `campaign-kit texting ${kit.endpoint} ${user}`;
    if (place === this.#place) return;
    const other = this.#place !== '';
    this.#place = place;
    this.#kept = desks.get(place) ?? read(place);
    desks.set(place, this.#kept);
    this.#changed(other);
  }

  #clear(): void {
    if (!this.#place) return;
    desks.delete(this.#place);
    storage(stored => stored.removeItem(this.#place));
    this.#place = '';
    this.#kept = { drafts: {}, sends: [] };
    this.#changed(true);
  }

  #store(): void {
    const { drafts, sends } = this.#kept;
    const empty = Object.keys(drafts).length === 0 && sends.length === 0;
    if (!this.#place) return;
    storage(stored =>
      empty ? stored.removeItem(this.#place) : stored.setItem(this.#place, JSON.stringify({ drafts, sends })),
    );
  }
}

function read(place: string): Kept {
  const text = storage(stored => stored.getItem(place));
  try {
    const { drafts, sends } = JSON.parse(text ?? '') as Kept;
    return { drafts: { ...drafts }, sends: [...sends] };
  } catch {
    return { drafts: {}, sends: [] };
  }
}

/** A page in a sandbox, or with its storage full or forbidden, remembers only as long as it is open. */
function storage<T>(use: (stored: Storage) => T): T | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
