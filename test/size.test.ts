import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Budgets of design: what a page waits for before the first element is there, and the whole kit in one language. */
const firstElementBytes = 25_000;
const wholeKitBytes = 90_000;
const requests = 4;

const widgets = fileURLToPath(new URL('../packages/widgets', import.meta.url));
const languages = /\/(ar|de|es|vi|zh-Hans)-[\w-]+\.js$/;
let directory = '';
const files = new Map<string, string>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'campaign-kit-size-'));
  const vite = fileURLToPath(new URL('../node_modules/.bin/vite', import.meta.url));
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(vite, ['build', '--outDir', directory, '--emptyOutDir'], { cwd: widgets, env });
  for (const name of await readdir(directory, { recursive: true })) {
    if (name.endsWith('.js')) files.set(`/${name}`, await readFile(join(directory, name), 'utf8'));
  }
}, 60_000);

afterAll(() => rm(directory, { recursive: true, force: true }));

const gzipped = (names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + gzipSync(files.get(name) as string, { level: 9 }).length, 0);

/** The file and all that it imports before it runs. */
function needed(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const code = files.get(name) as string;
  for (const [, path] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
    needed(new URL(path as string, `file://${name}`).pathname, found);
  }
  return found;
}

test('the first element is there after four requests and 25 kB', () => {
  const element = [...files.keys()].find(name => name.includes('/campaign-actions-')) as string;
  const first = needed(element, needed('/kit.js'));
  expect(first.size).toBeLessThanOrEqual(requests);
  expect(gzipped(first)).toBeLessThanOrEqual(firstElementBytes);
});

test('the whole kit weighs 90 kB at most', () => {
  const all = [...files.keys()].filter(name => !languages.test(name));
  expect(all.length).toBeGreaterThan(8);
  expect(gzipped(all)).toBeLessThanOrEqual(wholeKitBytes);
});
