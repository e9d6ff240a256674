import { build } from 'esbuild';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program of this folder as one file: from its sources it would spend most of its life on its start. Gone after the test. */
export async function bundledProgram(name: string): Promise<string> {
  // Under node_modules, so that what stays outside is found.
  const directory = join(root, 'node_modules/.cache', `crash-${process.pid}`);
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const outfile = join(directory, `${name}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@libsql/client'],
    logLevel: 'warning',
    // For packages that are not modules yet.
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
  });
  const worker = 'checkpoint-worker.mjs';
  await copyFile(join(root, 'packages/server/src/db', worker), join(directory, worker));
  return outfile;
}
