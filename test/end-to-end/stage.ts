import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as browsers, type Browser, type Page } from 'playwright-core';
import { openDemo, type Demo } from '@campaign-kit/demo/open-demo';
import { chromium } from '../../scripts/chromium.ts';

type Visit = {
  role?: 'owner' | 'admin' | 'supervolunteer' | 'texter';
  language?: 'en' | 'es' | 'zh-Hans' | 'vi' | 'de' | 'ar';
  scheme?: 'auto' | 'light' | 'dark';
  width?: number;
  /** Where false, the kit's script is kept from loading: the page as the host alone makes it. */
  kit?: boolean;
};

/** A demo of its own with a browser before it. */
export type Stage = {
  demo: Demo;
  /** Opens a page of the CRM as somebody, in a browser that nobody used before. */
  visit: (path: string, visit?: Visit) => Promise<Page>;
  /** What any page complained of since this was asked last: violations of the policy, errors, failed scripts. */
  complaints: () => Promise<string[]>;
  close: () => Promise<void>;
};

declare global {
  interface Window {
    violations: string[];
  }
}

/** Starts the demo on free ports with data of its own, and the browser. */
export async function openStage(): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'campaign-kit-demo-'));
  const anyPort = (variable: string) => ({ number: 0, fixed: true, variable });
  const demo = await openDemo({
    directory,
    host: '127.0.0.1',
    crm: anyPort('DEMO_CRM_PORT'),
    kit: anyPort('DEMO_KIT_PORT'),
    phones: anyPort('DEMO_PHONES_PORT'),
    logLevel: 'error',
    fresh: true,
  });
  const { path, args, env } = await chromium();
  const browser: Browser = await browsers.launch({ executablePath: path, args, env: env });
  const pages: Page[] = [];
  const said: string[] = [];

  async function visit(address: string, { role = 'admin', language = 'en', scheme = 'light', ...rest }: Visit = {}) {
    const context = await browser.newContext({
      baseURL: demo.crmUrl,
      viewport: { width: rest.width ?? 1280, height: 860 },
      locale: language,
    });
    context.setDefaultTimeout(15_000);
    await context.request.post('/view', {
      headers: { origin: demo.crmUrl },
      form: { role, language, scheme, timeZone: 'America/New_York', back: '/campaigns' },
    });
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', event =>
        window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
      );
    });
    if (rest.kit === false) await page.route('**/kit/v1/**', route => route.abort());
    else page.on('console', message => message.type() === 'error' && said.push(`console: ${message.text()}`));
    page.on('pageerror', error => said.push(`error: ${error.message}`));
    await page.goto(address);
    pages.push(page);
    return page;
  }

  async function complaints() {
    const open = pages.splice(0);
    const violations = await Promise.all(open.map(page => page.evaluate(() => window.violations)));
    await Promise.all(open.map(page => page.context().close()));
    return [...said.splice(0), ...violations.flat()];
  }

  async function close() {
    await browser.close();
    await demo.stop();
    await rm(directory, { recursive: true, force: true });
  }
  return { demo, visit, complaints, close };
}
