import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { WordKey } from '@campaign-kit/shared/words/en';
import { ActionErrorEvent, ActionSuccessEvent } from '../action-events.ts';
import type { Operation } from '../contract.ts';
import { KitElement } from '../element.ts';
import { KitError, isAbort } from '../kit-error.ts';
import { icons } from '../parts/icons.ts';
import { keyed } from '../parts/keyed.ts';
import { number } from '../parts/number.ts';
import { failureNotice, queryStates } from '../parts/query-states.ts';
import { relativeTime } from '../parts/relative-time.ts';
import { undoable } from '../parts/result.ts';
import { operationHistoryStyles } from './operation-history.styles.ts';
import { OperationList } from './operation-list.ts';
import { operationName } from './operation-name.ts';
import { operationState } from './operation-state.ts';
import { UndoConfirm } from './undo-confirm.ts';

const tickMs = 30_000;

/**
 * Who did what, when, and to how many; running ones with their progress, and Undo for as long as it lasts.
 *
 * @summary The history of one campaign, or of the whole organization.
 * @fires ck-action-success - An undo has ended.
 * @fires ck-action-error - An undo or a cancel could not be started.
 * @csspart table - The table.
 * @csspart column - The head of a column.
 * @csspart row - A row of it.
 * @csspart cell - A cell of a row.
 * @csspart cancel - The button that stops what runs, or closes the question without an answer.
 * @csspart undo - The button of a row that gives back what was changed.
 * @csspart earlier - The button that shows more.
 * @csspart empty - What stands there before anything was done.
 * @cssState empty - Nothing was done yet.
 */
export class OperationHistory extends KitElement {
  static override readonly tag = 'operation-history';
  static override readonly styles = operationHistoryStyles;

  /** The campaign whose history it is; without it the whole organization's. */
  @property({ type: Number, attribute: 'campaign-id' }) campaignId = 0;

