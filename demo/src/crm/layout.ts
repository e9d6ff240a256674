import { html } from 'hono/html';
import { crmRoles, type CrmUser } from './crm-session.ts';
import { icon } from './icon.ts';
import { directionOf, languages, schemes, timeZones, type View, wordsOf } from './view.ts';

/** A piece of a page, escaped. */
export type Markup = ReturnType<typeof html>;

/** What every page stands in. `embeds`: whether elements of the kit are on it; `scripts`: within providers of its own. */
export type Frame = {
  view: View;
  user: CrmUser;
  path: string;
  kitUrl: string;
  traffic: boolean;
  embeds: boolean | 'scripts';
};

const pages = [
  ['/campaigns', 'campaigns', 'campaigns'],
  ['/messages', 'messages', 'messages'],
  ['/escalated', 'escalated', 'escalated'],
  ['/texters', 'texters', 'texters'],
  ['/texting', 'texting', 'texting'],
  ['/day', 'day', 'day'],
  ['/activity', 'activity', 'activity'],
  ['/team', 'team', 'team'],
] as const;

/** Sidebar, top bar and content. `<campaign-kit>` is around the content: everything the kit needs to know is said there. */
export function layout(frame: Frame, title: string, content: Markup): Markup {
  const { view, user, path, kitUrl, embeds } = frame;
  const words = wordsOf(view);
  const link = (href: string, label: string, name: Parameters<typeof icon>[0]) =>
    html`<a href="${href}" ${path === href ? html`aria-current="page"` : ''}
      >${icon(name)}<span>${label}</span>${href === '/escalated' ? html`<span class="badge" data-escalated hidden></span>` : ''}</a
    >`;
  return html`<!doctype html>
    <html lang="${view.language}" dir="${directionOf(view)}" data-scheme="${view.scheme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="${view.scheme === 'auto' ? 'light dark' : view.scheme}" />
        <title>${title} · Harbor CRM</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/crm.css" />
        ${embeds ? html`<script type="module" src="${kitUrl}/kit/v1/boot.js"></script>` : ''}
        <script type="module" src="/assets/crm.js"></script>
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <aside class="sidebar">
          <a class="brand" href="/campaigns"
            >${icon('harbor')}<span>Harbor<small>CRM</small></span></a
          >
          <nav aria-label="${words.menu}">
            <p class="nav-head">${words.workspace}</p>
            ${pages.map(([href, word, name]) => link(href, words[word], name))}
            <p class="nav-head">${words.forDevelopers}</p>
            ${link('/getting-started', words.gettingStarted, 'code')} ${link('/docs', words.documentation, 'book')}
            ${link('/looks', words.looks, 'looks')}
          </nav>
          <p class="tenant"><span class="avatar" aria-hidden="true">NO</span><span>Northside Organizing</span></p>
        </aside>
        <header class="topbar">${viewForm(frame)}${who(user, words[user.role])}</header>
        <main id="content" tabindex="-1">
          ${
            embeds === true
              ? html`<campaign-kit endpoint="${kitUrl}" session-url="/crm/texting-session" time-zone="${view.timeZone}">
                  ${content}${path === '/messages' ? html`<escalated-conversations hidden></escalated-conversations>` : ''}
                </campaign-kit>`
              : content
          }
        </main>
      </body>
    </html>`;
}

function who({ name }: CrmUser, role: string): Markup {
  const initials = name
    .split(' ')
    .map(part => part[0])
    .join('');
  return html`<p class="who">
    <span class="avatar" aria-hidden="true">${initials}</span>
    <span class="who-name">${name}<small>${role}</small></span>
  </p>`;
}

function viewForm({ view, user, path, traffic }: Frame): Markup {
  const words = wordsOf(view);
  const schemeWords = { auto: words.schemeAuto, light: words.schemeLight, dark: words.schemeDark };
  const choice = (name: string, label: string, values: readonly (readonly [string, string])[], chosen: string) =>
    html`<label class="choice">
      <span>${label}</span>
      <select name="${name}">
        ${values.map(
          ([value, text]) => html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${text}</option>`,
        )}
      </select>
    </label>`;
  return html`<button type="button" class="view-button" popovertarget="view">${icon('view')}${words.view}</button>
    <form id="view" class="view" method="post" action="/view" popover data-submits-itself>
      <input type="hidden" name="back" value="${path}" />
      ${choice(
        'role',
        words.signedInAs,
        crmRoles.map(role => [role, words[role]] as const),
        user.role,
      )}
      ${choice('language', words.language, Object.entries(languages), view.language)}
      ${choice(
        'scheme',
        words.scheme,
        schemes.map(scheme => [scheme, schemeWords[scheme]] as const),
        view.scheme,
      )}
      ${choice(
        'timeZone',
        words.timeZone,
        timeZones.map(zone => [zone, zone.replace(/^.*\//, '').replace('_', ' ')] as const),
        view.timeZone,
      )}
      <label class="switch" title="${words.trafficHelp}">
        <input type="checkbox" role="switch" name="traffic" ${traffic ? 'checked' : ''} />
        <span>${words.traffic}</span>
      </label>
      <button class="apply" type="submit">${words.apply}</button>
      <a class="reset" href="/demo/reset">${words.reset}</a>
    </form>`;
}
