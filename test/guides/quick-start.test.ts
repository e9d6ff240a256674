import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium as browsers } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '@campaign-kit/demo/free-port';
import { chromium } from '../../scripts/chromium.ts';
import { builtWidgets } from '../fixture/built-widgets.ts';
import { codeBlocks } from './code-blocks.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the guide's ports may be taken, others stand for them. */
async function otherPorts() {
  const port = (not: readonly number[]) => freePort({ number: 0, fixed: true, variable: 'PORT' }, '127.0.0.1', not);
  const kit = await port([]);
  const crm = await port([kit]);
  return {
    kit,
    crm,
    written: (text: string) => text.replaceAll('8787', String(kit)).replace(/\b3000\b/g, String(crm)),
  };
}

/** Instead of `npm install`: the package's program, from its sources. */
async function install(directory: string) {
  const bin = join(directory, 'node_modules/.bin/campaign-kit');
  await mkdir(join(directory, 'node_modules/.bin'), { recursive: true });
  const program = join(root, 'packages/server/src/bin.ts');
  const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
  await writeFile(bin, `#!/bin/sh\nexec "${process.execPath}" --import "file://${tsx}" "${program}" "$@"\n`);
  await chmod(bin, 0o755);
}

test('the quick start works as it is written, up to the open menu', { timeout: 120_000 }, async () => {
  const blocks = await codeBlocks('quick-start');
  const { kit, crm, written } = await otherPorts();
  const directory = await mkdtemp(join(tmpdir(), 'campaign-kit-quick-start-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true, maxRetries: 5 }));
  await install(directory);
  for (const { file, code } of blocks) {
    if (file) await writeFile(join(directory, file.split('/').at(-1)!), written(code));
  }
  const commands = blocks.filter(({ language }) => language === 'sh').map(({ code }) => code);
  expect(commands.join('')).toContain('npm install @campaign-kit/server\n');
  const script = written(commands.join('')).replace('npm install @campaign-kit/server\n', '');

  const shell = spawn('bash', ['-e', '-c', `${script}\nwait`], {
    cwd: directory,
    detached: true,
    env: {
      PATH: process.env['PATH'],
      HOME: directory,
      npm_config_update_notifier: 'false',
      CAMPAIGN_KIT_PORT: String(kit),
      CAMPAIGN_KIT_PUBLIC_URL: `http://localhost:${kit}`,
      CAMPAIGN_KIT_WIDGETS_DIRECTORY: await builtWidgets(),
    },
  });
  let said = '';
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', chunk => (said += String(chunk)));
  const gone = new Promise(ended => shell.once('close', ended));
  onTestFinished(async () => {
    if (shell.exitCode === null && shell.pid) process.kill(-shell.pid, 'SIGKILL');
    await gone;
  });
  const answers = (address: string) =>
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
  // A program from its sources starts slowly, and there are eight of them.
  while (!((await answers(`http://localhost:${crm}`)) && (await answers(`http://localhost:${kit}/readyz`)))) {
    if (shell.exitCode !== null) throw new Error(`the commands ended: ${said}`);
    await sleep(100);
  }
  expect(said).toContain('Campaign 1 was made and launched: Saturday volunteers.');

  const { path, args, env } = await chromium();
  const browser = await browsers.launch({ executablePath: path, args, env });
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: 'en' });
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`http://localhost:${crm}`);
  await page.getByRole('button', { name: 'Actions of Saturday volunteers' }).click();
  const item = page.getByRole('menuitem', { name: /^Delete unmessaged contacts/ });
  await item.waitFor();
  expect(await item.innerText()).toContain('3');
  expect(complaints.filter(one => !one.includes('favicon'))).toEqual([]);
});
