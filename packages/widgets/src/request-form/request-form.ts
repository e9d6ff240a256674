import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { en } from '@campaign-kit/shared/words/en';
import type { Offer, Offered, RequestKind } from '../contract.ts';
import { KitElement } from '../element.ts';
import { LiveQuery } from '../live-query.ts';
import { icons } from '../parts/icons.ts';
import { failureLine, failureNotice, notice, queryStates } from '../parts/query-states.ts';
import { numberOf, stepper, type Stepper } from '../parts/stepper.ts';
import { exact, relative } from '../parts/relative-time.ts';
import { whyNothing } from '../parts/why-nothing.ts';
import { OpenQueueEvent } from '../request-events.ts';
import { Asking } from './asking.ts';
import { ended } from './ended.ts';
import { kinds } from './kinds.ts';
import { requestFormStyles } from './request-form.styles.ts';
import { waits } from './waits.ts';

const order: readonly RequestKind[] = ['unsent', 'unreplied'];

/**
 * What a texter may have from the pool now, and the way to ask for it. Replies that they hold come first; where an admin
 * decides, the answer appears by itself.
 *
 * @summary Where a texter asks for conversations.
 * @fires ck-request-success - Conversations were given: `kind` (`initial` or `replies`) and `given`.
 * @fires ck-request-error - A request could not be made or taken back.
 * @fires ck-open-queue - The texter wants to work on what they hold; `kind` is the mode of `<texter-queue>`.
 * @csspart held - What the texter holds already.
 * @csspart choice - One of the two kinds.
 * @csspart main - The button that does what the form is for.
 * @csspart button - Any other button.
 * @cssState empty - There is nothing to ask for, and nothing held.
 */
export class RequestForm extends KitElement {
  static override readonly tag = 'request-form';
  static override readonly english = en;
  static override readonly styles = requestFormStyles;

