import { html, nothing, type TemplateResult } from 'lit';
import type { Voice } from '../parts/voice.ts';
import type { Selection } from './selection.ts';

type Shown = {
  selection: Selection;
  /** How many match; null while that is not known. */
  total: number | null;
  actions: unknown;
  onAll: () => void;
  onClear: () => void;
};

/**
 * What is chosen and what can be done with it, over the lower edge of the list.
 *
 * @csspart chosen - The bar with what is chosen.
 * @csspart button - Any other button.
 */
export function selectionBar(voice: Voice, { selection, total, actions, onAll, onClear }: Shown): TemplateResult {
  const count = selection.count(total ?? 0);
  const more = total !== null && count < total;
  return html`<div class="chosen" part="chosen" role="group" aria-label=${voice.say('conversations.chosen')}>
    <p class="strong number">${selectedLine(voice, selection, total)}</p>
    ${
      more
        ? html`<button class="button link number" part="button" type="button" @click=${onAll}>
            ${voice.say('conversations.selectAll', { count: total })}
          </button>`
        : nothing
    }
    <button class="button link" part="button" type="button" @click=${onClear}>
      ${voice.say('conversations.clear')}
    </button>
    <div class="deeds">${actions}</div>
  </div>`;
}

/** What is chosen, in a sentence. */
export function selectedLine(voice: Voice, selection: Selection, total: number | null): string {
  const count = selection.count(total ?? 0);
  if (selection.all && total === null) return voice.say('conversations.allSelected');
  return voice.say(selection.all && count === total ? 'conversations.allOfSelected' : 'conversations.selected', {
    count,
  });
}
