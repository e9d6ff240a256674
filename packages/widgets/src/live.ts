import type { Ask } from './api.ts';
import type { Changes } from './changes.ts';
import type { Pushed } from './contract.ts';
import type { Session } from './session.ts';

export type Watcher = {
  /** The campaign to hear of; null for all of the organization. */
  campaignId: number | null;
  /** Ids of the operations that are expected to move; asked for one by one where streaming is blocked. */
  running: () => readonly number[];
  onPush: (pushed: Pushed) => void;
  /** It begins to hear only now: what came before may have been missed. */
  onFresh?: () => void;
};

/** The way to hear of changes. What does the hearing is loaded when the first watcher comes: idle pages never need it. */
export class Live {
  #options: { endpoint: string; session: Session; ask: Ask };
  #changes: Promise<Changes> | null = null;

  constructor(options: { endpoint: string; session: Session; ask: Ask }) {
    this.#options = options;
  }

  /** Starts to hear of changes; answers with the way to stop. */
  watch(watcher: Watcher): () => void {
    let stop = () => {};
    let left = false;
    this.#load().then(
      changes => {
        if (!left) stop = changes.watch(watcher);
      },
      () => {},
    );
    return () => {
      left = true;
      stop();
    };
  }

  destroy(): void {
    void this.#changes?.then(changes => changes.destroy());
    this.#changes = null;
  }

  #load(): Promise<Changes> {
    this.#changes ??= import('./changes.ts').then(({ Changes }) => new Changes(this.#options));
    this.#changes.catch(() => (this.#changes = null));
    return this.#changes;
  }
}
