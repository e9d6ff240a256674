import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { en } from '@campaign-kit/shared/words/en';
import type { WaitingRequest, WaitingRequests } from '../contract.ts';
import { KitElement } from '../element.ts';
import { LiveQuery } from '../live-query.ts';
import { icons } from '../parts/icons.ts';
import { keyed } from '../parts/keyed.ts';
import { failureNotice, queryStates } from '../parts/query-states.ts';
import { relativeTime } from '../parts/relative-time.ts';
import { numberOf, stepper } from '../parts/stepper.ts';
import { whyNothing } from '../parts/why-nothing.ts';
import { CountChangeEvent } from '../request-events.ts';
import { Deciding, type Decided } from './deciding.ts';
import { kinds } from './kinds.ts';
import { requestListStyles } from './request-list.styles.ts';

/**
 * Requests of texters that wait for an admin, the oldest first: give all, give fewer, or reject. What was decided stays in
 * its place until it is cleared away.
 *
 * @summary Where an admin decides about texters' requests.
 * @fires ck-count-change - How many requests wait has changed: `count`, for a badge.
 * @fires ck-request-error - A request could not be decided.
 * @csspart list - The list.
 * @csspart row - A request.
 * @csspart give - The button that gives.
 * @csspart reject - The button that says no.
 * @csspart clear - The button that takes what was decided off the list.
 * @csspart empty - What stands there while no request waits.
 * @cssState empty - No request waits.
 */
export class RequestList extends KitElement {
  static override readonly tag = 'request-list';
  static override readonly english = en;
  static override readonly styles = requestListStyles;

