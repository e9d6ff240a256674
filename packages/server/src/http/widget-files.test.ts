import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isHashed, widgetFiles } from './widget-files.ts';
import { Hono } from 'hono';

async function built() {
  const root = await mkdtemp(join(tmpdir(), 'campaign-kit-widgets-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'cdn/chunks'), { recursive: true });
  await writeFile(join(root, 'secret.txt'), 'secret');
  await writeFile(join(root, 'cdn/boot.js'), 'export const boot = 1;\n');
  await writeFile(join(root, 'cdn/chunks/menu-D4f_a9Zk.js'), `/* ${'x'.repeat(5_000)} */`);
  await writeFile(join(root, 'cdn/integrity.json'), '{"version":"2.1.0"}');
  await mkdir(join(root, 'cdn/versions/2.0.3'), { recursive: true });
  await writeFile(join(root, 'cdn/versions/2.0.3/boot.js'), 'export const boot = 0;\n');
  return new Hono().route('/kit', widgetFiles(join(root, 'cdn')));
}

test('any page may load the kit; what may change is asked for again, what is hashed is kept for ever', async () => {
  const app = await built();
  const boot = await app.request('/kit/v1/boot.js');
  expect(boot.status).toBe(200);
  expect(boot.headers.get('content-type')).toContain('text/javascript');
  expect(boot.headers.get('access-control-allow-origin')).toBe('*');
  expect(boot.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(boot.headers.get('cache-control')).toBe('public, max-age=300');
  const chunk = await app.request('/kit/v1/chunks/menu-D4f_a9Zk.js');
  expect(chunk.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

for (const [version, content] of [
  ['2.1.0', 'export const boot = 1;\n'],
  ['2.0.3', 'export const boot = 0;\n'],
] as const) {
  test(`version ${version} has an address of its own, where nothing ever changes`, async () => {
    const app = await built();
    const boot = await app.request(`/kit/${version}/boot.js`);
    expect([boot.status, await boot.text()]).toEqual([200, content]);
    expect(boot.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(boot.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });
}

test('a version that is not here is not taken from another', async () => {
  const app = await built();
  for (const version of ['2.2.0', '2.0.30', 'v2', '2.1'])
    expect((await app.request(`/kit/${version}/boot.js`)).status).toBe(404);
});

test('the widgets are the same where the server is mounted under a path', async () => {
  const outer = new Hono().route('/texting', await built());
  expect((await outer.request('/texting/kit/v1/boot.js')).status).toBe(200);
  expect((await outer.request('/texting/kit/2.1.0/boot.js')).status).toBe(200);
});

test('a file that has not changed is not sent again, and one that is long is sent compressed', async () => {
  const app = await built();
  const tag = (await app.request('/kit/v1/boot.js')).headers.get('etag');
  const again = await app.request('/kit/v1/boot.js', { headers: { 'if-none-match': tag ?? '' } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const chunk = await app.request('/kit/v1/chunks/menu-D4f_a9Zk.js', { headers: { 'accept-encoding': 'gzip' } });
  expect(chunk.headers.get('content-encoding')).toBe('gzip');
});

for (const path of [
  'nothing.js',
  '../secret.txt',
  '../2.0.3/../../secret.txt',
  '..%2fsecret.txt',
  '%2e%2e/secret.txt',
  '',
  'chunks/',
]) {
  test(`there is nothing at /kit/v1/${path}`, async () => {
    const app = await built();
    const answer = await app.request(`/kit/v1/${path}`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, null]);
  });
}

for (const [path, hashed] of [
  ['/kit/v1/menu-D4f_a9Zk.js', true],
  ['/kit/v1/chunks/menu-abcdefg1.js', true],
  ['/kit/v1/boot.js', false],
  ['/kit/v1/release-replies-dialog.js', false],
  ['/kit/v1/operation-history.js', false],
] as const) {
  test(`${path} is ${hashed ? 'for ever' : 'for now'}`, () => expect(isHashed(path)).toBe(hashed));
}