  #list = new OperationList(this);
  #undo = new UndoConfirm(this, {
    started: operation => this.#list.take(operation),
    ended: operation => {
      this.#list.take(operation);
      void this.#list.newest.run();
      this.dispatchEvent(new ActionSuccessEvent(operation, () => Promise.resolve()));
    },
    failed: error => this.dispatchEvent(new ActionErrorEvent('undo', error)),
  });
  #cancelling = new Set<number>();
  #error: KitError | null = null;
  #tick: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => this.requestUpdate(), tickMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('campaignId') && changed.get('campaignId') !== undefined) this.#list.restart();
  }

  protected override render(): TemplateResult {
    return html`<div class="history" role="group" aria-label=${this.say('history.title')}>
        ${queryStates(this, this.#list.newest, {
          skeleton: this.#skeleton(),
          isEmpty: () => this.#list.operations.length === 0,
          empty: html`<div class="empty" part="empty">
            <p class="strong">${this.say('history.empty')}</p>
            <p class="muted">${this.say('history.emptyHelp')}</p>
          </div>`,
          ready: () => this.#table(),
        })}
        ${this.#error ? failureNotice(this, this.#error, null) : nothing}
      </div>
      ${this.#undo.render()}`;
  }

  #table(): TemplateResult {
    const { operations, more, waiting, error } = this.#list;
    return html`<div class="scroll">
        <table part="table" role="table">
          ${this.#head()}
          <tbody>
            ${keyed(
              operations,
              operation => operation.id,
              operation => this.#row(operation),
            )}
          </tbody>
        </table>
      </div>
      ${error ? failureNotice(this, error, () => void this.#list.earlier()) : nothing}
      ${
        more
          ? html`<p class="more">
              <button
                class="button"
                part="earlier"
                type="button"
                aria-disabled=${waiting ? 'true' : 'false'}
                @click=${() => void this.#list.earlier()}
              >
                ${this.say(waiting ? 'history.loadingEarlier' : 'history.earlier')}
              </button>
            </p>`
          : nothing
      }`;
  }

  #head(): TemplateResult {
    const column = (key: WordKey, kind = '') =>
      html`<th part="column" scope="col" role="columnheader" class=${kind}>${this.say(key)}</th>`;
    return html`<thead>
      <tr role="row">
        ${column('history.what')} ${this.campaignId ? nothing : column('history.campaign')} ${column('history.who')}
        ${column('history.when')} ${column('history.howMany', 'end')} ${column('history.state')}
        <th part="column" scope="col" role="columnheader">
          <span class="hidden">${this.say('history.actions')}</span>
        </th>
      </tr>
    </thead>`;
  }

  #row(operation: Operation): TemplateResult {
    const { campaign, user, undoneBy } = operation;
    const cell = (kind: string, content: unknown) => html`<td part="cell" role="cell" class=${kind}>${content}</td>`;
    return html`<tr part="row" role="row" class=${undoneBy === null ? '' : 'undone'}>
      <th part="cell" scope="row" role="rowheader" class="what">
        ${operationName(this, operation, this.#list.operations)}
      </th>
      ${
        this.campaignId
          ? nothing
          : cell(
              'campaign',
              campaign
                ? html`<span class="named" dir="auto" title=${campaign.title}>${campaign.title}</span>`
                : html`<span class="muted"
                    >${this.say(operation.kind === 'releaseReplies' ? 'history.allCampaigns' : 'history.severalCampaigns')}</span
                  >`,
            )
      }
      ${cell('who', html`<span dir="auto">${user?.name ?? this.say('history.automatic')}</span>`)}
      ${cell('time', relativeTime(this, operation.startedAt, Date.now()))} ${this.#howMany(operation)}
      ${cell('state', operationState(this, operation, this.#list.operations))}
      <td part="cell" role="cell" class="act">${this.#act(operation)}</td>
    </tr>`;
  }

  #howMany({ done, total }: Operation): TemplateResult {
    if (done === 0 && total === 0) return html`<td part="cell" role="cell" class="end none">–</td>`;
    return html`<td part="cell" role="cell" class="end number" data-unit=${this.say('history.changed')}>
      ${number(this.locale, done)}
    </td>`;
  }

  #act(operation: Operation): TemplateResult | typeof nothing {
    const action = operationName(this, operation, this.#list.operations);
    if (operation.state === 'running') {
      const waiting = operation.cancelAskedAt !== null || this.#cancelling.has(operation.id);
      return html`<button
        class="button quiet"
        part="cancel"
        type="button"
        aria-label=${this.say('history.cancelName', { action })}
        aria-disabled=${waiting ? 'true' : 'false'}
        @click=${() => void this.#cancel(operation)}
      >
        ${this.say('common.cancel')}
      </button>`;
    }
    if (!undoable(operation)) return nothing;
    return html`<button
      class="button quiet"
      part="undo"
      type="button"
      aria-label=${this.say('history.undoName', { action })}
      @click=${() => this.#undo.ask(operation, action)}
    >
      ${icons.undo}${this.say('common.undo')}
    </button>`;
  }

  /** Rows of the final height, so that nothing moves when they come. */
  #skeleton(): TemplateResult {
    const columns = this.campaignId ? 6 : 7;
    return html`<div class="scroll" role="status" aria-label=${this.say('history.loading')}>
      <table aria-hidden="true">
        ${this.#head()}
        <tbody>
          ${[1, 2, 3, 4, 5].map(
            () =>
              html`<tr>
                ${Array.from({ length: columns }, () => html`<td><span class="bone wide"></span></td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  async #cancel({ id: operationId }: Operation): Promise<void> {
    if (!this.kit || this.#cancelling.has(operationId)) return;
    this.#cancelling.add(operationId);
    this.#error = null;
    this.requestUpdate();
    try {
      this.#list.take(await this.kit.ask(api => api.operations.cancel.mutate({ operationId })));
    } catch (thrown) {
      if (!isAbort(thrown)) this.#error = KitError.from(thrown);
    } finally {
      this.#cancelling.delete(operationId);
      this.requestUpdate();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'operation-history': OperationHistory;
  }
}
