import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildPackages } from '../../scripts/build-packages/build-packages.ts';
import { root } from '../../scripts/build-packages/workspaces.ts';
import { checkTypes, compareContracts } from './check-types.ts';
import { draw } from './draw.ts';
import { install, pack, type Packed } from './install.ts';
import { writeProject } from './project.ts';

const run = promisify(execFile);
const names = ['shared', 'widgets', 'server'] as const;
const bundlers = ['vite', 'webpack', 'esbuild'] as const;
const patience = 240_000;

let directory = '';
let project = '';
let packed: Packed[] = [];
let bundled: Promise<unknown>;
const installed = (path: string) => join(project, 'node_modules/@campaign-kit', path);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'campaign-kit-packages-'));
  project = join(directory, 'project');
  await buildPackages(join(directory, 'build'));
  const folders = names.map(name => join(directory, 'build', name));
  packed = await pack(folders, join(directory, 'tarballs'));
  await install(packed, project);
  await writeProject(project);
  const env = { ...process.env, NODE_ENV: 'production' };
  bundled = run(join(root, 'node_modules/.bin/tsx'), [join(root, 'test/packages/bundle.ts'), project], { env });
  bundled.catch(() => undefined);
}, patience);

afterAll(async () => {
  await bundled?.catch(() => undefined);
  await rm(directory, { recursive: true, force: true });
});

for (const [at, name] of names.entries()) {
  test(`publint finds nothing in the package of ${name}`, async () => {
    const { buffer: tarball } = new Uint8Array(await readFile(packed[at]!.tarball));
    const { messages } = await publint({ strict: true, pack: { tarball } });
    expect(messages).toEqual([]);
  });

  test(`the types of the package of ${name} are right wherever modules can be imported`, async () => {
    const tarball = createPackageFromTarballData(new Uint8Array(await readFile(packed[at]!.tarball)));
    // The package of what is shared exports by a pattern, which names no entry by itself.
    const found = await checkPackage(tarball, name === 'shared' ? { entrypoints: ['./scopes', './words/en'] } : {});
    if (found.types === false) throw new Error('There are no types.');
    // `require` can reach a module of this kind only where Node says so; before, nothing could: that is its being a module.
    const problems = found.problems.filter(
      ({ kind, ...where }) =>
        kind !== 'CJSResolvesToESM' && !('resolutionKind' in where && where.resolutionKind === 'node10'),
    );
    expect(problems).toEqual([]);
  });
}

