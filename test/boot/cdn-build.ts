import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const widgets = fileURLToPath(new URL('../../packages/widgets', import.meta.url));
const vite = fileURLToPath(new URL('../../node_modules/.bin/vite', import.meta.url));

let built: Promise<string> | null = null;

/** The CDN build as it would be served, made once a process; its directory goes with it. */
export const cdnBuild = (): Promise<string> => (built ??= make());

async function make(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'campaign-kit-cdn-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(vite, ['build', '--outDir', directory, '--emptyOutDir'], { cwd: widgets, env });
  return directory;
}
