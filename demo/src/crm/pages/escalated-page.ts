import { html } from 'hono/html';
import type { Markup } from '../layout.ts';
import { type View, wordsOf } from '../view.ts';

/** What texters have set aside for staff. */
export function escalatedPage(view: View): Markup {
  const words = wordsOf(view);
  return html`<div class="page-head">
      <div>
        <h1>${words.escalated}</h1>
        <p class="lead">${words.escalatedLead}</p>
      </div>
    </div>
    <escalated-conversations class="fills"></escalated-conversations>`;
}