test('a package holds what it needs and nothing of its tests', async () => {
  for (const name of names) {
    const files = await readdir(installed(name), { recursive: true });
    expect(files.filter(file => /\.test\.|(^|\/)(fixture|testing)(\/|$)|(?<!\.d)\.ts$/.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
  }
  const { exports } = packed[1]!.manifest;
  const tags = Object.keys(exports).filter(name => name.startsWith('./define/'));
  expect(tags.map(name => name.slice('./define/'.length))).toEqual([
    'automatic-sending',
    'campaign-actions',
    'campaign-kit',
    'escalated-conversations',
    'message-review',
    'operation-history',
    'reassign-panel',
    'release-replies-dialog',
    'request-form',
    'request-list',
    'second-pass-dialog',
    'texter-list',
    'texter-queue',
  ]);
});

test('what the widgets say of the server is what the server says, written out', async () => {
  const spoil = (text: string) => text.replace('campaignId: number', 'campaignId: string');
  const { written, spoilt } = await compareContracts(project, spoil);
  expect(written).toEqual([]);
  expect(spoilt).toEqual([expect.stringContaining('fitsApi')]);
}, 60_000);

test('a page in strict TypeScript sees the widgets and nothing of the server', () => {
  const { problems, packages } = checkTypes(project, 'page.ts', 'nodenext', []);
  expect(problems).toEqual([]);
  expect(packages).toEqual(expect.arrayContaining(['@campaign-kit/widgets', '@campaign-kit/shared', 'lit']));
  expect(packages.filter(name => /server|drizzle|hono|trpc/.test(name))).toEqual([]);
}, 60_000);

test('a server in strict TypeScript mounts ours', () => {
  expect(checkTypes(project, 'server.ts', 'bundler', ['node']).problems).toEqual([]);
}, 60_000);

test('where there is no browser the widgets can be imported, and define themselves', async () => {
  const tags = Object.keys(packed[1]!.manifest.exports).filter(name => name.startsWith('./define'));
  const all = ['.', ...tags].map(name => `@campaign-kit/widgets${name.slice(1)}`);
  const code = `
    for (const name of ${JSON.stringify(all)}) await import(name);
    console.log(typeof customElements.get('campaign-actions'), typeof document);`;
  for (const condition of ['development', 'production']) {
    const words = [`--conditions=${condition}`, '--input-type=module', '-e', code];
    const { stdout, stderr } = await run('node', words, { cwd: project });
    expect([stdout.trim(), stderr.replace(/.*Lit is in dev mode.*\n?/, '')]).toEqual(['function undefined', '']);
  }
});

for (const bundler of bundlers) {
  test(
    `a bundle of ${bundler} for one class leaves out the other elements`,
    async () => {
      await bundled;
      const everything = await readFile(join(project, 'dist/everything.js'), 'utf8');
      const folder = join(project, 'dist', bundler);
      const files = (await readdir(folder, { recursive: true })).filter(file => file.endsWith('.js'));
      const code = (await Promise.all(files.map(file => readFile(join(folder, file), 'utf8')))).join('\n');
      for (const [tag, isIn] of [
        ['campaign-actions', true],
        // Opened by the menu, in a file of its own.
        ['second-pass-dialog', true],
        ['operation-history', false],
      ] as const) {
        const told = new RegExp(`tag\\s*=\\s*["'\`]${tag}`);
        expect(everything).toMatch(told);
        expect(told.test(code), tag).toBe(isIn);
      }
    },
    patience,
  );
}

test(
  'the bundle of each draws the menu of a campaign in the browser; one for development says how the page is, too',
  async () => {
    await bundled;
    const pages = bundlers.map(bundler => ({ path: `${bundler}/menu.html` }));
    const development = { path: 'development/menu.html', waitFor: /^Campaign Kit/ };
    const drawn = await draw(join(project, 'dist'), [...pages, development]);
    const button = 'Actions of Phonebank P1';
    for (const { path } of pages) expect(drawn.get(path), path).toEqual({ button, said: [] });
    expect(drawn.get(development.path)).toMatchObject({ button });
  },
  patience,
);

test('npx starts the server, with the widgets in it, and its command line', async () => {
  const env = {
    PATH: process.env.PATH ?? '',
    CAMPAIGN_KIT_DATABASE_URL: `file:${join(directory, 'data/kit.db')}`,
    CAMPAIGN_KIT_SESSION_SECRET: 's'.repeat(32),
    CAMPAIGN_KIT_PORT: '0',
  };
  const npx = ['--offline', '--no', '@campaign-kit/server'];
  const server = spawn('npx', npx, { cwd: project, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  onTestFinished(() => void process.kill(-server.pid!, 'SIGKILL'));
  let log = '';
  server.stdout.on('data', (words: Buffer) => (log += words.toString()));
  while (!log.includes('"listening"')) await once(server.stdout, 'data');
  const { listening } = JSON.parse(log.split('\n').find(line => line.includes('"listening"'))!) as {
    listening: string;
  };
  expect(await (await fetch(`${listening}/readyz`)).json()).toEqual({ ready: true });
  const boot = await fetch(`${listening}/kit/v1/boot.js`);
  expect([boot.status, await boot.text()]).toEqual([200, await readFile(installed('widgets/cdn/boot.js'), 'utf8')]);

  const say = async (...words: string[]) =>
    JSON.parse((await run('npx', [...npx, ...words, '--json'], { cwd: project, env })).stdout) as unknown;
  expect(await say('organization', 'create', 'Tenants')).toMatchObject({ id: 1, name: 'Tenants' });
  expect(await say('campaign', 'create', 'Rent', '--script', 'Hi', '--organization', '1')).toMatchObject({ id: 1 });
  const people = join(directory, 'people.csv');
  await writeFile(people, 'phone,name\n2125550123,Ada\n1234,Ben\n');
  expect(await say('import', people, '--campaign', '1')).toMatchObject({ imported: 1, bad: 1 });
}, 60_000);
