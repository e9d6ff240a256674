import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtWidgets } from '../fixture/built-widgets.ts';
import { openStage, ready, type Stage } from './open-stage.ts';

let stage: Stage;
let boot = '';
beforeAll(async () => {
  stage = await openStage();
  boot = `<script type="module" src="${stage.kitUrl}/kit/v1/boot.dev.js"></script>`;
}, 60_000);
afterAll(() => stage.close());

const saying = (lines: readonly string[]) => expect.poll(() => lines.join('\n'), { timeout: 15_000 });

test('the development build says once that all is well', async () => {
  const { open, kit } = stage;
  const page = await open(boot, kit());
  await ready(page);
  await saying(page.said).toContain('info: Campaign Kit 0.1.0, development build: The server at');
  expect(page.said).toHaveLength(1);
});

test('it says by itself what is wrong and the line to add, each once', async () => {
  const { open, kit } = stage;
  const page = await open(boot, kit('<campaign-actions campaignId="42"></campaign-actions>'));
  const said = [
    'warning: Campaign Kit: <campaign-actions> has no attribute campaignid. It is called campaign-id.',
    '    <campaign-actions campaign-id="42">',
  ];
  await saying(page.said).toContain(said.join('\n\n'));
  await page.evaluate(`document.querySelector('campaign-actions').dispatchEvent(new Event('ck-load-error'))`);
  await page.evaluate(`document.querySelector('campaign-actions').removeAttribute('campaignId')`);
  await saying(page.said).toContain('warning: Campaign Kit: <campaign-actions> has no campaign-id.');
  expect(page.said.filter(line => line.includes('has no attribute campaignid'))).toHaveLength(1);
});

test('it says so when the page does not know the policy of Trusted Types, without which nothing else runs', async () => {
  const { open, kit, kitUrl } = stage;
  const policy = `script-src ${kitUrl}; require-trusted-types-for 'script'; trusted-types host`;
  const page = await open(boot, kit(), { headers: { 'content-security-policy': policy } });
  await saying(page.said).toContain(
    "The page's Content-Security-Policy (trusted-types) does not know the policy of Campaign Kit, so no element can draw. Name it in the header.\n\n    trusted-types host campaign-kit;",
  );
});

test('it says so when only the one script may run', async () => {
  const { open, kit, kitUrl } = stage;
  const policy = `script-src ${kitUrl}/kit/v1/boot.dev.js`;
  const page = await open(boot, kit(), { headers: { 'content-security-policy': policy } });
  await saying(page.said).toContain(
    `Campaign Kit: the page's Content-Security-Policy (script-src) lets this script run, but not the others of ${kitUrl}. Allow the whole origin, without a path.`,
  );
});

test('it says so when an element’s file alone is blocked, with the directive as it has to be', async () => {
  const { open, kit, kitUrl } = stage;
  const files = Object.keys(
    (JSON.parse(await readFile(join(await builtWidgets(), 'integrity.json'), 'utf8')) as { files: object }).files,
  ).filter(name => !name.includes('campaign-actions'));
  const policy = `script-src ${files.map(name => `${kitUrl}/kit/v1/${name}`).join(' ')}`;
  const page = await open(boot, kit(), { headers: { 'content-security-policy': policy } });
  await saying(page.said).toContain(
    `Campaign Kit: The page's Content-Security-Policy (script-src) does not let scripts of ${kitUrl} run. Add the address to the header, without a path.`,
  );
  expect(page.said.join('\n')).toContain(` ${kitUrl};\n`);
});

test('it says so when the script was copied without its files', async () => {
  const { open, kit } = stage;
  stage.script('/copied/boot.dev.js', await readFile(join(await builtWidgets(), 'boot.dev.js'), 'utf8'));
  const page = await open('<script defer src="/copied/boot.dev.js"></script>', kit());
  await saying(page.said).toContain(
    'Campaign Kit: the files beside this script could not be loaded. Load it from the server, not a copy of it.',
  );
});
