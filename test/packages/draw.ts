import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { chromium } from '../../scripts/chromium.ts';
import { startFixture } from '../fixture/server.ts';

const kinds: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Opens each page of a directory in the real browser, on a real server; answers what its menu button is called. */
export async function draw(directory: string, pages: readonly string[]): Promise<Map<string, string>> {
  const files = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    readFile(join(directory, path)).then(
      content => response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>(listening => files.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
  const [{ path, args, env }, fixture] = await Promise.all([chromium(), startFixture()]);
  const browser = await playwright.launch({ executablePath: path, args, env: env });
  try {
    const world = await fetch(`${fixture.url}/control/worlds`, {
      method: 'POST',
      body: JSON.stringify({ origin, campaigns: [{ title: 'Phonebank P1' }] }),
    });
    const { key, endpoint, campaignIds } = (await world.json()) as Record<'key' | 'endpoint', string> & {
      campaignIds: number[];
    };
    const session = `${fixture.url}/control/worlds/${key}/session`;
    const asked = new URLSearchParams({ endpoint, session, campaign: String(campaignIds[0]) });
    const drawn = new Map<string, string>();
    for (const name of pages) {
      const page = await browser.newPage();
      await page.goto(`${origin}/${name}?${asked.toString()}`);
      const button = page.getByRole('button', { name: /Phonebank/ });
      await button.waitFor({ timeout: 30_000 });
      drawn.set(name, (await button.getAttribute('aria-label')) ?? '');
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
