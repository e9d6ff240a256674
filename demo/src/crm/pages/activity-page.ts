import { html } from 'hono/html';
import type { Markup } from '../layout.ts';
import { type View, wordsOf } from '../view.ts';

/** The kit's history of everything that the team did to many conversations at once. */
export function activityPage(view: View): Markup {
  const words = wordsOf(view);
  return html`<div class="page-head">
      <div>
        <h1>${words.activity}</h1>
        <p class="lead">${words.activityLead}</p>
      </div>
    </div>
    <operation-history></operation-history>`;
}
