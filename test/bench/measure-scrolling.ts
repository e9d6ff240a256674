import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { chromium as playwright, type Page } from 'playwright-core';
import { chromium } from '../../scripts/chromium.ts';
import { builtWidgets } from '../fixture/built-widgets.ts';
import { startFixture } from '../fixture/server.ts';
import { giveWay } from './give-way.ts';
import { percentile } from './percentile.ts';

/** What else the page loads once it has shown its rows is not measured with them. */
const settledMs = 1_000;

export type MeasuredScrolling = {
  readonly rows: number;
  /** From the last byte of the first page to its rows on the screen. */
  readonly firstRowsMs: number;
  /** Frames while somebody scrolls to the end, a whole screen each. The longest in whole milliseconds: the clock of frames jitters. */
  readonly frames: { readonly count: number; readonly p99Ms: number; readonly longestMs: number };
  /** What the page holds after a fifth of the way and at its end, once what is not needed is let go of. */
  readonly heap: { readonly early: number; readonly late: number };
};

/** The review in a real browser: scrolled through all of its rows, on the real server. */
export async function measureScrolling(rows: number): Promise<MeasuredScrolling> {
  const [{ path: executablePath, args, env }, fixture, directory] = await Promise.all([
    chromium(),
    startFixture(),
    builtWidgets(),
  ]);
  const host = await serveHost(directory);
  const browser = await playwright.launch({ executablePath, args, env });
  try {
    const campaigns = [{ title: 'All of them', conversations: [{ n: rows, status: 'messaged' }] }];
    const { key, endpoint } = await post<{ key: string; endpoint: string }>(`${fixture.url}/control/worlds`, {
      origins: [host.origin],
      campaigns,
    });
    host.show({ endpoint, session: `${fixture.url}/control/worlds/${key}/session` });
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    await page.goto(host.origin);
    const firstRowsMs = await page.evaluate(firstRows);
    await giveWay();
    await page.waitForTimeout(settledMs);
    const early = await scrolled(page, rows / 5);
    const late = await scrolled(page, rows);
    const frames = [...early.frames, ...late.frames];
    return {
      rows,
      firstRowsMs,
      frames: { count: frames.length, p99Ms: percentile(frames, 0.99), longestMs: Math.round(Math.max(...frames)) },
      heap: { early: early.heap, late: late.heap },
    };
  } finally {
    await browser.close();
    await host.stop();
    await fixture.stop();
  }
}

async function scrolled(page: Page, rows: number): Promise<{ frames: number[]; heap: number }> {
  const frames = await page.evaluate(scrollTo, rows);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return { frames, heap: usedSize };
}

/** In the page. */
async function firstRows(): Promise<number> {
  for (;;) {
    await new Promise(requestAnimationFrame);
    const review = document.querySelector('message-review');
    if (!review?.shadowRoot?.querySelector('.entry[data-id]')) continue;
    const [asked] = performance.getEntriesByType('resource').filter(({ name }) => name.includes('review.list'));
    return performance.now() - (asked as PerformanceResourceTiming).responseEnd;
  }
}

/** In the page: a screen a frame, until this row is there. The first frames are of what was done before. */
async function scrollTo(rows: number): Promise<number[]> {
  const root = document.querySelector('message-review')!.shadowRoot!;
  const scroller = root.querySelector<HTMLElement>('.rows-scroller')!;
  const height = root.querySelector<HTMLElement>('.entry')!.offsetHeight;
  const frames: number[] = [];
  let before = await new Promise<number>(requestAnimationFrame);
  let [moved, top] = [before, -1];
  while ((scroller.scrollTop + scroller.clientHeight) / height < rows) {
    if (scroller.scrollTop > top) moved = before;
    else if (before - moved > 20_000) throw new Error(`no more rows came after ${top / height}`);
    top = scroller.scrollTop;
    scroller.scrollTop += scroller.clientHeight;
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - before);
    before = now;
  }
  return frames.slice(5);
}

/** A page of a host with the review on it, and its way to a session. */
async function serveHost(directory: string) {
  let shown = { endpoint: '', session: '' };
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://host').pathname);
    const answer = async (): Promise<[string, string | Buffer]> => {
      if (path === '/session') return ['application/json', JSON.stringify(await post(shown.session, { origin }))];
      if (path !== '/') return ['text/javascript', await readFile(join(directory, path))];
      return ['text/html', page(shown.endpoint)];
    };
    answer().then(
      ([type, content]) => response.writeHead(200, { 'content-type': type }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    show: (what: typeof shown) => void (shown = what),
    stop: () => {
      server.closeAllConnections();
      return new Promise(closed => server.close(closed));
    },
  };
}

const page = (endpoint: string) => `<!doctype html>
<html lang="en">
  <head><title>Scrolling</title><link rel="icon" href="data:," /><script type="module" src="/boot.js"></script></head>
  <body><campaign-kit endpoint="${endpoint}" session-url="/session"><message-review></message-review></campaign-kit></body>
</html>`;

async function post<T>(url: string, body: unknown): Promise<T> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
}
