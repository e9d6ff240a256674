import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { development } from './development-entries.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export type Workspace = {
  readonly name: '@campaign-kit/shared' | '@campaign-kit/widgets' | '@campaign-kit/server';
  readonly folder: string;
  /** What others may import or run, as paths under `src` without `.ts`; all else in the package is reached from these. */
  readonly entries: readonly string[];
  /** Run and not imported: compiled as the entries are, but of no type to anybody. */
  readonly programs: readonly string[];
  /** Files under `src` that are read by address and not imported. */
  readonly assets: RegExp | null;
};

/** What `npm run manifest` makes for these: `@campaign-kit/widgets/react` and so on. */
export const frameworks = ['react', 'svelte', 'vue'] as const;

/** The packages, in the order in which they depend on each other. */
export const workspaces = (): readonly Workspace[] => [
  {
    name: '@campaign-kit/shared',
    folder: 'packages/shared',
    entries: modules('packages/shared/src'),
    programs: [],
    assets: null,
  },
  {
    name: '@campaign-kit/widgets',
    folder: 'packages/widgets',
    entries: [
      'elements',
      ...modules('packages/widgets/src/define').map(name => `define/${name}`),
      ...frameworks.map(name => `frameworks/${name}`),
    ],
    programs: [development],
    assets: null,
  },
  {
    name: '@campaign-kit/server',
    folder: 'packages/server',
    entries: ['create-campaign-kit-server'],
    programs: ['bin', 'contacts/serve-readers'],
    assets:
      /^(db\/migrations\/(.+\.sql|meta\/_journal\.json)|db\/checkpoint-worker\.mjs|contacts\/reader-thread\.mjs)$/,
  },
];

function modules(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter(file => /(?<!\.test|\.d)\.ts$/.test(file))
    .map(file => file.slice(0, -'.ts'.length))
    .sort();
}