  #list = new LiveQuery<WaitingRequests>(this, 'requests.watchWaiting', (api, signal) =>
    api.requests.waiting.query(undefined, { signal }),
  );
  #deciding = new Deciding(this, () => this.#list.run());
  /** Numbers as they were typed, by request. */
  #typed = new Map<number, string>();
  #told: number | null = null;
  /** The request whose row is to have the focus once it is drawn. */
  #focus: number | null = null;

  /** How many requests wait; 0 before that is known. */
  get count(): number {
    return this.#list.value?.count ?? 0;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#list.value && this.#told !== this.count) {
      this.#told = this.count;
      this.dispatchEvent(new CountChangeEvent(this.count));
    }
    if (this.#focus === null) return;
    this.renderRoot.querySelector<HTMLElement>(`[data-request="${this.#focus}"] .decided`)?.focus();
    this.#focus = null;
  }

  protected override render(): TemplateResult {
    return html`<div class="requests" role="group" aria-label=${this.say('requestList.title')}>
      ${queryStates(this, this.#list, {
        skeleton: this.#skeleton(),
        isEmpty: ({ requests }) => requests.length === 0 && this.#deciding.made.size === 0,
        empty: this.#empty(),
        ready: list => this.#rows(list),
      })}
    </div>`;
  }

  #empty(): TemplateResult {
    const automatic = this.#list.value?.approval === 'automatic';
    return html`<div class="empty" part="empty">
      <p class="strong">${this.say('requestList.empty')}</p>
      <p class="muted">${this.say(automatic ? 'requestList.emptyAutomatic' : 'requestList.emptyAdmin')}</p>
    </div>`;
  }

  #rows({ requests, count }: WaitingRequests): TemplateResult {
    const { made } = this.#deciding;
    const waiting = requests.filter(({ id }) => !made.has(id));
    const rows = [...waiting, ...[...made.values()].map(({ request }) => request)].sort((a, b) => a.id - b.id);
    return html`<div class="head">
        <p class="strong number" role="status">${this.say('requestList.waiting', { count })}</p>
        ${
          made.size > 0
            ? html`<button
                class="button quiet number"
                part="clear"
                type="button"
                @click=${() => this.#deciding.clear()}
              >
                ${this.say('requestList.clear', { count: made.size })}
              </button>`
            : nothing
        }
      </div>
      <ul part="list">
        ${keyed(
          rows,
          ({ id }) => id,
          request => this.#row(request, made.get(request.id)),
        )}
      </ul>
      ${
        count > waiting.length
          ? html`<p class="muted number">${this.say('requestList.shown', { shown: waiting.length, count })}</p>`
          : nothing
      }`;
  }

  #row(request: WaitingRequest, decided: Decided | undefined): TemplateResult {
    const { id, kind, asked, createdAt, texter } = request;
    return html`<li part="row" data-request=${id} class=${decided ? 'done' : ''}>
      <div class="who">
        <p class="strong" dir="auto" id="who-${id}">${texter.name}</p>
        <p class="muted number">
          ${this.say(kinds[kind].what, { count: asked })} · ${relativeTime(this, createdAt, Date.now())}
        </p>
      </div>
      ${decided ? this.#result(decided) : this.#acts(request)} ${decided ? nothing : this.#problem(request)}
    </li>`;
  }

  #acts(request: WaitingRequest): TemplateResult {
    const { id, asked, texter } = request;
    const { name } = texter;
    const shown = { typed: this.#typed.get(id) ?? null, usual: asked, most: asked };
    const count = numberOf(shown);
    const busy = this.#deciding.waiting.has(id);
    return html`<div class="acts">
      ${stepper(this, {
        id: `count-${id}`,
        label: this.say('requestList.howMany', { name }),
        labelHidden: true,
        ...shown,
        onInput: typed => this.#type(id, typed),
        onEnter: () => this.#give(request),
      })}
      <button
        class="button main number"
        part="give"
        type="button"
        aria-label=${this.say('requestList.giveTo', { count: count ?? '…', name })}
        aria-disabled=${busy || count === null ? 'true' : 'false'}
        @click=${() => this.#give(request)}
      >
        ${this.say('requestList.give', { count: count ?? '…' })}
      </button>
      <button
        class="button quiet"
        part="reject"
        type="button"
        aria-label=${this.say('requestList.rejectOf', { name })}
        aria-disabled=${busy ? 'true' : 'false'}
        @click=${() => void this.#decide(request, 0)}
      >
        ${this.say('requestList.reject')}
      </button>
    </div>`;
  }

  #result({ request: { kind, asked }, count, given }: Decided): TemplateResult {
    const sentence = given > 0 ? this.say(kinds[kind].gave, { count: given }) : this.say('requestList.rejected');
    const more =
      given === 0 || given === asked
        ? null
        : this.say(given < count ? 'request.noMore' : 'requestList.ofAsked', { asked });
    return html`<p class="decided" tabindex="-1" role="status">
      <span class=${given > 0 ? 'mark good' : 'mark'}>${given > 0 ? icons.check : icons.close}</span>
      <span class="number">${sentence} ${more ? html`<span class="muted">${more}</span>` : nothing}</span>
    </p>`;
  }

  #problem(request: WaitingRequest): TemplateResult | typeof nothing {
    const { id, kind } = request;
    const error = this.#deciding.errors.get(id);
    if (error) return html`<div class="wide">${failureNotice(this, error, () => this.#give(request))}</div>`;
    const why = this.#deciding.nothing.get(id);
    if (!why) return nothing;
    return html`<p class="wide problem" role="alert">${this.say('request.nothing')} ${whyNothing(this, why, kind)}</p>`;
  }

  /** Rows of the final height, so that nothing moves when they come. */
  #skeleton(): TemplateResult {
    const row = html`<li>
      <div class="who"><span class="bone"></span><br /><span class="bone long"></span></div>
    </li>`;
    return html`<div role="status" aria-label=${this.say('requestList.loading')}>
      <ul aria-hidden="true">
        ${[row, row, row]}
      </ul>
    </div>`;
  }

  #type(id: number, typed: string): void {
    this.#typed.set(id, typed);
    this.requestUpdate();
  }

  #give(request: WaitingRequest): void {
    const { id, asked } = request;
    const count = numberOf({ typed: this.#typed.get(id) ?? null, usual: asked, most: asked });
    if (count !== null) void this.#decide(request, count);
  }

  async #decide(request: WaitingRequest, count: number): Promise<void> {
    const focused = this.renderRoot.querySelector(`[data-request="${request.id}"]`)?.matches(':focus-within');
    if (!(await this.#deciding.decide(request, count))) return;
    this.#typed.delete(request.id);
    if (focused) this.#focus = request.id;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'request-list': RequestList;
  }
}
