import { html, nothing, type TemplateResult } from 'lit';
import type { Voice } from '../parts/voice.ts';
import { cells, columnWords, sign, type Column } from './cells.ts';
import type { Mark } from './pages.ts';
import { personName } from './person-name.ts';
import type { ReviewRow } from '../contract.ts';

export type RowState = {
  index: number;
  selected: boolean;
  open: boolean;
  mark: Mark | undefined;
  /** The column whose cell Tab comes to; null: Tab comes to another row. */
  stop: Column | 'tick' | null;
};

/**
 * One conversation of the list.
 *
 * @csspart row - A conversation of the list.
 * @csspart cell - A cell of it.
 */
export function rowOf(
  voice: Voice,
  columns: readonly Column[],
  row: ReviewRow,
  { index, selected, open, mark, stop }: RowState,
  now: number,
): TemplateResult {
  const name = personName(row);
  const state = mark === 'gone' ? 'conversations.gone' : mark === 'reply' ? 'conversations.newReply' : null;
  return html`<div
    class="entry ${mark ?? ''} ${row.waitingSince === null ? '' : 'waits'}"
    part="row"
    role="row"
    data-id=${row.id}
    data-index=${index}
    aria-rowindex=${index + 2}
    aria-selected=${selected ? 'true' : 'false'}
    aria-current=${open ? 'true' : nothing}
  >
    <div class="tick" part="cell" role="gridcell">
      <input
        type="checkbox"
        data-column="tick"
        tabindex=${stop === 'tick' ? 0 : -1}
        aria-label=${voice.say('conversations.select', { name })}
        .checked=${selected}
      />
    </div>
    ${columns.map(column => {
      const { content, is = '', theirs = false, at } = cells[column](voice, row, now);
      return html`<div
        class="${column} ${is}"
        part="cell"
        role=${column === 'who' ? 'rowheader' : 'gridcell'}
        dir=${theirs ? 'auto' : nothing}
        data-column=${column}
        data-at=${at ?? nothing}
        tabindex=${stop === column ? 0 : -1}
      >
        ${column === 'who' && state ? sign('news', voice.say(state), nothing) : nothing}${content}
      </div>`;
    })}
  </div>`;
}

/** A row whose conversation is not there yet, of the same height. */
export const boneRow = (columns: readonly Column[], index: number): TemplateResult =>
  html`<div class="entry bones" role="row" data-index=${index} aria-rowindex=${index + 2}>
    <div class="tick" role="gridcell"></div>
    ${columns.map(column => html`<div class=${column} role="gridcell"><span class="bone"></span></div>`)}
  </div>`;

/** The names of the columns; `tick`: the box that ticks all that is shown. */
export const headOf = (
  voice: Voice,
  columns: readonly Column[],
  tick: unknown,
  sorted: Column | null,
): TemplateResult =>
  html`<div class="columns" part="head" role="row" aria-rowindex="1">
    <div class="tick" role="columnheader">${tick}</div>
    ${columns.map(
      column =>
        html`<div
          class=${column}
          part="column"
          role="columnheader"
          aria-sort=${column === sorted ? (column === 'last' ? 'descending' : 'ascending') : nothing}
        >
          ${voice.say(columnWords[column])}
        </div>`,
    )}
  </div>`;
