import { build } from 'esbuild';
import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles test files with shared chunks, so that a page loads five files instead of five hundred. Answers their directory. */
export async function bundleBrowserTests(files: string[]): Promise<string> {
  const directory = join(root, 'node_modules/.cache', `browser-tests-${process.pid}`);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: files.map(file => relative(root, file)),
    outbase: root,
    outdir: directory,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['development', 'browser'],
    define: { 'process.env.NODE_ENV': '"development"' },
    sourcemap: 'inline',
    inject: [join(root, 'packages/widgets/src/testing/strict-page.ts')],
    // Legacy decorators, for the tests as well.
    tsconfig: join(root, 'packages/widgets/tsconfig.json'),
    logLevel: 'warning',
  });
  return directory;
}
