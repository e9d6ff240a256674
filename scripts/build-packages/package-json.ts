import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inDevelopment } from './development-entries.ts';
import { frameworks, root, type Workspace } from './workspaces.ts';

type Fields = Readonly<Record<string, unknown>>;
type Written = { version: string; description: string; dependencies: Record<string, string> };

const at = (module: string) => ({ types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` });

const elementsAt = (module: string) => {
  const { types, default: production } = at(module);
  return { types, development: at(inDevelopment(module)).default, default: production };
};

/** What each package says of itself beside what is in its workspace: what can be imported, run, and left out. */
const own: Record<Workspace['name'], (workspace: Workspace) => Fields> = {
  '@campaign-kit/shared': () => ({
    sideEffects: false,
    exports: { './package.json': './package.json', './*': at('*') },
    files: ['dist'],
  }),
  '@campaign-kit/widgets': ({ entries }) => ({
    // Elements come to be by `define`; every other module may be left out where nothing of it is used.
    sideEffects: ['./dist/define/*.js', './dist/development/**', './cdn/**'],
    exports: {
      '.': elementsAt('elements'),
      './define': elementsAt('define/all'),
      ...Object.fromEntries(entries.filter(isTagOf).map(entry => [`./${entry}`, elementsAt(entry)])),
      ...Object.fromEntries(frameworks.map(name => [`./${name}`, at(`frameworks/${name}`)])),
      './cdn/*': './cdn/*',
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    customElements: 'custom-elements.json',
    'web-types': 'web-types.json',
    // Only who writes in one of them needs its types.
    peerDependencies: { react: '>=18', svelte: '>=5', vue: '>=3.4' },
    peerDependenciesMeta: Object.fromEntries(frameworks.map(name => [name, { optional: true }])),
    files: ['dist', 'cdn', ...editorData],
  }),
  '@campaign-kit/server': () => ({
    bin: { 'campaign-kit': 'dist/bin.js' },
    exports: { '.': at('create-campaign-kit-server'), './package.json': './package.json' },
    files: ['dist', 'kit'],
  }),
};

/** The manifest, and what editors complete by, from it. */
export const editorData = [
  'custom-elements.json',
  'vscode.css-custom-data.json',
  'vscode.html-custom-data.json',
  'web-types.json',
];

const isTagOf = (entry: string) => entry.startsWith('define/') && entry !== 'define/all';

/** The package.json that is published. That of the workspace points at the sources, and names what only they need. */
export function packageJson(workspace: Workspace): Fields {
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Written & Fields;
  const { version, description, dependencies } = read(join(workspace.folder, 'package.json'));
  const { license, engines } = read('package.json');
  return {
    name: workspace.name,
    version,
    description,
    license,
    type: 'module',
    engines,
    ...own[workspace.name](workspace),
    dependencies,
  };
}
