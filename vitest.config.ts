import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const include = ['packages/{shared,server}/src/**/*.test.ts', 'demo/src/**/*.test.ts', 'test/**/*.test.ts'];
const exclude = ['test/bench/**', 'test/browser/**', 'test/end-to-end/**'];
const globalSetup = 'packages/server/src/fixture/template.ts';

/** The suites that start from a test server run a second time, against a real libSQL server. */
const touchingTheDatabase = readdirSync('packages/server/src', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.test.ts'))
  .map(file => join('packages/server/src', file))
  .filter(file => readFileSync(file, 'utf8').match(/fixture\/test-(server|app)\.ts/));

/** Tests that need no browser. Those of the widgets run in one: `scripts/browser-tests.ts`. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    // A database is closed and taken away in one; a machine that is busy elsewhere may take its time.
    hookTimeout: 60_000,
    maxWorkers: 2,
    passWithNoTests: true,
    // Tests share nothing but modules without state, and loading those anew for each file takes longer than most files run.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'file', globalSetup, include, exclude } },
      {
        extends: true,
        test: { name: 'sqld', globalSetup, include: touchingTheDatabase, env: { TEST_DATABASE: 'sqld' } },
      },
    ],
  },
});
