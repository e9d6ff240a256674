import { defineConfig } from 'vitest/config';

/** Tests that need no browser. Those of the widgets run in one: `scripts/browser-tests.ts`. */
export default defineConfig({
  test: {
    include: ['packages/{shared,server}/src/**/*.test.ts', 'demo/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/bench/**', 'test/browser/**', 'test/end-to-end/**'],
    testTimeout: 20_000,
    maxWorkers: 2,
    passWithNoTests: true,
  },
});
