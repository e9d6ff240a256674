import { chromium as browsers, type BrowserContext, type Page } from 'playwright-core';
import { chromium } from '../../scripts/chromium.ts';
import { openHosts, type HostPage, type Tenant } from './hosts.ts';

type Visit = {
  /** `secure` is localhost; `plain` is a name over http, where browsers withhold what they keep for secure pages. */
  from?: 'secure' | 'plain';
  tenant?: Tenant;
  width?: number;
  height?: number;
  scale?: number;
  scheme?: 'light' | 'dark';
  context?: BrowserContext;
};

declare global {
  interface Window {
    complaints: string[];
    /** What changed in the host's document after it was parsed, but inside our elements. */
    changes: string[];
    globals: string[];
    ours: Element | undefined;
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** The hosts with a browser before them; what any page complains of is kept. */
export async function openStage() {
  const hosts = await openHosts();
  const { path, args, env } = await chromium();
  const browser = await browsers.launch({
    executablePath: path,
    args: [...args, '--host-resolver-rules=MAP *.test 127.0.0.1'],
    env: env,
    // What a page does to keep out of the back/forward cache is to be seen.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const open = new Map<Page, BrowserContext>();
  const said: string[] = [];

  async function context({ width = 1000, height = 700, scale = 1, scheme = 'light' }: Visit = {}) {
    const made = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
      colorScheme: scheme,
      reducedMotion: 'reduce',
      locale: 'en-US',
    });
    made.setDefaultTimeout(10_000);
    // What the compiler of these tests puts around named functions.
    await made.addInitScript('globalThis.__name = named => named');
    await made.addInitScript(watchHost);
    return made;
  }

  /** Opens the page of a host with a campaign's actions on it, in a browser that nobody used before. */
  async function visit(host: HostPage, options: Visit = {}) {
    const origin = options.from === 'plain' ? `http://crm.test:${hosts.port}` : hosts.url;
    const tenant = options.tenant ?? (await hosts.tenant(origin));
    const within = options.context ?? (await context(options));
    const page = await within.newPage();
    page.on('pageerror', error => said.push(`error: ${error.message}`));
    page.on('console', message => {
      if (message.type() === 'error') said.push(`console: ${message.text()} ${message.location().url}`);
    });
    await page.goto(origin + hosts.publish(host, tenant.markup));
    open.set(page, within);
    return { page, tenant, origin };
  }

  /** What any page complained of since this was asked last; closes them. */
  async function complaints(): Promise<string[]> {
    const violations = await Promise.all(
      [...open.keys()].map(page => page.evaluate(() => window.complaints).catch(() => [])),
    );
    await Promise.all([...new Set(open.values())].map(one => one.close()));
    open.clear();
    return [...said.splice(0), ...violations.flat()];
  }

  return {
    hosts,
    context,
    visit,
    complaints,
    async close() {
      await browser.close();
      await hosts.stop();
    },
  };
}

/** Runs in every page before anything else. */
function watchHost() {
  window.complaints = [];
  window.changes = [];
  document.addEventListener('securitypolicyviolation', event =>
    window.complaints.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
  );
  addEventListener('unhandledrejection', event => window.complaints.push(`unhandled: ${String(event.reason)}`));
  // Parsed, and the modules not yet run.
  document.addEventListener(
    'readystatechange',
    () => {
      window.globals = Object.keys(window);
      const told = (records: MutationRecord[]) => {
        for (const { type, target, attributeName, addedNodes, removedNodes } of records)
          window.changes.push(
            `${type} ${attributeName ?? ''} of ${target.nodeName} +${addedNodes.length} -${removedNodes.length}`,
          );
      };
      new MutationObserver(told).observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    },
    { once: true },
  );
}
