import type { Api, Operation } from './contract.ts';
import type { KitElement } from './element.ts';
import { KitError, isAbort } from './kit-error.ts';
import { Listening } from './listening.ts';
import { Pace } from './pace.ts';
import { requestKey } from './request-key.ts';

type On = { end?: (operation: Operation) => void; error?: (error: KitError) => void };

/**
 * One deed from its button to its end: started once however often it is asked, followed while it runs, cancelled, undone.
 * The element may leave and come back: what runs goes on, and is followed again.
 */
export class OperationRun {
  /** What runs, or ran last. After an undo, the undo. */
  operation: Operation | null = null;
  /** What the undo that runs, or ran last, gives back, where that is known. */
  undone: Operation | null = null;
  /** Why it could not be started, or its progress not be heard of. */
  error: KitError | null = null;
  /** The button was pressed and the server has not answered yet. */
  starting = false;
  readonly pace = new Pace();
  #host: KitElement;
  #on: On;
  #key = { of: '', value: '' };

  constructor(host: KitElement, on: On = {}) {
    this.#host = host;
    this.#on = on;
    host.onKit(() => {
      // Reconnected: the button can be pressed again.
      if (this.error?.code === 'session_expired' && host.kit?.session.state === 'live') this.error = null;
    });
    new Listening(host, () =>
      this.running
        ? {
            campaignId: this.operation?.campaign?.id ?? null,
            running: () => (this.operation && this.running ? [this.operation.id] : []),
            onPush: pushed => {
              if (pushed.type === 'operation' && pushed.operation.id === this.operation?.id)
                this.follow(pushed.operation);
            },
          }
        : null,
    );
  }

  get running(): boolean {
    return this.operation?.state === 'running';
  }

  /**
   * Starts a deed. `of` says what exactly is asked: asked again after a failed network it carries the same key, so the
   * server does it once. Resolves when it is started or refused; never rejects.
   */
  async start(of: string, call: (api: Api, requestKey: string) => Promise<Operation>): Promise<void> {
    const { kit } = this.#host;
    if (!kit || this.starting || this.running) return;
    if (this.#key.of !== of) this.#key = { of, value: requestKey() };
    const { value } = this.#key;
    this.starting = true;
    this.error = null;
    this.#host.requestUpdate();
    try {
      const operation = await kit.ask(api => call(api, value));
      this.#key = { of: '', value: '' };
      this.starting = false;
      this.follow(operation);
    } catch (thrown) {
      this.starting = false;
      if (isAbort(thrown)) return;
      const error = KitError.from(thrown);
      if (error.code !== 'network' && error.code !== 'server') this.#key = { of: '', value: '' };
      this.error = error;
      this.#host.requestUpdate();
      this.#on.error?.(error);
    }
  }

  /** Follows an operation that runs already, or shows one that has ended. */
  follow(operation: Operation): void {
    const running = operation.state === 'running';
    const ended = !running && (this.operation?.id !== operation.id || this.operation.state === 'running');
    this.operation = operation;
    this.error = null;
    this.pace.saw(operation.done, performance.now());
    this.#host.requestUpdate();
    if (ended) this.#on.end?.(operation);
  }

  /** Asks to stop. What is done stays done, and can be undone. */
  async cancel(): Promise<void> {
    const operationId = this.operation?.id;
    if (!operationId || !this.running) return;
    await this.#quietly(() => this.#host.kit!.ask(api => api.operations.cancel.mutate({ operationId })));
  }

  /** Gives back what the operation changed, as far as nothing else has changed it since. */
  async undo(operationId: number | undefined = this.operation?.id): Promise<void> {
    if (!operationId) return;
    if (this.operation?.id === operationId) this.undone = this.operation;
    await this.start(`undo ${operationId}`, (api, key) => api.operations.undo.mutate({ operationId, requestKey: key }));
  }

  /** Forgets it, for another deed. What runs goes on. */
  reset(): void {
    this.operation = null;
    this.error = null;
    this.starting = false;
    this.#host.requestUpdate();
  }

  async #quietly(call: () => Promise<Operation>): Promise<void> {
    try {
      this.follow(await call());
    } catch (thrown) {
      if (isAbort(thrown)) return;
      this.error = KitError.from(thrown);
      this.#host.requestUpdate();
    }
  }
}
