import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { endSessions } from '@campaign-kit/server/sessions/end-sessions';
import { until } from '../end-to-end/until.ts';
import { openFrames, type Frames } from './open-frames.ts';
import { heard, inFrame } from './seen.ts';

let frames: Frames;

beforeAll(async () => {
  frames = await openFrames();
}, 90_000);
beforeEach(() => frames.calm());
afterAll(() => frames.close());

const actions = (id: number) => `<campaign-actions campaign-id="${id}"></campaign-actions>`;
const types = async (page: Parameters<typeof heard>[0]) => (await heard(page)).map(({ type }) => type);

test(
  'a session that ended is said in the frame and to the host, and Reconnect goes on where it was',
  { timeout: 40_000 },
  async () => {
    const id = await frames.campaign();
    const page = await frames.open(actions(id));
    const menu = inFrame(page, 'campaign-actions');
    await menu.named('Actions of').waitFor();
    frames.host.state.loggedIn = false;
    await endSessions(frames.world, { organizationId: frames.organizationId, user: { externalId: 'u1' } });
    await menu.button.click();
    await menu.control('Reconnect').waitFor();
    expect(await types(page)).toContain('ck-session-expired');
    expect(await page.evaluate(() => document.querySelector('campaign-actions')!.matches(':state(expired)'))).toBe(
      true,
    );
    frames.host.state.loggedIn = true;
    await menu.control('Reconnect').click();
    await menu.item('Release unsent messages').waitFor();
  },
);

test('a log-out by the host ends the session on the server and in every frame', { timeout: 40_000 }, async () => {
  const id = await frames.campaign();
  const page = await frames.open(`${actions(id)}<operation-history></operation-history>`);
  await until(
    'both to be ready',
    () => types(page),
    all => all.filter(type => type === 'ck-ready').length === 2,
  );
  const token = await page
    .evaluate(() => document.querySelector('campaign-kit')!.kit.mint('start'))
    .then(({ token }) => token);
  await page.evaluate(() => document.querySelector('campaign-kit')!.kit.logout());
  await inFrame(page, 'operation-history').control('Reconnect').waitFor();
  const answer = await fetch(`${frames.kitUrl}/trpc/sessions.current`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(401);
});

test(
  'a token that was made for another page is refused by the frame, with both named',
  { timeout: 40_000 },
  async () => {
    const id = await frames.campaign();
    await frames.allow('https://other.example');
    frames.host.state.mintOrigin = 'https://other.example';
    const page = await frames.open(actions(id));
    await inFrame(page, 'campaign-actions').button.click();
    await inFrame(page, 'campaign-actions').control('Reconnect').waitFor();
    const { origin } = frames.host;
    expect(await frames.complaints()).toEqual(
      expect.arrayContaining([expect.stringContaining(`made for https://other.example; this page is ${origin}`)]),
    );
  },
);

test('the host may mint in its own way', { timeout: 40_000 }, async () => {
  const id = await frames.campaign();
  const script = `addEventListener('DOMContentLoaded', () => {
    document.querySelector('campaign-kit').removeAttribute('session-url');
    document.querySelector('campaign-kit').fetchSession = async ({ reason, signal }) => {
      window.asked = [reason, signal instanceof AbortSignal];
      return (await fetch('/session', { method: 'POST', signal })).json();
    };
  })`;
  const page = await frames.open(actions(id), { script });
  await inFrame(page, 'campaign-actions').named('Actions of').waitFor();
  expect(await page.evaluate(() => (window as { asked?: unknown }).asked)).toEqual(['start', true]);
  expect(await frames.complaints()).toEqual([]);
});

test('a token is in no address, no storage and no markup', { timeout: 40_000 }, async () => {
  const id = await frames.campaign();
  const page = await frames.open(actions(id));
  const addresses: string[] = [];
  page.on('request', request => addresses.push(request.url()));
  await page.reload();
  await inFrame(page, 'campaign-actions').named('Actions of').waitFor();
  const { token } = await page.evaluate(() => document.querySelector('campaign-kit')!.kit.mint('start'));
  expect(addresses.filter(address => address.includes('/trpc/')).length).toBeGreaterThan(0);
  for (const frame of page.frames()) {
    const kept = await frame.evaluate(() =>
      JSON.stringify([document.documentElement.outerHTML, { ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(kept).not.toContain(token);
  }
  expect(addresses.join()).not.toContain(token);
});

test('a page that the organization does not allow cannot put the element in a frame', { timeout: 40_000 }, async () => {
  const id = await frames.campaign();
  const page = await frames.open(actions(id), { at: frames.host.foreign });
  await until('the browser to refuse', frames.complaints, all => all.some(one => one.includes('frame-ancestors')));
  expect(await types(page)).toEqual([]);
  // Nor under the name of a page that is allowed.
  const lying = await frames.open(
    `<iframe src="${frames.kitUrl}/embed/campaign-actions?host=${frames.host.origin}&campaign-id=${id}"></iframe>`,
    { at: frames.host.foreign },
  );
  const [, frame] = lying.frames();
  await until(
    'nothing in it',
    async () => frame!.url(),
    url => !url.includes('/embed/'),
  );
});

test('a frame hears nobody but the page that it offered its port to', { timeout: 40_000 }, async () => {
  const id = await frames.campaign();
  const other = await frames.campaign({ title: 'Other' });
  const page = await frames.open(actions(id));
  const menu = inFrame(page, 'campaign-actions');
  await menu.named('Actions of').waitFor();
  // A second frame of another origin says hello for the first one, and speaks to it.
  await frames.intruder(page, other);
  await page.waitForFunction(() => (window as { intruded?: boolean }).intruded);
  await menu.named('Actions of Saturday volunteers P1').waitFor();
  expect(await types(page)).toEqual(['ck-ready']);
  expect(await page.locator('campaign-actions iframe').getAttribute('title')).toBe('Actions of Saturday volunteers P1');
});

for (const [sandbox, works] of [
  ['allow-scripts allow-same-origin', true],
  ['allow-scripts', false],
] as const) {
  test(
    `inside a host’s frame with sandbox="${sandbox}" the element ${works ? 'works' : 'has no origin, and is refused'}`,
    { timeout: 40_000 },
    async () => {
      const id = await frames.campaign();
      const inner = await frames.open(actions(id));
      const path = new URL(inner.url()).pathname;
      const page = await frames.open(`<iframe id="inner" sandbox="${sandbox}" src="${path}"></iframe>`);
      if (works)
        await page.frameLocator('#inner').frameLocator('campaign-actions iframe').getByRole('button').first().waitFor();
      else await until('a refusal', frames.complaints, all => all.some(one => /403|frame-ancestors/.test(one)));
    },
  );
}
