import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { declarations } from '../build-packages/declarations.ts';
import { frameworks, workspaces } from '../build-packages/workspaces.ts';

/** Names of modules to the files that declare them, for `paths` of a compiler. */
export type Paths = Record<string, [string]>;

/** Writes the declarations that are published to `directory`: an app is checked against what a host gets, quickly. */
export async function widgetTypes(directory: string): Promise<Paths> {
  await rm(directory, { recursive: true, force: true });
  const files = await declarations(workspaces().filter(({ name }) => name !== '@campaign-kit/server'));
  for (const [path, text] of files) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  const widgets = (module: string): [string] => [join(directory, 'packages/widgets/src', `${module}.d.ts`)];
  return {
    '@campaign-kit/widgets': widgets('elements'),
    '@campaign-kit/widgets/define': widgets('define/all'),
    '@campaign-kit/widgets/define/*': widgets('define/*'),
    ...Object.fromEntries(frameworks.map(name => [`@campaign-kit/widgets/${name}`, widgets(`frameworks/${name}`)])),
    '@campaign-kit/shared/*': [join(directory, 'packages/shared/src/*.d.ts')],
  };
}
