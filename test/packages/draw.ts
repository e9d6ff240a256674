import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { chromium } from '../../scripts/chromium.ts';
import { startFixture } from '../fixture/server.ts';

const kinds: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export type Drawn = {
  /** What the button of the menu is called. */
  readonly button: string;
  /** What the page said in the console of its own accord. */
  readonly said: readonly string[];
};

/** Opens each page of a directory in the real browser, on a real server. `waitFor` is what its console has to say first. */
export async function draw(
  directory: string,
  pages: readonly { path: string; waitFor?: RegExp }[],
): Promise<Map<string, Drawn>> {
  const files = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    readFile(join(directory, path)).then(
      content => response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>(listening => files.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
  const [{ path: executablePath, args, env }, fixture] = await Promise.all([chromium(), startFixture()]);
  const browser = await playwright.launch({ executablePath, args, env: env });
  try {
    const world = await fetch(`${fixture.url}/control/worlds`, {
      method: 'POST',
      body: JSON.stringify({ origins: [origin], campaigns: [{ title: 'Phonebank P1' }] }),
    });
    if (!world.ok) throw new Error(await world.text());
    const { key, endpoint, campaignIds } = (await world.json()) as Record<'key' | 'endpoint', string> & {
      campaignIds: number[];
    };
    const session = `${fixture.url}/control/worlds/${key}/session`;
    const asked = new URLSearchParams({ endpoint, session, campaign: String(campaignIds[0]) });
    const drawn = new Map<string, Drawn>();
    for (const { path, waitFor } of pages) {
      const page = await browser.newPage();
      const said: string[] = [];
      page.on('console', message => said.push(message.text()));
      const heard = waitFor && page.waitForEvent('console', { predicate: message => waitFor.test(message.text()) });
      await page.goto(`${origin}/${path}?${asked.toString()}`);
      const button = page.getByRole('button', { name: /Phonebank/ });
      await button.waitFor({ timeout: 30_000 });
      await heard;
      drawn.set(path, { button: (await button.getAttribute('aria-label')) ?? '', said });
      await page.close();
    }
    return drawn;
  } finally {
    await browser.close();
    await fixture.stop();
    files.closeAllConnections();
    files.close();
  }
}
