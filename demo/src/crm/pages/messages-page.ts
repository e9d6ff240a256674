import { html } from 'hono/html';
import type { Markup } from '../layout.ts';
import { type View, wordsOf } from '../view.ts';

/** All conversations of the organization. `filter` is the query of the page's own address. */
export function messagesPage(view: View, filter: string): Markup {
  const words = wordsOf(view);
  return html`<div class="page-head">
      <div>
        <h1>${words.messages}</h1>
        <p class="lead">${words.messagesLead}</p>
      </div>
    </div>
    <message-review class="fills" filter="${filter}" data-in-address></message-review>`;
}
