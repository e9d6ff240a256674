import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { reviewStatuses, type ReviewFilter } from '@campaign-kit/shared/review-filter';
import { listIcons } from '../conversation-list/list-icons.ts';
import type { KitElement } from '../element.ts';
import { icons } from '../parts/icons.ts';
import { keyed } from '../parts/keyed.ts';
import { changeFilter, toggled, type FilterChange } from './change-filter.ts';
import { chipsOf } from './chips-of.ts';
import { FilterMenu } from './filter-menu.ts';
import { FilterNames } from './filter-names.ts';
import { moreCount, moreFilters } from './more-filters.ts';
import { OptionSearch } from './option-search.ts';
import { reviewIcons } from './review-icons.ts';
import { searchCampaigns, searchTags, searchTexters } from './search-options.ts';

const pauseMs = 300;

type Host = KitElement & { filter: ReviewFilter };
type TextField = 'person' | 'words';
type ListField = 'campaigns' | 'texters' | 'tags';

/**
 * A control for every filter, and what is filtered by as chips that can be taken away.
 *
 * @csspart input - A field to type in.
 * @csspart chip - One of the filters, with a cross that removes it.
 * @csspart clear - The button that removes all filters.
 */
export class FilterBar implements ReactiveController {
  readonly names: FilterNames;
  #host: Host;
  #on: (filter: ReviewFilter) => void;
  #typed = new Map<TextField, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown = false;
  #menus: Record<ListField | 'status' | 'more', FilterMenu>;
  #searches: Record<ListField, OptionSearch>;

