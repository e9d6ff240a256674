import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/build-packages/workspaces.ts';

const run = promisify(execFile);

type Locked = {
  version?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
};
type Lock = { packages: Record<string, Locked & Record<string, unknown>> };
export type Manifest = Locked & {
  name: string;
  version: string;
  bin?: Record<string, string>;
  exports: Record<string, unknown>;
};

export type Packed = { readonly manifest: Manifest; readonly tarball: string };

/** Packs the folders as `npm publish` does. */
export async function pack(folders: readonly string[], into: string): Promise<Packed[]> {
  await mkdir(into, { recursive: true });
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', into, ...folders], { cwd: into });
  const packed = JSON.parse(stdout) as { name: string; filename: string }[];
  return Promise.all(
    folders.map(async folder => {
      const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
      const filename = packed.find(({ name }) => name === manifest.name)?.filename;
      if (!filename) throw new Error(`npm did not pack ${manifest.name}.`);
      return { manifest, tarball: join(into, filename) };
    }),
  );
}

/**
 * An empty project with the tarballs installed, by npm. What they depend on is locked to the versions of this repository,
 * which `npm ci` has left in npm's cache: nothing is resolved anew, so the test needs no newer registry than the checkout.
 */
export async function install(packed: readonly Packed[], project: string): Promise<void> {
  await mkdir(project, { recursive: true });
  const address = (tarball: string) => `file:${relative(project, tarball)}`;
  const wanted = Object.fromEntries(packed.map(({ manifest, tarball }) => [manifest.name, address(tarball)]));
  const own = { name: 'an-empty-project', version: '1.0.0', private: true, type: 'module', dependencies: wanted };
  await writeFile(join(project, 'package.json'), JSON.stringify(own));
  const packages = { '': own, ...(await locked(packed, address)) };
  await writeFile(
    join(project, 'package-lock.json'),
    JSON.stringify({ name: own.name, version: own.version, lockfileVersion: 3, requires: true, packages }),
  );
  await run('npm', ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: project });
}

/** The entries of the project's lock: our tarballs, and from the repository's lock all that they need. */
async function locked(packed: readonly Packed[], address: (tarball: string) => string): Promise<Lock['packages']> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const found: Lock['packages'] = {};
  const ours = new Set(packed.map(({ manifest }) => manifest.name));
  const follow = (from: string, needs: Locked) => {
    for (const [name, optional] of needed(needs)) {
      const at = place(lock, from, name);
      if (!at && optional) continue;
      if (!at) throw new Error(`${from} needs ${name}, which is not in package-lock.json.`);
      const inProject = at.replace(/^packages\/(\w+)\//, 'node_modules/@campaign-kit/$1/');
      if (ours.has(name) || found[inProject]) continue;
      const { dev: _, devOptional: __, peer: ___, ...entry } = lock.packages[at]!;
      found[inProject] = entry;
      follow(at, entry);
    }
  };
  for (const { manifest, tarball } of packed) {
    const { name, version, bin, dependencies, peerDependencies, peerDependenciesMeta } = manifest;
    const entry = { version, bin, dependencies, peerDependencies, peerDependenciesMeta } as Locked;
    found[`node_modules/${name}`] = { ...entry, resolved: address(tarball) };
    follow(`packages/${name.slice('@campaign-kit/'.length)}`, entry);
  }
  return found;
}

/** Names of what must be there, and of what is taken where it is there. */
function needed({ dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta }: Locked) {
  const peers = Object.keys(peerDependencies ?? {}).filter(name => !peerDependenciesMeta?.[name]?.optional);
  return [
    ...[...Object.keys(dependencies ?? {}), ...peers].map(name => [name, false] as const),
    ...Object.keys(optionalDependencies ?? {}).map(name => [name, true] as const),
  ];
}

/** Where Node would find the package from there: beside it, or further up. */
function place(lock: Lock, from: string, name: string): string | null {
  for (let at = from; ; at = dirname(at)) {
    const path = at === '.' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (lock.packages[path]) return path;
    if (at === '.') return null;
  }
}