  #kind: RequestKind | null = null;
  /** The number as it was typed; null: as many as may be asked for. */
  #typed: string | null = null;
  #focusResult = false;
  #offer = new LiveQuery<Offer>(this, 'requests.watch', (api, signal) =>
    api.requests.offer.query(undefined, { signal }),
  );
  #asking = new Asking(this, () => this.#offer.run());

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.#asking.waiting && this.#offer.value) this.#asking.follow(this.#offer.value);
  }

  protected override updated(): void {
    if (!this.#focusResult) return;
    const result = this.renderRoot.querySelector<HTMLElement>('.result');
    if (result || (this.#asking.error && !this.#asking.waiting)) this.#focusResult = false;
    result?.focus();
  }

  protected override render(): TemplateResult {
    const body = this.#offer.value ? this.#body(this.#offer.value) : nothing;
    return html`<div class="request" role="group" aria-label=${this.say('request.title')}>
      ${
        this.#refused() ??
        queryStates(this, this.#offer, {
          skeleton: this.#skeleton(),
          isEmpty: offer => !this.#asking.outcome && isEmpty(offer),
          empty: body,
          ready: () => body,
        })
      }
      ${this.#asking.error ? failureNotice(this, this.#asking.error, () => void this.#asking.again()) : nothing}
    </div>`;
  }

  #body(offer: Offer): TemplateResult {
    const { outcome } = this.#asking;
    if (outcome) {
      const { kind, given } = outcome;
      const first = kind === 'unsent' && offer.held.unreplied > 0;
      const open = given > 0 ? this.#openButton(kind, given, !first) : nothing;
      return html`${first ? this.#holds(offer, 'unreplied') : nothing}
      ${ended(this, { outcome, offer, open, onAgain: this.#onAgain })}`;
    }
    if (offer.waiting)
      return html`${this.#held(offer)}${waits(this, {
        request: offer.waiting,
        busy: this.#asking.waiting,
        onWithdraw: id => void this.#asking.withdraw(id),
      })}`;
    return html`${this.#held(offer)}${this.#lastRejected(offer)}${this.#form(offer)}`;
  }

  /** Whoever has been shut out meanwhile is shown nothing of what they could ask for before. */
  #refused(): TemplateResult | null {
    const { error } = this.#offer;
    if (error?.code !== 'forbidden') return null;
    this.showState('forbidden', error);
    const suspended = error.reason === 'refusal.suspended';
    return notice(icons.lock, suspended ? this.say('request.suspended') : failureLine(this, error));
  }

  #held(offer: Offer): TemplateResult {
    return html`${this.#holds(offer, 'unreplied')}${this.#holds(offer, 'unsent')}`;
  }

  #holds({ held }: Offer, kind: RequestKind): TemplateResult | typeof nothing {
    const isReplies = kind === 'unreplied';
    if (held[kind] === 0) return nothing;
    return html`<div class="held ${kind}" part="held">
      <span class="mark">${isReplies ? icons.replies : icons.release}</span>
      <p class="number">${this.say(kinds[kind].held, { count: held[kind] })}</p>
      ${this.#openButton(kind, held[kind], isReplies)}
    </div>`;
  }

  #openButton(kind: RequestKind, count: number, main: boolean): TemplateResult {
    return html`<button
      class="button number ${main ? 'main' : ''}"
      part=${main ? 'main' : 'button'}
      type="button"
      @click=${() => this.dispatchEvent(new OpenQueueEvent(kinds[kind].mode))}
    >
      ${this.say(kinds[kind].open, { count })}
    </button>`;
  }

  #form(offer: Offer): TemplateResult {
    const kind = this.#chosen(offer);
    const { available } = offer[kind];
    return html`<fieldset class="field kinds">
        <legend>${this.say('request.what')}</legend>
        ${order.map(one => this.#choice(offer, one, one === kind))}
      </fieldset>
      ${
        available > 0
          ? stepper(this, {
              id: 'count',
              label: this.say('request.howMany'),
              ...this.#number(offer, kind),
              onInput: typed => this.#type(typed),
              onEnter: () => this.#ask(kind),
            })
          : nothing
      }
      ${
        available > 0
          ? html`<div class="deed">
              ${this.#main(offer, kind)}
              ${offer.approval === 'admin' ? html`<p class="muted">${this.say('request.approval')}</p>` : nothing}
            </div>`
          : nothing
      }`;
  }

  #choice(offer: Offer, kind: RequestKind, checked: boolean): TemplateResult {
    return html`<label class="choice" part="choice">
      <input type="radio" name="kind" .checked=${checked} @change=${() => this.#choose(kind)} />
      <span class="kind">
        <span class="strong">${this.say(kinds[kind].name)}</span>
        <span class="muted number">${this.#pool(offer[kind], kind)}</span>
      </span>
    </label>`;
  }

  #pool({ available, more, why, opensAt }: Offered, kind: RequestKind): string {
    if (why) return whyNothing(this, why, kind, opensAt);
    if (more) return this.say('request.moreThan', { count: available });
    if (opensAt === null) return this.say('request.inPool', { count: available });
    return this.say('request.inPoolNow', { count: available, time: exact(this, opensAt) });
  }

  /** Replies that are held are answered first: then this is not the main button. */
  #main(offer: Offer, kind: RequestKind): TemplateResult {
    const count = numberOf(this.#number(offer, kind));
    const off = count === null || this.#asking.waiting;
    const main = offer.held.unreplied === 0;
    return html`<button
      class="button number ${main ? 'main' : ''}"
      part=${main ? 'main' : 'button'}
      type="button"
      aria-disabled=${off ? 'true' : 'false'}
      @click=${() => this.#ask(kind)}
    >
      ${this.#asking.waiting ? this.say('request.asking') : this.say(kinds[kind].deed, { count: count ?? '…' })}
    </button>`;
  }

  #lastRejected({ decided }: Offer): TemplateResult | typeof nothing {
    if (decided?.state !== 'rejected') return nothing;
    const { kind, asked, decidedAt } = decided;
    const sentence = this.say(kinds[kind].rejected, { count: asked });
    return notice(icons.info, sentence, null, relative(this, decidedAt, Date.now()));
  }

  /** Of the final height, so that nothing moves when the numbers come. */
  #skeleton(): TemplateResult {
    const choice = html`<span class="choice"><span></span><span class="bone long"></span></span>`;
    return html`<div class="skeleton" role="status" aria-label=${this.say('request.loading')}>
      <div class="kinds">${choice}${choice}</div>
      <span class="bone"></span><span class="bone long"></span>
    </div>`;
  }

  #chosen(offer: Offer): RequestKind {
    return this.#kind ?? order.find(kind => offer[kind].available > 0) ?? 'unsent';
  }

  #number(offer: Offer, kind: RequestKind): Pick<Stepper, 'typed' | 'usual' | 'most'> {
    const { most } = offer;
    return { typed: this.#typed, usual: Math.min(most, offer[kind].available), most };
  }

  #choose(kind: RequestKind): void {
    this.#kind = kind;
    this.requestUpdate();
  }

  #type(value: string): void {
    this.#typed = value;
    this.requestUpdate();
  }

  #ask(kind: RequestKind): void {
    const offer = this.#offer.value;
    const count = offer && offer[kind].available > 0 ? numberOf(this.#number(offer, kind)) : null;
    if (count === null || this.#asking.waiting) return;
    this.#focusResult = true;
    void this.#asking.ask(kind, count);
  }

  #onAgain = (): void => {
    this.#typed = null;
    this.#asking.forget();
  };
}

const isEmpty = ({ unsent, unreplied, held, waiting }: Offer): boolean =>
  !waiting && unsent.available + unreplied.available + held.unsent + held.unreplied === 0;

declare global {
  interface HTMLElementTagNameMap {
    'request-form': RequestForm;
  }
}
