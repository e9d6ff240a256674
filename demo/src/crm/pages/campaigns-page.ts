import { html } from 'hono/html';
import { campaignRow, totals, type CampaignRow } from '../campaign-row.ts';
import { icon } from '../icon.ts';
import type { KitCampaign } from '../kit-client.ts';
import type { Markup } from '../layout.ts';
import { type View, wordsOf } from '../view.ts';

const groups = ['all', 'active', 'draft', 'archived'] as const;

/** The CRM's own table of campaigns, with the kit's menu at the end of each row. Null: the kit's server does not answer. */
export function campaignsPage(
  view: View,
  campaigns: readonly KitCampaign[] | null,
  offices: Readonly<Record<number, string>>,
  now: number,
): Markup {
  const words = wordsOf(view);
  const rows = (campaigns ?? []).map(campaign => campaignRow(campaign, offices[campaign.id] ?? '', view, words, now));
  const number = new Intl.NumberFormat(view.language);
  const count = (group: (typeof groups)[number]) =>
    number.format(rows.filter(row => group === 'all' || row.group === group).length);
  return html`<div class="page-head">
      <div>
        <h1>${words.campaigns}</h1>
        <p class="lead">${words.campaignsLead}</p>
      </div>
      <button type="button" class="button" id="release-replies">${icon('release')}${words.releaseReplies}</button>
    </div>
    ${campaigns ? '' : html`<p class="notice" role="alert">${words.kitDown}</p>`}
    <dl class="kpis">
      ${Object.entries(totals(campaigns ?? [], view)).map(
        ([name, value]) =>
          html`<div>
            <dt>${words[name as keyof ReturnType<typeof totals>]}</dt>
            <dd data-total="${name}">${value}</dd>
          </div>`,
      )}
    </dl>
    <section class="card" aria-label="${words.campaigns}">
      <div class="toolbar">
        <div class="tabs" role="group" aria-label="${words.status}">
          ${groups.map(
            group =>
              html`<button type="button" data-group="${group}" aria-pressed="${String(group === 'active')}">
                ${words[group]} <span class="count" data-count="${group}">${count(group)}</span>
              </button>`,
          )}
        </div>
        <label class="search">
          ${icon('search')}<span class="hidden">${words.search}</span>
          <input type="search" id="search" placeholder="${words.search}" />
        </label>
      </div>
      <table class="campaigns">
        <thead>
          <tr>
            <th scope="col">${words.title}</th>
            <th scope="col">${words.office}</th>
            <th scope="col">${words.launched}</th>
            <th scope="col" class="number">${words.contacts}</th>
            <th scope="col" class="progress">${words.progress}</th>
            <th scope="col" class="number">${words.replies}</th>
            <th scope="col">${words.autoAssign}</th>
            <th scope="col">${words.status}</th>
            <th scope="col"><span class="hidden">${words.actions}</span></th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(row => tableRow(row, words))}
        </tbody>
      </table>
      <p class="empty" hidden><strong>${words.nothingFound}</strong><br />${words.nothingFoundHelp}</p>
    </section>
    <release-replies-dialog></release-replies-dialog>
    <dialog class="drawer" aria-labelledby="drawer-title">
      <header>
        <h2 id="drawer-title"></h2>
        <button type="button" class="icon-button" id="drawer-close" aria-label="${words.close}">
          ${icon('close')}
        </button>
      </header>
      <dl class="facts" id="drawer-facts"></dl>
      <h3>${words.automaticSending}</h3>
      <div id="drawer-sending"></div>
      <div id="drawer-reassign"></div>
      <h3>${words.history}</h3>
      <div id="drawer-history"></div>
    </dialog>`;
}

function tableRow(row: CampaignRow, words: ReturnType<typeof wordsOf>): Markup {
  return html`<tr data-campaign="${row.id}" data-group="${row.group}" ${row.group === 'active' ? '' : 'hidden'}>
    <th scope="row">
      <a class="title" href="/campaigns?campaign=${row.id}" data-open="${row.id}" dir="auto" data-field="title"
        >${row.title}</a
      >
    </th>
    <td data-label="${words.office}">${row.office}</td>
    <td data-label="${words.launched}"><span title="${row.launchedExact}">${row.launched}</span></td>
    <td data-label="${words.contacts}" class="number" data-field="contacts">${row.contacts}</td>
    <td data-label="${words.progress}" class="progress">${bar(row)}<span data-field="sent">${row.sent}</span></td>
    <td data-label="${words.replies}" class="number">
      <span class="${row.hasReplies ? 'due' : 'calm'}" data-field="replies">${row.replies}</span>
    </td>
    <td data-label="${words.autoAssign}">
      <span class="dot ${row.autoAssign ? 'on' : 'off'}" data-field="autoAssignLabel">${row.autoAssignLabel}</span>
    </td>
    <td data-label="${words.status}">
      <span class="pill ${row.state}" data-field="stateLabel">${row.stateLabel}</span>
    </td>
    <td class="act"><campaign-actions campaign-id="${row.id}"></campaign-actions></td>
  </tr>`;
}

/** Widths are attributes of SVG: a style attribute would not pass the page's own policy. */
function bar({ parts, sent }: CampaignRow): Markup {
  let x = 0;
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${sent}">
    ${parts.map(({ name, share }) => {
      const rect = html`<rect class="${name}" x="${x * 100}" width="${share * 100}" height="6" />`;
      x += share;
      return rect;
    })}
  </svg>`;
}
