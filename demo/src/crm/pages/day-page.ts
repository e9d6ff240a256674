import { html } from 'hono/html';
import type { Markup } from '../layout.ts';
import { type View, wordsOf } from '../view.ts';

type Day = {
  readonly kitUrl: string;
  /** The campaign of the day; null where there is none to text on. */
  readonly campaign: { readonly id: number; readonly title: string } | null;
  /** Everybody's phones; null where texts go to real ones. */
  readonly phonesUrl: string | null;
};

/** A day of a campaign at one glance: the admin, a texter with a session of their own, and the phones of the people. */
export function dayPage(view: View, { kitUrl, campaign, phonesUrl }: Day): Markup {
  const words = wordsOf(view);
  const kit = (role: string, content: Markup) =>
    html`<campaign-kit endpoint="${kitUrl}" session-url="/crm/texting-session?as=${role}" time-zone="${view.timeZone}"
      >${content}</campaign-kit
    >`;
  return html`<div class="page-head">
      <div>
        <h1>${words.day}</h1>
        <p class="lead">${words.dayLead}</p>
      </div>
    </div>
    <div class="day">
      <section class="card padded" aria-labelledby="day-admin">
        <h2 id="day-admin">${words.admin}</h2>
        ${
          campaign
            ? kit(
                'admin',
                html`<p class="day-campaign">
                    ${campaign.title} <campaign-actions campaign-id="${campaign.id}"></campaign-actions>
                  </p>
                  <automatic-sending campaign-id="${campaign.id}"></automatic-sending>
                  <request-list></request-list>
                  <operation-history campaign-id="${campaign.id}"></operation-history>`,
              )
            : words.dayNone
        }
      </section>
      <section class="card padded" aria-labelledby="day-texter">
        <h2 id="day-texter">${words.texter}</h2>
        ${kit('texter', html`<texter-queue></texter-queue><request-form></request-form>`)}
      </section>
      <section class="card padded" aria-labelledby="day-phones">
        <h2 id="day-phones">${words.dayPhones}</h2>
        ${phonesUrl ? html`<iframe src="${phonesUrl}/" title="${words.dayPhones}"></iframe>` : words.dayReal}
      </section>
    </div>`;
}
