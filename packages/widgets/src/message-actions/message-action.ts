import { asks } from '@campaign-kit/shared/message-actions/asks';
import type { AskedMessageAction, MessageActionName } from '@campaign-kit/shared/message-actions/registry';
import type { ReviewTarget } from '@campaign-kit/shared/review-filter';
import { ActionErrorEvent, ActionRequestEvent, ActionSuccessEvent } from '../action-events.ts';
import type { MessagePreview, Operation, Texter } from '../contract.ts';
import type { KitElement } from '../element.ts';
import type { KitError } from '../kit-error.ts';
import { OperationRun } from '../operation-run.ts';
import { TexterPicker } from '../parts/texter-picker.ts';
import { PreviewQuery } from '../preview-query.ts';
import { Query } from '../query.ts';

const pauseMs = 300;
/** Counted with, until something is typed. */
const untyped = '…';

export type Holder = Pick<Texter, 'id' | 'name'>;

type On = {
  /** Another screen is shown: the focus goes to its beginning. */
  screen: () => void;
  ended?: (operation: Operation) => void;
};

/**
 * One message action from its question to its end: for the ticked conversations or all that match, counted while it is
 * asked, run, followed, undone. On its way what a suspended texter holds may be released, as a deed of its own.
 */
export class MessageAction {
  readonly preview: PreviewQuery<MessagePreview>;
  /** How many match, where the opener does not say. */
  readonly matching: Query<{ count: number }>;
  readonly run: OperationRun;
  readonly texters: TexterPicker;
  /** All that match are meant, though some are ticked. */
  all = false;
  /** Whose conversations are released. */
  releasing: Holder | null = null;
  typed = { tag: '', reason: '' };
  /** Something has to be typed first. */
  empty = false;
  moved: { was: number; count: number } | null = null;
  /** The count that the main button showed when it was pressed. */
  shown: number | null = null;
  undone: Operation | null = null;
  readonly #host: KitElement;
  readonly #on: On;
  #first: { name: MessageActionName; releasing: Holder | null } = { name: 'reassign', releasing: null };
  #name: MessageActionName = 'reassign';
  #target: ReviewTarget = { filter: {}, ids: null, except: [] };
  #told: number | null = null;
  #open = false;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(host: KitElement, on: On) {
    this.#host = host;
    this.#on = on;
    this.matching = new Query(host, (api, signal) =>
      api.review.count.query({ filter: this.#target.filter }, { signal }),
    );
    this.preview = new PreviewQuery<MessagePreview>(host, (api, signal) => {
      const action = this.#asked(untyped);
      return action && api.review.preview.query({ target: this.target, action }, { signal });
    });
    this.texters = new TexterPicker(host, {
      changed: () => this.#settingsChanged(0),
      release: texter => this.release(texter),
    });
    this.run = new OperationRun(host, {
      end: operation => {
        host.dispatchEvent(new ActionSuccessEvent(operation, () => this.run.undo(operation.id)));
        this.texters.refresh();
        on.ended?.(operation);
        on.screen();
      },
      error: error => this.#onError(error),
    });
  }

  /** What is asked now. */
  get name(): MessageActionName {
    return this.releasing ? 'unassign' : this.#name;
  }

  get target(): ReviewTarget {
    if (this.releasing) return { filter: { texters: [this.releasing.id] }, ids: null, except: [] };
    return this.all ? { filter: this.#target.filter, ids: null, except: [] } : this.#target;
  }

  /** How many are ticked; null where all are meant from the start. */
  get ticked(): number | null {
    return this.#target.ids?.length ?? null;
  }

  /** How many match the filter; null while that is not known. */
  get matches(): number | null {
    return this.#told ?? this.matching.value?.count ?? null;
  }

  /** How many it is about, before it is counted what would change. */
  get about(): number | null {
    const { ids, except } = this.target;
    if (ids) return ids.length;
    return this.matches === null ? null : Math.max(0, this.matches - except.length);
  }

  /** Whether there is a way back from here to what was asked first. */
  get aside(): boolean {
    return this.releasing !== this.#first.releasing || this.#name !== this.#first.name;
  }

  /** `told` is how many match, where the opener knows. */
  ask(name: MessageActionName, target: ReviewTarget, told: number | null = null): void {
    this.#first = { name, releasing: null };
    this.#target = target;
    this.#told = told;
    this.all = false;
    this.#turnBack();
    if (told === null) void this.matching.run();
  }

  /** What one texter holds is released, and nothing else is asked. */
  askRelease(texter: Holder): void {
    this.#first = { name: 'unassign', releasing: texter };
    this.#turnBack();
  }

  /** Somebody looks: counts, and goes on counting. */
  open(): void {
    this.#open = true;
    if (this.#name === 'reassign') this.texters.load();
    if (!this.run.operation) this.#count();
  }

  close(): void {
    this.#open = false;
    clearTimeout(this.#soon);
    this.preview.pause();
  }

  meanAll(all: boolean): void {
    if (this.all === all) return;
    this.all = all;
    this.#settingsChanged(0);
  }

  type(field: 'tag' | 'reason', text: string): void {
    this.typed[field] = text;
    this.empty = false;
    this.#settingsChanged(field === 'tag' ? pauseMs : null);
  }

  unassign(): void {
    this.#name = 'unassign';
    this.#begin();
    this.#on.screen();
  }

  release(texter: Holder): void {
    this.releasing = texter;
    this.#begin();
    this.#on.screen();
  }

  /** Back to what was asked first; what was chosen there is chosen still. */
  back(): void {
    if (this.run.starting) return;
    this.#turnBack();
    this.#on.screen();
  }

  /** Runs it, unless something is missing or the host's page says no. */
  start(): void {
    const count = this.preview.value?.count ?? null;
    const action = this.#asked('');
    if (!action) return this.#complain();
    if (!count || this.preview.old || this.run.starting) return;
    if (!this.#host.dispatchEvent(new ActionRequestEvent(action.name, this.preview.value ?? null))) return;
    const { target } = this;
    this.shown = count;
    this.moved = null;
    this.preview.pause();
    void this.run.start(JSON.stringify([action, target, count]), (api, requestKey) =>
      api.review.run.mutate({ target, action, previewed: count, requestKey }),
    );
  }

  undo(operation: Operation): void {
    this.undone = operation;
    void this.run.undo(operation.id);
  }

  #turnBack(): void {
    this.#name = this.#first.name;
    this.releasing = this.#first.releasing;
    this.#begin();
  }

  #begin(): void {
    this.run.reset();
    this.preview.reset();
    this.shown = this.moved = this.undone = null;
    this.empty = false;
    if (this.#open) this.#count();
    this.#host.requestUpdate();
  }

  #count(): void {
    if (this.#asked(untyped)) this.preview.keepFresh(null);
    else this.preview.pause();
  }

  /** The count is that of other settings now; it is asked for anew after a pause, or not at all where it stays the same. */
  #settingsChanged(pause: number | null): void {
    this.moved = null;
    this.run.error = null;
    this.#host.requestUpdate();
    if (pause === null || !this.#open) return;
    this.preview.settingsChanged();
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => {
      if (!this.#asked(untyped)) this.preview.reset();
      this.#count();
    }, pause);
  }

  #asked(untypedText: string): AskedMessageAction | null {
    const { name } = this;
    switch (asks[name]) {
      case 'texters': {
        const texterIds = this.texters.chosen.map(({ id }) => id);
        return texterIds.length > 0 ? { name: 'reassign', input: { texterIds } } : null;
      }
      case 'tag': {
        const tag = this.typed.tag.trim() || untypedText;
        return tag ? { name: 'tag', input: { name: tag } } : null;
      }
      case 'reason': {
        const reason = this.typed.reason.trim() || untypedText;
        return reason ? { name: 'escalate', input: { reason } } : null;
      }
      default:
        return { name, input: {} } as AskedMessageAction;
    }
  }

  #complain(): void {
    this.empty = true;
    this.#host.requestUpdate();
    if (this.name === 'reassign') this.texters.focus();
    else this.#host.renderRoot.querySelector<HTMLElement>('#asked')?.focus();
  }

  #onError(error: KitError): void {
    const fresh = error.reason === 'refusal.stalePreview' ? (error.details as MessagePreview | null) : null;
    if (fresh && this.shown !== null) {
      this.moved = { was: this.shown, count: fresh.count };
      this.preview.value = fresh;
      this.run.error = null;
    } else {
      this.#host.dispatchEvent(new ActionErrorEvent(this.undone ? 'undo' : this.name, error));
    }
    if (!this.run.operation && this.#open) this.preview.keepFresh(null, !fresh);
    this.#host.requestUpdate();
  }
}
