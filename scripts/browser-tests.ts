import { chromeLauncher, defaultReporter, startTestRunner, type TestSuiteResult } from '@web/test-runner';
import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startFixture } from '../test/fixture/server.ts';
import { bundleBrowserTests } from './bundle-browser-tests.ts';
import { chromium } from './chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `npm run test:browser -- [files]`: all browser tests or the ones named, in a real browser, on a real server. */
const named = process.argv.slice(2).map(path => resolve(path));
const files = named.length > 0 ? named : ['packages/widgets/src', 'test/browser'].flatMap(testsUnder);
const [browser, fixture, directory] = await Promise.all([chromium(), startFixture(), bundleBrowserTests(files)]);

const runner = await startTestRunner({
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
  config: {
    rootDir: directory,
    files: files.map(file => join(directory, relative(root, file).replace(/\.ts$/, '.js'))),
    concurrency: 3,
    browsers: [
      chromeLauncher({
        launchOptions: { executablePath: browser.path, args: browser.args, env: browser.env },
        createPage: async ({ context }) => {
          const page = await context.newPage();
          const session = await page.createCDPSession();
          // Two files run at once: each page is to believe that it has the focus.
          await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
          // Nothing is measured halfway through a transition.
          await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
          return page;
        },
      }),
    ],
    reporters: [defaultReporter({ reportTestProgress: false })],
    filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
    testFramework: { config: { timeout: 60_000, ui: 'bdd' } },
    testsStartTimeout: 60_000,
    testsFinishTimeout: 480_000,
    middleware: [
      async (context, next) => {
        await next();
        if (context.response.is('html')) context.set('content-security-policy', policy(fixture.url));
      },
    ],
    testRunnerHtml: testModule => page(testModule, fixture.url),
  },
});
if (!runner) throw new Error('The test runner did not start.');

await new Promise(finished => runner.on('finished', finished));
let passed = 0;
let failed = 0;
for (const session of runner.sessions.all()) {
  const suite = session.testResults ? count(session.testResults) : { passed: 0, failed: 0 };
  passed += suite.passed;
  failed += suite.failed || (session.passed ? 0 : 1);
}
await runner.stop();
await fixture.stop();
await rm(directory, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function testsUnder(folder: string): string[] {
  const directory = join(root, folder);
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return names.filter(name => name.endsWith('.test.ts')).map(name => join(directory, name));
}

function count(suite: TestSuiteResult): { passed: number; failed: number } {
  const sum = { passed: 0, failed: 0 };
  for (const test of suite.tests) if (!test.skipped) sum[test.passed ? 'passed' : 'failed']++;
  for (const inner of suite.suites.map(count)) {
    sum.passed += inner.passed;
    sum.failed += inner.failed;
  }
  return sum;
}

/** As strict as a CRM may be; only the runner's own inline script needs more. */
function policy(server: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'unsafe-inline'`,
    `style-src 'self'`,
    `connect-src 'self' ws: ${server}`,
    `frame-src 'self'`,
    `require-trusted-types-for 'script'`,
  ].join('; ');
}

function page(testModule: string, server: string): string {
  return `<!doctype html>
<html lang="en">
  <head><title>Browser tests</title><meta name="test-server" content="${server}"></head>
  <body><script type="module" src="${testModule}"></script></body>
</html>`;
}
