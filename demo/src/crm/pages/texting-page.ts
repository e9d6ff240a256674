import { html } from 'hono/html';
import type { Role } from '@campaign-kit/shared/scopes';
import type { Markup } from '../layout.ts';
import { type View, wordsOf } from '../view.ts';

/** What one texts from: texters ask for conversations and work on them; admins decide about what texters ask for. */
export function textingPage(view: View, role: Role): Markup {
  const words = wordsOf(view);
  const decides = role === 'owner' || role === 'admin';
  return html`<div class="page-head">
      <div>
        <h1>${words.texting}</h1>
        <p class="lead">${decides ? words.requestsLead : words.textingLead}</p>
      </div>
    </div>
    ${
      decides
        ? html`<section aria-label="${words.requests}">
            <h2>${words.requests} <span class="badge" data-requests hidden></span></h2>
            <request-list></request-list>
          </section>`
        : html`<div class="texting">
            <section class="card padded" aria-label="${words.texting}"><request-form></request-form></section>
            <texter-queue></texter-queue>
          </div>`
    }`;
}
