import { html } from 'hono/html';
import { texters } from '../../seed/texters.ts';
import type { Markup } from '../layout.ts';
import { type View, wordsOf } from '../view.ts';

/** The CRM's own list of people. */
export function teamPage(view: View): Markup {
  const words = wordsOf(view);
  return html`<div class="page-head">
      <div>
        <h1>${words.team}</h1>
        <p class="lead">${words.teamLead}</p>
      </div>
    </div>
    <section class="card" aria-label="${words.team}">
      <table class="people">
        <thead>
          <tr>
            <th scope="col">${words.name}</th>
            <th scope="col">${words.role}</th>
            <th scope="col" class="number">ID</th>
          </tr>
        </thead>
        <tbody>
          ${texters.map(
            ({ name, role, externalId, suspended }) =>
              html`<tr>
                <th scope="row"><bdi>${name}</bdi></th>
                <td>
                  <span class="pill ${role === 'texter' ? 'draft' : 'active'}">${words[role]}</span>
                  ${suspended ? html`<span class="pill pastDue">${words.suspended}</span>` : ''}
                </td>
                <td class="number">${externalId}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`;
}