  constructor(host: Host, on: (filter: ReviewFilter) => void) {
    this.#host = host;
    this.#on = on;
    host.addController(this);
    this.names = new FilterNames(host);
    this.#searches = {
      campaigns: new OptionSearch(host, (api, text, signal) =>
        searchCampaigns(api, text, this.#host.filter.archived, signal),
      ),
      texters: new OptionSearch(host, searchTexters),
      tags: new OptionSearch(host, searchTags),
    };
    const menu = (field: ListField) =>
      new FilterMenu(host, field, open => open && this.#searches[field].opened(this.#chosen(field)));
    this.#menus = {
      status: new FilterMenu(host, 'status'),
      campaigns: menu('campaigns'),
      texters: menu('texters'),
      tags: menu('tags'),
      more: new FilterMenu(host, 'more'),
    };
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** How many of the controls say something. */
  get count(): number {
    return Object.keys(this.#host.filter).filter(field => field !== 'person' && field !== 'words').length;
  }

  render(): TemplateResult {
    const say = this.#host.say.bind(this.#host);
    const { count } = this;
    return html`<div class="searches">
        ${this.#field('person', reviewIcons.person)} ${this.#field('words', reviewIcons.search)}
      </div>
      <button
        class="button show-filters"
        part="button"
        type="button"
        aria-expanded=${this.#shown ? 'true' : 'false'}
        aria-controls="filters"
        @click=${this.#onShow}
      >
        ${reviewIcons.filter}<span>${say('review.filters')}</span>${
          count > 0 ? html`<span class="badge number">${count}</span>` : nothing
        }
      </button>
      <div
        class=${this.#shown ? 'filters shown' : 'filters'}
        id="filters"
        role="group"
        aria-label=${say('review.filters')}
      >
        ${this.#statuses()} ${this.#list('campaigns', say('review.campaigns'), say('review.findCampaigns'))}
        ${this.#list('texters', say('conversations.texter'), say('texters.search'), this.#unassigned())}
        ${this.#list('tags', say('texting.tags'), say('review.findTags'))}
        ${this.#menus.more.render({
          label: say('review.more'),
          count: moreCount(this.#host.filter),
          content: () => moreFilters(this.#host, this.#host.filter, change => this.#change(change)),
        })}
      </div>`;
  }

  /** What is filtered by, one by one. */
  chips(): TemplateResult | typeof nothing {
    const chips = chipsOf(this.#host, this.#host.filter, this.names.known);
    if (chips.length === 0) return nothing;
    const say = this.#host.say.bind(this.#host);
    return html`<ul class="chips" aria-label=${say('review.filters')}>
      ${keyed(
        chips,
        ({ key }) => key,
        ({ text, without }, at) =>
          html`<li>
            <button
              class="chip"
              part="chip"
              type="button"
              aria-label=${say('review.remove', { text })}
              @click=${() => this.#remove(without, at)}
            >
              <span dir="auto">${text}</span>${icons.close}
            </button>
          </li>`,
      )}
      <li>
        <button class="button link" part="clear" type="button" @click=${() => this.clear()}>
          ${say('review.clear')}
        </button>
      </li>
    </ul>`;
  }

  clear(): void {
    this.#typed.clear();
    clearTimeout(this.#timer);
    this.#on({});
    this.#host.renderRoot.querySelector<HTMLElement>('#person')?.focus();
  }

  #field(field: TextField, icon: TemplateResult): TemplateResult {
    const label = this.#host.say(`review.${field}`);
    return html`<div class="search">
      ${icon}
      <input
        class="input"
        part="input"
        id=${field}
        type="search"
        dir="auto"
        maxlength="200"
        autocomplete="off"
        spellcheck="false"
        aria-label=${label}
        placeholder=${label}
        .value=${this.#typed.get(field) ?? this.#host.filter[field] ?? ''}
        @input=${(event: Event) => this.#type(field, (event.target as HTMLInputElement).value)}
        @change=${() => this.#take()}
      />
    </div>`;
  }

  #statuses(): TemplateResult {
    const { statuses = [] } = this.#host.filter;
    const label = this.#host.say('conversations.status');
    return this.#menus.status.render({
      label,
      count: statuses.length,
      content: () =>
        html`<div class="options" role="group" aria-label=${label}>
          ${reviewStatuses.map(
            status =>
              html`<label class="choice" part="choice">
                <input
                  type="checkbox"
                  .checked=${statuses.includes(status)}
                  @change=${() => this.#change({ statuses: toggled(this.#host.filter.statuses, status) })}
                />
                <span class="option"
                  ><span class="mark ${status}">${listIcons[status]}</span
                  ><span>${this.#host.say(`conversations.status.${status}`)}</span></span
                >
              </label>`,
          )}
        </div>`,
    });
  }

  #unassigned(): TemplateResult {
    const { unassigned } = this.#host.filter;
    return html`<label class="choice" part="choice">
      <input
        type="checkbox"
        .checked=${unassigned === true}
        @change=${() => this.#change({ unassigned: unassigned ? undefined : true })}
      />
      <span class="option">${this.#host.say('conversations.unassigned')}</span>
    </label>`;
  }

  #list(field: ListField, label: string, find: string, first?: TemplateResult): TemplateResult {
    const chosen = this.#chosen(field);
    const extra = field === 'texters' && this.#host.filter.unassigned ? 1 : 0;
    return this.#menus[field].render({
      label,
      count: chosen.length + extra,
      content: () =>
        this.#searches[field].render({
          label: find,
          chosen,
          ...(first && { first }),
          onToggle: option => {
            this.names.learn(field, option);
            this.#change({ [field]: toggled(this.#host.filter[field], option.id) });
          },
        }),
    });
  }

  #chosen(field: ListField) {
    const names = this.names.known[field];
    return (this.#host.filter[field] ?? []).map(id => ({ id, name: names.get(id) ?? `#${id}` }));
  }

  #change(change: FilterChange): void {
    this.#on(changeFilter(this.#host.filter, change));
  }

  /** The focus goes to the chip that takes the place of the one that is gone. */
  #remove(without: ReviewFilter, at: number): void {
    this.#typed.clear();
    this.#on(without);
    void this.#host.updateComplete.then(() => {
      const chips = this.#host.renderRoot.querySelectorAll<HTMLElement>('.chip');
      (chips[Math.min(at, chips.length - 1)] ?? this.#host.renderRoot.querySelector<HTMLElement>('#person'))?.focus();
    });
  }

  #type(field: TextField, text: string): void {
    this.#typed.set(field, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#take(), pauseMs);
  }

  #take(): void {
    clearTimeout(this.#timer);
    const change = Object.fromEntries([...this.#typed].map(([field, text]) => [field, text.trim() || undefined]));
    this.#change(change);
    for (const [field, text] of this.#typed) if (text.trim() === text) this.#typed.delete(field);
  }

  #onShow = (): void => {
    this.#shown = !this.#shown;
    this.#host.requestUpdate();
  };
}
