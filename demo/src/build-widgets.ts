import { spawn } from 'node:child_process';
import { stat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const widgets = join(root, 'packages/widgets');

/** Where the build lies that the kit's server hands out. */
export const widgetsDirectory = join(widgets, 'dist-cdn');

/** Builds the widgets when their build is missing or older than what it is made of; false when it was there. */
export async function buildWidgets(): Promise<boolean> {
  const built = await changedAt(join(widgetsDirectory, 'boot.js'));
  const sources = await Promise.all([
    newest(join(widgets, 'src')),
    newest(join(root, 'packages/shared/src')),
    changedAt(join(widgets, 'vite.config.ts')),
    newest(join(root, 'scripts/cdn')),
  ]);
  if (built > Math.max(...sources)) return false;
  await run(join(root, 'node_modules/.bin/vite'), ['build', '--logLevel', 'warn'], widgets);
  return true;
}

const changedAt = async (path: string): Promise<number> => {
  const found = await stat(path).catch(() => null);
  return found?.mtimeMs ?? 0;
};

async function newest(directory: string): Promise<number> {
  const files = await readdir(directory, { recursive: true, withFileTypes: true });
  const sources = files.filter(file => file.isFile() && !file.name.endsWith('.test.ts'));
  return Math.max(0, ...(await Promise.all(sources.map(file => changedAt(join(file.parentPath, file.name))))));
}

function run(command: string, args: string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let words = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => (words = (words + chunk).slice(-4_000)));
    child.once('error', reject);
    child.once('close', code =>
      code === 0 ? resolve() : reject(new Error(`The widgets could not be built:\n${words.trim()}`)),
    );
  });
}
