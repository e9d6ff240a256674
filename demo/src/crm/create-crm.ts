import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { fileURLToPath } from 'node:url';
import { docsSite } from '../docs/docs-site.ts';
import { looksPage } from '../looks/looks-page.ts';
import { campaignRow, totals } from './campaign-row.ts';
import { signInAs, userAs, userOf } from './crm-session.ts';
import { createKitClient } from './kit-client.ts';
import { layout, type Frame, type Markup } from './layout.ts';
import { dayPage } from './pages/day-page.ts';
import { activityPage } from './pages/activity-page.ts';
import { campaignsPage } from './pages/campaigns-page.ts';
import { escalatedPage } from './pages/escalated-page.ts';
import { gettingStartedPage } from './pages/getting-started-page.ts';
import { messagesPage } from './pages/messages-page.ts';
import { resetPage } from './pages/reset-page.ts';
import { teamPage } from './pages/team-page.ts';
import { textersPage } from './pages/texters-page.ts';
import { textingPage } from './pages/texting-page.ts';
import { keepView, viewOf, wordsOf } from './view.ts';
import type { CrmWords } from './words/en.ts';

/** What the make-believe CRM knows, and what its switches for the demo do. */
export type CrmSettings = {
  /** Where browsers and this server reach the kit. */
  kitUrl: string;
  secretKey: () => string;
  /** Signs the CRM's own cookie. */
  cookieSecret: string;
  /** The CRM's own record: which office runs which campaign. */
  offices: () => Readonly<Record<number, string>>;
  /** Everybody's phones, where they are simulated. */
  phonesUrl: string | null;
  traffic: { running: () => boolean; turn: (on: boolean) => void };
  reset: { running: () => boolean; start: () => void };
};

const assets = fileURLToPath(new URL('./public/', import.meta.url));

/** Harbor CRM: a stranger's application that knows the kit by its two lines of HTML and its API with a secret key. */
export function createCrm({ kitUrl, secretKey, cookieSecret, offices, phonesUrl, traffic, reset }: CrmSettings): Hono {
  const kit = createKitClient(kitUrl, secretKey);
  const policy = [
    `default-src 'none'`,
    `script-src 'self' ${kitUrl}`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self' ${kitUrl}`,
    `font-src 'self'`,
    `frame-src ${phonesUrl ?? "'none'"}`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `require-trusted-types-for 'script'`,
  ].join('; ');

  const page = async (c: Context, word: keyof CrmWords, content: Markup, embeds: Frame['embeds'] = false) => {
    const view = viewOf(c);
    const user = await userOf(c, cookieSecret);
    const frame = { view, user, path: c.req.path, kitUrl, traffic: traffic.running(), embeds };
    return c.html(layout(frame, wordsOf(view)[word], content));
  };

  const app = new Hono();
  app.use('*', csrf(), async (c, next) => {
    await next();
    c.header('content-security-policy', policy);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'same-origin');
  });
  app.use('/assets/*', serveStatic({ root: assets, rewriteRequestPath: path => path.replace('/assets/', '/') }));

  app.route('/docs', docsSite(kitUrl));
  app.route('/looks', looksPage(kitUrl));
  app.get('/', c => c.redirect('/campaigns'));
  app.get('/campaigns', async c => {
    const found = await kit.campaigns().catch(() => null);
    return page(c, 'campaigns', campaignsPage(viewOf(c), found, offices(), Date.now()), true);
  });
  app.get('/messages', c => {
    // What is filtered by stands in the address: it can be kept, sent and opened again.
    const filter = new URL(c.req.url).search.slice(1);
    return page(c, 'messages', messagesPage(viewOf(c), filter), true);
  });
  app.get('/escalated', c => page(c, 'escalated', escalatedPage(viewOf(c)), true));
  app.get('/texters', c => page(c, 'texters', textersPage(viewOf(c)), true));
  app.get('/texting', async c => {
    const { role } = await userOf(c, cookieSecret);
    return page(c, 'texting', textingPage(viewOf(c), role), true);
  });
  app.get('/day', async c => {
    const found = await kit.campaigns().catch(() => []);
    const going = found.filter(({ launchedAt, archivedAt, autoAssign }) => launchedAt && !archivedAt && autoAssign);
    const campaign = going.find(({ counts }) => counts.unmessaged > 0) ?? going[0] ?? null;
    return page(c, 'day', dayPage(viewOf(c), { kitUrl, campaign, phonesUrl }), 'scripts');
  });
  app.get('/activity', c => page(c, 'activity', activityPage(viewOf(c)), true));
  app.get('/team', c => page(c, 'team', teamPage(viewOf(c))));
  app.get('/getting-started', c => page(c, 'gettingStarted', gettingStartedPage(viewOf(c), kitUrl, policy)));

  app.post('/crm/texting-session', async c => {
    const user = userAs(c.req.query('as')) ?? (await userOf(c, cookieSecret));
    const answer = await kit.mint(user, c.req.header('origin') ?? new URL(c.req.url).origin);
    return c.body(await answer.text(), answer.ok ? 200 : 502, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    });
  });
  app.get('/crm/campaigns', async c => {
    const view = viewOf(c);
    const found = await kit.campaigns();
    const row = (campaign: (typeof found)[number]) =>
      campaignRow(campaign, offices()[campaign.id] ?? '', view, wordsOf(view), Date.now());
    return c.json({ rows: found.map(row), totals: totals(found, view) });
  });

  app.post('/view', async c => {
    const form = new URLSearchParams(await c.req.text());
    keepView(c, form);
    await signInAs(c, cookieSecret, form.get('role'));
    traffic.turn(form.get('traffic') === 'on');
    const back = form.get('back') ?? '/';
    return c.redirect(/^\/[\w-]*$/.test(back) ? back : '/', 303);
  });
  app.get('/demo/reset', c => page(c, 'reset', resetPage(viewOf(c), reset.running())));
  app.post('/demo/reset', c => {
    reset.start();
    return c.redirect('/demo/reset', 303);
  });
  app.get('/demo/ready', c => c.json(!reset.running()));
  app.onError((error, c) =>
    error instanceof HTTPException ? error.getResponse() : c.text('Harbor CRM could not do that. Try again.', 502),
  );
  return app;
}
