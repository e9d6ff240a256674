import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { writeFilter, type ReviewFilter, type ReviewSort } from '@campaign-kit/shared/review-filter';
import type { Api, SavedView } from '../contract.ts';
import type { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { icons } from '../parts/icons.ts';
import { keyed } from '../parts/keyed.ts';
import { failureNotice } from '../parts/query-states.ts';
import { Query } from '../query.ts';
import { FilterMenu } from './filter-menu.ts';
import { reviewIcons } from './review-icons.ts';

const longest = 60;

type Host = KitElement & { filter: ReviewFilter; sort: ReviewSort };

/**
 * Filters and orders that a user keeps under a name: to go back to, to keep, to let go of.
 *
 * @csspart view - A saved view.
 */
export class SavedViews implements ReactiveController {
  #host: Host;
  #on: (view: { filter: ReviewFilter; sort: ReviewSort }) => void;
  #menu: FilterMenu;
  #list: Query<readonly SavedView[]>;
  #name = '';
  #busy = false;
  #error: KitError | null = null;

  constructor(host: Host, on: (view: { filter: ReviewFilter; sort: ReviewSort }) => void) {
    this.#host = host;
    this.#on = on;
    this.#menu = new FilterMenu(host, 'views', open => this.#onToggle(open));
    this.#list = new Query(host, (api, signal) => api.views.list.query(undefined, { signal }));
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.#list.value && !this.#list.waiting) void this.#list.run();
  }

  render(): TemplateResult {
    const current = this.#list.value?.find(view => this.#isShown(view));
    return this.#menu.render({
      label: current?.name ?? this.#host.say('review.views'),
      icon: reviewIcons.views,
      count: 0,
      atEnd: true,
      content: () => this.#content(current),
    });
  }

  #content(current: SavedView | undefined): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const views = this.#list.value ?? [];
    const replaces = views.some(({ name }) => name === this.#name.trim());
    return html`<ul class="views">
        ${keyed(
          views,
          ({ id }) => id,
          view =>
            html`<li>
              <button
                class="button quiet view"
                part="view"
                type="button"
                aria-pressed=${view === current ? 'true' : 'false'}
                @click=${() => this.#show(view)}
              >
                <span dir="auto">${view.name}</span>${view === current ? icons.check : nothing}
              </button>
              <button
                class="button icon"
                part="button"
                type="button"
                aria-label=${say('review.removeView', { name: view.name })}
                @click=${() => void this.#remove(view)}
              >
                ${icons.close}
              </button>
            </li>`,
        )}
      </ul>
      ${this.#list.value && views.length === 0 ? html`<p class="muted">${say('review.noViews')}</p>` : nothing}
      <div class="field">
        <label for="view-name">${say('review.viewName')}</label>
        <div class="save">
          <input
            class="input"
            part="input"
            id="view-name"
            maxlength=${longest}
            dir="auto"
            autocomplete="off"
            .value=${this.#name}
            aria-describedby="view-hint"
            @input=${this.#onName}
            @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && void this.#save()}
          />
          <button
            class="button main"
            part="button"
            type="button"
            aria-disabled=${this.#busy || this.#name.trim() === '' ? 'true' : 'false'}
            @click=${() => void this.#save()}
          >
            ${say('review.save')}
          </button>
        </div>
        <span class="hint" id="view-hint" aria-live="polite">${replaces ? say('review.replaces') : ''}</span>
      </div>
      ${this.#failure()}`;
  }

  #failure(): TemplateResult | typeof nothing {
    const { error } = this.#list;
    if (this.#error) return failureNotice(this.#host, this.#error, null);
    return error ? failureNotice(this.#host, error, () => void this.#list.run()) : nothing;
  }

  #isShown({ filter, sort }: SavedView): boolean {
    return sort === this.#host.sort && writeFilter(filter) === writeFilter(this.#host.filter);
  }

  #show({ filter, sort }: SavedView): void {
    this.#menu.close();
    this.#on({ filter, sort });
  }

  async #save(): Promise<void> {
    const { filter, sort } = this.#host;
    const name = this.#name.trim();
    if (name === '') return;
    if (await this.#do(api => api.save.mutate({ name, filter, sort }))) this.#name = '';
  }

  async #remove({ id }: SavedView): Promise<void> {
    await this.#do(api => api.remove.mutate({ viewId: id }));
    this.#host.renderRoot.querySelector<HTMLElement>('#view-name')?.focus();
  }

  /** Never rejects: a failure is shown in the box. */
  async #do(call: (views: Api['views']) => Promise<unknown>): Promise<boolean> {
    const { kit } = this.#host;
    if (!kit || this.#busy) return false;
    this.#busy = true;
    this.#error = null;
    this.#host.requestUpdate();
    try {
      await kit.ask(api => call(api.views));
      await this.#list.run();
      return true;
    } catch (thrown) {
      if (!isAbort(thrown)) this.#error = KitError.from(thrown);
      return false;
    } finally {
      this.#busy = false;
      this.#host.requestUpdate();
    }
  }

  #onToggle(open: boolean): void {
    if (!open) return;
    this.#error = null;
    this.#name = '';
    void this.#list.run();
  }

  #onName = (event: Event): void => {
    this.#name = (event.target as HTMLInputElement).value;
    this.#host.requestUpdate();
  };
}
