import assert from 'node:assert/strict';
import { chromium as browsers } from 'playwright-core';
import { chromium } from '../../scripts/chromium.ts';
import { appNames } from '../../scripts/frameworks/build-app.ts';
import { hostJob } from './host-job.ts';
import { openHosts } from './open-hosts.ts';

/** `npx tsx test/frameworks/run.ts [app]`: every example app in the browser, against a real server. */
const [wanted] = process.argv.slice(2);
const names = appNames.filter(name => !wanted || name === wanted);
const [hosts, { path, args, env }] = await Promise.all([openHosts(names), chromium()]);
const browser = await browsers.launch({ executablePath: path, args, env });
let [passed, failed] = [0, 0];

for (const name of names) {
  const complaints: string[] = [];
  const context = await browser.newContext({ viewport: { width: 900, height: 700 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on('console', message => /error|warning/.test(message.type()) && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  let broken = false;
  for (const { title, run } of hostJob) {
    await check(`${name} ${title}`, async () => {
      assert.ok(!broken, 'the step before failed');
      broken = true;
      await run({ page, hosts, name });
      broken = false;
    });
  }
  await check(`${name} has nothing to complain of: no error, no warning, no breach of the policy`, async () => {
    assert.deepEqual(
      complaints.filter(words => !words.includes('Lit is in dev mode')),
      [],
    );
  });
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` }).catch(() => {});
  await context.close();
}
for (const name of names.filter(one => one !== 'plain' && one !== 'angular')) {
  await check(`${name} writes the elements on the server, with their attributes`, async () => {
    const markup = await (await fetch(`${hosts.url}/${name}/`)).text();
    assert.match(markup, /<campaign-actions campaign-id="\d+"/);
    assert.match(markup, /<campaign-kit endpoint="http/);
    assert.doesNotMatch(markup, /\[object Object\]|=>|fetchSession/);
  });
}
await browser.close();
await hosts.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function check(title: string, run: () => Promise<void>): Promise<void> {
  const began = performance.now();
  const problem = await run().then(
    () => null,
    (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  const took = `${Math.round(performance.now() - began)} ms`;
  if (problem === null) passed++;
  else failed++;
  console.log(
    problem === null ? `  ✓ ${title} (${took})` : `  ✗ ${title} (${took})\n${problem.replace(/^/gm, '      ')}`,
  );
}
