import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { root, type Workspace } from './workspaces.ts';

/** Unbundled modules and their source maps by their path under `src`: the entries and all that they import. */
export function javascript({ folder, entries, programs }: Workspace): Map<string, string> {
  const home = join(root, folder);
  const { config } = ts.readConfigFile(join(home, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, home);
  const compilerOptions = {
    ...options,
    declaration: false,
    declarationMap: false,
    composite: false,
    inlineSources: true,
  };
  const found = new Map<string, string>();
  const waiting = [...entries, ...programs];
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    if (found.has(`${name}.js`)) continue;
    const file = join(home, 'src', `${name}.ts`);
    const { outputText, sourceMapText = '' } = ts.transpileModule(readFileSync(file, 'utf8'), {
      compilerOptions,
      fileName: posix.basename(file),
    });
    // Inside of a decorated class the compiler leaves dynamic imports as they were written.
    const code = outputText.replace(/(\bimport\((['"])\.[^'"]*)\.ts\2\)/g, '$1.js$2)');
    found.set(`${name}.js`, code);
    found.set(`${name}.js.map`, sourceMapText);
    for (const { fileName } of ts.preProcessFile(code).importedFiles) {
      if (fileName.startsWith('.')) waiting.push(posix.join(posix.dirname(name), fileName).replace(/\.js$/, ''));
    }
  }
  return found;
}
