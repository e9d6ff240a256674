import type { ActionRequestEvent } from '../action-events.ts';
import type { Ask } from '../api.ts';
import { CampaignKit } from '../kit.ts';
import { KitError } from '../kit-error.ts';
import type { Mint, Minted } from '../session.ts';

/** A host that says nothing for so long has not allowed it. */
const patienceMs = 5000;

/** A kit whose sessions come from the page around the frame, and whose deeds wait for that page to let them go on. */
export class FramedKit extends CampaignKit {
  #verdict: Promise<boolean> | null = null;

  constructor(endpoint: string, host: string, mint: Mint) {
    super({ endpoint, fetchSession: async asked => checked(await mint(asked), host) });
  }

  override readonly ask: Ask = this.#asking(this.ask);

  /**
   * The next deed waits for the verdict. An element asks the server right after it has dispatched its request, in the same
   * task; a page outside can only answer later. What is not allowed ends as an abort: nothing was asked, nothing failed.
   */
  holdDeed(_: ActionRequestEvent, allowed: Promise<boolean>): void {
    const late = new Promise<boolean>(resolve => setTimeout(() => resolve(false), patienceMs));
    this.#verdict = Promise.race([allowed, late]).catch(() => false);
    queueMicrotask(() => (this.#verdict = null));
  }

  #asking(ask: Ask): Ask {
    return async call => {
      const verdict = this.#verdict;
      this.#verdict = null;
      if (verdict && !(await verdict)) throw new DOMException('The page did not allow it.', 'AbortError');
      return ask(call);
    };
  }
}

/** A token counts only on the page that it was minted for, also in a frame of that page. */
function checked(minted: Minted, host: string): Minted {
  const [, claims = ''] = minted.token.split('.');
  const { origin } = JSON.parse(atob(claims.replace(/-/g, '+').replace(/_/g, '/'))) as { origin?: string };
  if (origin === host) return minted;
  const message = `The session was made for ${origin}; this page is ${host}. Mint it with that origin.`;
  console.warn(`Campaign Kit: ${message}`);
  throw new KitError({ code: 'origin_not_allowed', message, reason: 'refusal.origin' });
}
