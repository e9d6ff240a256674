import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { declarations } from './declarations.ts';
import { developmentEntries } from './development-entries.ts';
import { javascript } from './javascript.ts';
import { editorData, packageJson } from './package-json.ts';
import { root, workspaces, type Workspace } from './workspaces.ts';

const run = promisify(execFile);

/**
 * Makes the folders that are published, one per package under `directory`: unbundled modules, declarations, source maps,
 * and the build for a script tag, which the server hands out too. What was there before is gone.
 */
export async function buildPackages(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  const cdn = buildCdn(join(directory, 'widgets/cdn'));
  const all = workspaces();
  const types = await declarations(all);
  for (const workspace of all) await buildPackage(workspace, types, join(directory, nameOf(workspace)));
  await cdn;
  await cp(join(directory, 'widgets/cdn'), join(directory, 'server/kit'), { recursive: true });
}

async function buildPackage(workspace: Workspace, types: ReadonlyMap<string, string>, target: string): Promise<void> {
  const source = `${workspace.folder}/src/`;
  const ours = [...types].filter(([path]) => path.startsWith(source));
  const files = new Map([
    ...javascript(workspace),
    ...ours.map(([path, text]) => [path.slice(source.length), text] as const),
  ]);
  for (const [path, text] of files) await write(join(target, 'dist', path), text);
  for (const path of await readdir(join(root, source), { recursive: true })) {
    if (workspace.assets?.test(path)) await copy(join(root, source, path), join(target, 'dist', path));
  }
  for (const program of workspace.programs) await chmod(join(target, 'dist', `${program}.js`), 0o755);
  await write(join(target, 'package.json'), `${JSON.stringify(packageJson(workspace), null, 2)}\n`);
  if (workspace.name === '@campaign-kit/widgets') {
    const elements = workspace.entries.filter(entry => /^(elements$|define\/)/.test(entry));
    for (const [path, text] of developmentEntries(elements)) await write(join(target, 'dist', path), text);
    for (const file of editorData) await copy(join(root, workspace.folder, file), join(target, file));
  }
  await copy(join(root, 'LICENSE'), join(target, 'LICENSE'));
  await copy(join(root, workspace.folder, 'README.md'), join(target, 'README.md'));
}

async function buildCdn(target: string): Promise<void> {
  const vite = join(root, 'node_modules/.bin/vite');
  const env = { ...process.env, NODE_ENV: 'production' };
  const words = ['build', '--logLevel', 'warn', '--outDir', target, '--emptyOutDir'];
  await run(vite, words, { cwd: join(root, 'packages/widgets'), env });
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
}

const nameOf = ({ name }: Workspace) => name.slice('@campaign-kit/'.length);
