import { html } from 'hono/html';
import type { Markup } from '../layout.ts';
import { type View, wordsOf } from '../view.ts';

/** Asks once more before everything is made anew; while it is, says so and comes back by itself. */
export function resetPage(view: View, running: boolean): Markup {
  const words = wordsOf(view);
  return html`<section class="card padded narrow">
    <h1>${words.reset}</h1>
    ${
      running
        ? html`<p class="lead" role="status" data-wait-for="/campaigns">${words.resetting}</p>
            <progress></progress>`
        : html`<p class="lead">${words.resetLead}</p>
            <form method="post" action="/demo/reset" class="deeds">
              <button class="button" type="submit">${words.resetNow}</button>
              <a href="/campaigns">${words.cancel}</a>
            </form>`
    }
  </section>`;
}
