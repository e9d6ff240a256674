import { readFilter, writeFilter, type ReviewFilter } from '@campaign-kit/shared/review-filter';
import { en } from '@campaign-kit/shared/words/en';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { KitElement } from '../element.ts';
import { messageActionBody, messageActionFooter } from '../message-actions/message-action-view.ts';
import { MessageAction } from '../message-actions/message-action.ts';
import { queryStates } from '../parts/query-states.ts';
import { reassignPanelStyles } from './reassign-panel.styles.ts';

/**
 * Deals conversations out to texters: those of a campaign, or all that match a filter, or some that the host names. Shows
 * how many each texter would get, then the progress, the result and Undo; or takes them from their texters.
 *
 * @summary Reassigns conversations to texters, or unassigns them.
 * @fires ck-action-request - It is about to run; `preventDefault()` keeps it from running.
 * @fires ck-action-success - It has ended; `undo()` gives back what it changed.
 * @fires ck-action-error - It or its undo could not be started.
 * @csspart panel - All of it.
 * @csspart title - What it does now.
 * @csspart footer - The row of buttons.
 * @csspart empty - What stands there while nothing matches.
 * @csspart button - Any other button.
 * @cssState empty - No conversation matches.
 */
export class ReassignPanel extends KitElement {
  static override readonly tag = 'reassign-panel';
  static override readonly english = en;
  static override readonly styles = reassignPanelStyles;

  /** The campaign whose conversations are dealt out. */
  @property({ attribute: 'campaign-id', type: Number }) campaignId = 0;

  /** Which conversations, as `<message-review>` writes its filter: `statuses=needsResponse&unassigned=yes`. */
  @property({
    converter: {
      fromAttribute: text => readFilter(text ?? ''),
      toAttribute: filter => writeFilter(filter as ReviewFilter),
    },
  })
  filter: ReviewFilter = {};

  /** Some conversations of these alone, by their ids; null is all that match. */
  @property({ attribute: false }) ids: readonly number[] | null = null;

  #deed = new MessageAction(this, { screen: () => this.#focusScreen() });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#deed.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#deed.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('campaignId') && !changed.has('filter') && !changed.has('ids')) return;
    const { campaignId, filter, ids } = this;
    this.#deed.ask('reassign', {
      filter: campaignId > 0 ? { ...filter, campaigns: [campaignId], archived: filter.archived ?? 'include' } : filter,
      ids: ids?.length ? ids : null,
      except: [],
    });
    this.#deed.open();
  }

  protected override render(): TemplateResult {
    const { name, releasing, matching, run } = this.#deed;
    const title = releasing ? this.say('texters.releaseTitle', { name: releasing.name }) : this.say(`${name}.label`);
    return html`<section class="panel" part="panel" aria-labelledby="title">
      <h2 class="title" id="title" part="title" tabindex="-1">${title}</h2>
      ${queryStates(this, matching, {
        skeleton: this.#skeleton(),
        isEmpty: ({ count }) => count === 0 && name === 'reassign' && !run.operation,
        empty: html`<div class="empty" part="empty">
          <p class="strong">${this.say('reassign.empty')}</p>
          <p class="muted">${this.say('reassign.emptyHelp')}</p>
        </div>`,
        ready: () =>
          html`${messageActionBody(this, this.#deed)}
            <div class="foot" part="footer">${messageActionFooter(this, this.#deed, null)}</div>`,
      })}
    </section>`;
  }

  #skeleton(): TemplateResult {
    return html`<div class="stack" role="status" aria-label=${this.say('preview.counting')}>
      <p><span class="bone long"></span></p>
      <div class="texters">${[1, 2, 3, 4].map(() => html`<div class="texter"><span class="bone"></span></div>`)}</div>
      <p><span class="bone wide"></span></p>
    </div>`;
  }

  #focusScreen(): void {
    void this.updateComplete.then(() => {
      const root = this.renderRoot;
      (root.querySelector<HTMLElement>('[autofocus]') ?? root.querySelector<HTMLElement>('#title'))?.focus();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reassign-panel': ReassignPanel;
  }
}
