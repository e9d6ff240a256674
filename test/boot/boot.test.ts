import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { version } from '@campaign-kit/shared/version';
import { builtWidgets } from '../fixture/built-widgets.ts';
import { openStage, ready, type Stage } from './open-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

for (const attributes of ['type="module"', 'defer', 'async', '']) {
  test(`the elements wake up where the script tag says ${attributes || 'nothing more'}`, async () => {
    const { open, kit, kitUrl } = stage;
    const page = await open(`<script ${attributes} src="${kitUrl}/kit/v1/boot.js"></script>`, kit());
    await ready(page);
    expect(page.said).toEqual([]);
    // Lit leaves four marks of its own, so that two copies of it know each other.
    const ownNames = `{
      const frame = document.body.appendChild(document.createElement('iframe'));
      Object.getOwnPropertyNames(window).filter(name => !(name in frame.contentWindow || name >= 0 || /^(lit|reactiveElement)/.test(name)));
    }`;
    expect(await page.evaluate(ownNames)).toEqual([]);
  });
}

test('the first element is there after four requests, and nothing more is loaded by itself', async () => {
  const { open, kit, boot, kitUrl } = stage;
  const asked: string[] = [];
  const page = await open('', '');
  page.on('request', request => {
    if (request.url().startsWith(`${kitUrl}/kit/`)) asked.push(new URL(request.url()).pathname);
  });
  stage.host.route('/first', { body: `<!doctype html>${boot}${kit()}` });
  await page.goto(`${stage.host.origin}/first`);
  await ready(page);
  await page.waitForLoadState('networkidle');
  expect(asked.length).toBeLessThanOrEqual(4);
  expect(asked.map(path => path.replace(/-[\w-]{8}\.js$/, '').replace(/.*\//, '')).sort()).toEqual([
    'boot.js',
    'campaign-actions',
    'campaign-kit',
  ]);
});

test('a page without elements loads boot alone; one that is added later is found, and its code is loaded once', async () => {
  const { open, kit, boot, kitUrl } = stage;
  const page = await open(boot, '<main></main>');
  const asked: string[] = [];
  page.on('request', request => {
    if (request.url().startsWith(`${kitUrl}/kit/`)) asked.push(request.url());
  });
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  await page.evaluate(
    inside => document.querySelector('main')!.insertAdjacentHTML('beforeend', `<p>${inside}</p>`),
    kit(),
  );
  await ready(page);
  await page.evaluate(inside => document.querySelector('main')!.insertAdjacentHTML('beforeend', inside), kit());
  await page.waitForFunction(() => document.querySelectorAll('campaign-actions:state(ready)').length === 2);
  expect(asked).toHaveLength(2);
});

test('an element in a shadow root of the host wakes up when the root is handed over, also one that is added later', async () => {
  const { open, kit, kitUrl, boot } = stage;
  const page = await open(boot, '<host-card></host-card>');
  await page.evaluate(`(async () => {
    const root = document.querySelector('host-card').attachShadow({ mode: 'open' });
    root.innerHTML = ${JSON.stringify(kit())};
    const { load } = await import('${kitUrl}/kit/v1/kit.js');
    await load(root);
    root.querySelector('campaign-kit').append(document.createElement('operation-history'));
    await customElements.whenDefined('operation-history');
  })()`);
  await page.waitForFunction(() =>
    document.querySelector('host-card')!.shadowRoot!.querySelector('campaign-actions:state(ready)'),
  );
});

test('the second script of the same version says nothing and changes nothing', async () => {
  const { open, kit, kitUrl, boot } = stage;
  const page = await open(`${boot}<script defer src="${kitUrl}/kit/v1/boot.js"></script>`, kit());
  await ready(page);
  await page.evaluate(`import('${kitUrl}/kit/v1/kit.js').then(() => {})`);
  expect(page.said).toEqual([]);
});

test('another version after the first does nothing, and the page’s author hears of both and of what to do', async () => {
  const { open, kit, host, boot } = stage;
  const source = await readFile(join(await builtWidgets(), 'boot.js'), 'utf8');
  stage.script('/old/boot.js', source.replaceAll(`"${version}"`, '"0.0.7"'));
  const page = await open(`${boot}<script type="module" src="${host.origin}/old/boot.js"></script>`, kit());
  await ready(page);
  expect(page.said).toEqual([
    `warning: Campaign Kit 0.0.7 does nothing: this page has Campaign Kit ${version} already. Remove one of the two script tags.`,
  ]);
});

test('it runs under a strict policy with Trusted Types, and breaks none of it', async () => {
  const { open, kit, boot, kitUrl } = stage;
  const policy = [
    `default-src 'none'`,
    `script-src ${kitUrl}`,
    `style-src 'self'`,
    `connect-src 'self' ${kitUrl}`,
    `require-trusted-types-for 'script'`,
    'trusted-types campaign-kit',
  ].join('; ');
  const page = await open(boot, kit(), { headers: { 'content-security-policy': policy } });
  await ready(page);
  expect(page.said).toEqual([]);
});

test('it runs on a page that is isolated from other origins', async () => {
  const { open, kit, boot } = stage;
  const headers = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' };
  const page = await open(boot.replace('<script', '<script crossorigin'), kit(), { headers });
  await ready(page);
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
  expect(page.said).toEqual([]);
});

test('a page can pin a version and the integrity of every file', async () => {
  const { open, kit, kitUrl } = stage;
  const { files } = JSON.parse(await readFile(join(await builtWidgets(), 'integrity.json'), 'utf8')) as {
    files: Record<string, string>;
  };
  const at = `${kitUrl}/kit/${version}/`;
  const integrity = Object.fromEntries(Object.entries(files).map(([name, hash]) => [at + name, hash]));
  const map = `<script type="importmap">${JSON.stringify({ integrity })}</script>`;
  const tag = `<script type="module" src="${at}boot.js" integrity="${files['boot.js']}" crossorigin></script>`;
  const page = await open(map + tag, kit());
  await ready(page);
  expect(page.said).toEqual([]);

  const core = Object.keys(integrity).find(name => name.includes('/campaign-kit-'))!;
  const wrong = { ...integrity, [core]: `sha384-${createHash('sha384').update('another').digest('base64')}` };
  const spoiled = await open(`<script type="importmap">${JSON.stringify({ integrity: wrong })}</script>${tag}`, kit());
  await spoiled.waitForFunction(() => document.readyState === 'complete');
  await expect.poll(() => spoiled.said.join('\n')).toContain('Campaign Kit: <campaign-kit> could not be loaded');
});

test('what could not be loaded is said, and refuses whoever waits for it', async () => {
  const { open, boot, kitUrl } = stage;
  const page = await open('', '');
  await page.route('**/kit/v1/chunks/operation-history*', route => route.abort());
  stage.host.route('/lost', { body: `<!doctype html>${boot}<operation-history></operation-history>` });
  await page.goto(`${stage.host.origin}/lost`);
  await expect
    .poll(() => page.said.join('\n'))
    .toContain('Campaign Kit: <operation-history> could not be loaded; reload the page to try again.');
  const loading = `import('${kitUrl}/kit/v1/kit.js').then(kit => kit.load('operation-history')).catch(String)`;
  expect(await page.evaluate(loading)).toMatch(/^TypeError/);
});

test('a page makes its own kit with the module, and says what failed by its class', async () => {
  const { open, kitUrl, element } = stage;
  const page = await open('', `<main>${element}</main>`);
  const said = await page.evaluate(`(async () => {
    const { createCampaignKit, KitError } = await import('${kitUrl}/kit/v1/kit.js');
    const kit = createCampaignKit({
      endpoint: '${kitUrl}',
      fetchSession: async () => (await fetch('/session', { method: 'POST' })).json(),
    });
    kit.attach(document.querySelector('main'));
    await kit.ready;
    const error = await kit.ask(api => api.campaigns.menu.query({ campaignId: -1 })).catch(thrown => thrown);
    return [error instanceof KitError, error.code];
  })()`);
  expect(said).toEqual([true, 'validation']);
  await ready(page);
});
