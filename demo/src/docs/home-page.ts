import { html } from 'hono/html';
import type { Markup } from '../crm/layout.ts';
import { codeBlock } from './code-block.ts';
import type { ElementDoc } from './read-elements.ts';
import type { Guide } from './read-guides.ts';

/** Where somebody comes in who has never seen the kit: what it is, in two lines of HTML, and the ways from here. */
export function homePage(guides: readonly Guide[], elements: readonly ElementDoc[], kitUrl: string): Markup {
  const page = `<script type="module" src="https://texting.example/kit/v1/boot.js"></script>

<campaign-kit endpoint="https://texting.example" session-url="/crm/texting-session">
  <campaign-actions campaign-id="42"></campaign-actions>
</campaign-kit>`;
  return html`<h1>Texting campaigns, inside your own pages</h1>
    <p class="lead">
      Campaign Kit is a set of web components and the server that they call. Two lines of HTML give your admins every
      action on a campaign: with a count before it, progress while it runs, and undo after it.
    </p>
    <p class="ways">
      <a class="button main" href="/docs/guides/quick-start">Quick start</a>
      <a class="button" href="/looks">Five looks</a>
      <a class="button" href="/campaigns">The demo CRM</a>
    </p>
    <div class="prose">
      <div class="example" data-example="campaign-actions">
        <div class="stage">
          <campaign-kit endpoint="${kitUrl}" session-url="/crm/texting-session" time-zone="America/New_York">
            <p class="plain">
              Northside Neighbors: Get Out the Vote
              <campaign-actions campaign-id="3" variant="labelled" label="Actions"></campaign-actions>
            </p>
          </campaign-kit>
        </div>
      </div>
      ${codeBlock(page, 'html')}
    </div>
    <h2 id="guides">Guides</h2>
    <ul class="cards">
      ${guides.map(
        ({ name, title, lead }) =>
          html`<li>
            <a href="/docs/guides/${name}">${title}</a>
            <p>${shortened(lead)}</p>
          </li>`,
      )}
    </ul>
    <h2 id="elements">Elements</h2>
    <ul class="cards">
      ${elements.map(
        ({ tag, summary }) =>
          html`<li>
            <a href="/docs/elements/${tag}"><code>&lt;${tag}&gt;</code></a>
            <p>${summary}</p>
          </li>`,
      )}
    </ul>`;
}

/** The first sentence, or as much of it as a card holds. */
function shortened(text: string): string {
  const sentence = /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;
  return sentence.length > 140 ? `${sentence.slice(0, 137).replace(/\s+\S*$/, '')} …` : sentence;
}
