import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '@campaign-kit/widgets/diagnose/finding';
import { wrongOn } from './diagnose.ts';
import { openStage, type Stage } from './open-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

const json = { 'content-type': 'application/json' };
const at = (endpoint: string) =>
  `<campaign-kit endpoint="${endpoint}" session-url="/session">${stage.element}</campaign-kit>`;

test('it names the directive that keeps the page from asking the server, as it has to be', async () => {
  const { open, kit, boot, kitUrl } = stage;
  for (const [policy, line] of [
    [`connect-src 'self'`, `connect-src 'self' ${kitUrl};`],
    [`connect-src 'none'; script-src ${kitUrl}`, `connect-src ${kitUrl};`],
    [`default-src 'self'; script-src ${kitUrl} 'unsafe-eval'`, `connect-src 'self' ${kitUrl};`],
  ]) {
    const page = await open(boot, kit(), { headers: { 'content-security-policy': policy! } });
    expect(await wrongOn(page, kitUrl)).toContainEqual({
      what: `The page's Content-Security-Policy (connect-src) does not let it ask ${kitUrl}.`,
      fix: 'Add the address to the header.',
      line,
    });
  }
});

test('it says that the server does not allow the page’s origin, and the command that allows it', async () => {
  const { open, kit, boot, kitUrl, host } = stage;
  const page = await open(boot, kit());
  const foreign = host.origin.replace('127.0.0.1', 'localhost');
  await page.goto(page.url().replace(host.origin, foreign));
  expect(await wrongOn(page, kitUrl)).toContainEqual({
    what: `The server does not allow pages of ${foreign}.`,
    fix: 'Allow the origin on the server, with the number of your organization.',
    line: `campaign-kit origin add ${foreign} --organization 1`,
  });
});

for (const [minutes, said] of [
  [7, '7 minutes ahead of'],
  [-90, '90 minutes behind'],
] as const) {
  test(`it says that this computer's clock is ${said} the server's`, async () => {
    const { open, kit, boot, kitUrl } = stage;
    const page = await open(boot, kit());
    await page.evaluate(ahead => {
      const { now } = Date;
      Date.now = () => now() + ahead;
    }, minutes * 60_000);
    expect(await wrongOn(page, kitUrl)).toContainEqual({
      what: `This computer's clock is ${said} the server's.`,
      fix: 'Set the one that is wrong by the network; times are shown by it.',
      line: 'timedatectl set-ntp true',
    });
  });
}

test('a clock that is wrong by less than a minute is no fault', async () => {
  const { open, kit, boot, kitUrl } = stage;
  const page = await open(boot, kit());
  await page.evaluate('const { now } = Date; Date.now = () => now() + 50_000');
  expect(await wrongOn(page, kitUrl)).toEqual([]);
});

test('it says that page and server are of different versions, and the script that is of the server’s', async () => {
  const { open, boot, kitUrl, host } = stage;
  host.route('/old/healthz', () => ({
    headers: json,
    body: JSON.stringify({ ok: true, version: '0.2.4', now: Date.now() }),
  }));
  const page = await open(boot, at(`${host.origin}/old`));
  expect(await wrongOn(page, kitUrl)).toContainEqual({
    what: 'The page runs Campaign Kit 0.1.0, the server is 0.2.4.',
    fix: 'Load the script from the server itself.',
    line: `<script type="module" src="${host.origin}/old/kit/v1/boot.js"></script>`,
  });
});

for (const [title, endpoint, what, line] of [
  [
    'has no https:// before it',
    () => 'texting.example',
    () =>
      'The endpoint "texting.example" has no https:// before it, so the browser looks for it on the page\'s own server.',
    () => 'endpoint="https://texting.example"',
  ],
  [
    'is not an address',
    () => 'https://:80',
    () => 'The endpoint "https://:80" is not an address.',
    () => 'endpoint="https://texting.example"',
  ],
  [
    'goes too deep',
    () => `${stage.kitUrl}/kit/v1`,
    () => `The endpoint ${stage.kitUrl}/kit/v1 goes too deep.`,
    () => `endpoint="${stage.kitUrl}"`,
  ],
  [
    'is where nothing answers',
    () => 'http://localhost:9',
    () => 'Nothing answers at http://localhost:9.',
    () => 'endpoint="https://texting.example"',
  ],
  [
    'is another server',
    () => stage.host.origin,
    () => `What answers at ${stage.host.origin} is no Campaign Kit server: 404 for /healthz.`,
    () => `curl ${stage.host.origin}/healthz`,
  ],
] as const) {
  test(`it says that the endpoint ${title}`, async () => {
    const { open, boot, kitUrl } = stage;
    const page = await open(boot, at(endpoint()));
    const wrong = (await wrongOn(page, kitUrl)).map(finding => [finding.what, finding.line]);
    expect(wrong).toEqual([[what(), line()]]);
  });
}

test('it says that a kit was made without an endpoint', async () => {
  const { open, boot, kitUrl } = stage;
  const page = await open(boot, '');
  const [wrong] = await page.evaluate<Finding[]>(
    `import('${kitUrl}/kit/v1/kit.js').then(({ createCampaignKit }) =>
      createCampaignKit({ endpoint: '', fetchSession: () => Promise.reject(new Error('none')) }).diagnose())`,
  );
  expect([wrong!.what, wrong!.line]).toEqual(['The endpoint is missing.', 'endpoint="https://texting.example"']);
});

test('it says that something answers which lets nobody read it', async () => {
  const { open, boot, kitUrl, host } = stage;
  const other = host.origin.replace('127.0.0.1', 'localhost');
  const page = await open(boot, at(other));
  const [wrong] = await wrongOn(page, kitUrl);
  expect(wrong!.what).toBe(
    `What answers at ${other} is no Campaign Kit server, or a proxy before it takes its headers away.`,
  );
});

test('it says that an https page cannot ask an http server', async () => {
  const { open, kitUrl } = stage;
  const page = await open('', '');
  await page.route('https://crm.example/kit/**', async route => {
    const answer = await fetch(route.request().url().replace('https://crm.example', kitUrl));
    await route.fulfill({ contentType: 'text/javascript', body: await answer.text() });
  });
  const body = `<!doctype html><script type="module" src="/kit/v1/boot.js"></script>${at('http://texting.example:8080/sms')}`;
  await page.route('https://crm.example/', route => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('https://crm.example/');
  expect(await wrongOn(page, 'https://crm.example')).toContainEqual({
    what: 'The page is https and the endpoint http://texting.example:8080 is http, which browsers block.',
    fix: 'Serve Campaign Kit over https, and say so.',
    line: 'endpoint="https://texting.example:8080/sms"',
  });
});

test('it says that the computer is offline', async () => {
  const { open, kit, boot, kitUrl } = stage;
  const page = await open(boot, kit());
  await wrongOn(page, kitUrl);
  await page.context().setOffline(true);
  expect((await wrongOn(page, kitUrl)).map(({ what }) => what)).toContain('This computer is offline.');
});
