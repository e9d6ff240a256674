import { html } from 'hono/html';
import type { Markup } from '../layout.ts';
import { type View, wordsOf } from '../view.ts';

/** Who texts, and what each of them holds. */
export function textersPage(view: View): Markup {
  const words = wordsOf(view);
  return html`<div class="page-head">
      <div>
        <h1>${words.texters}</h1>
        <p class="lead">${words.textersLead}</p>
      </div>
    </div>
    <texter-list></texter-list>`;
}
