import { join, posix, relative } from 'node:path';
import ts from 'typescript';
import { flatContract } from './flat-contract.ts';
import { root, type Workspace } from './workspaces.ts';

const contract = 'packages/widgets/src/contract.ts';

/**
 * The declarations of all packages by their path under the root, `packages/widgets/src/kit.d.ts`: of the entries and of
 * what their declarations name, so that nothing inside is promised. Types are not checked here: `npm run typecheck` does.
 */
export async function declarations(workspaces: readonly Workspace[]): Promise<Map<string, string>> {
  const entries = workspaces.flatMap(({ folder, entries }) => entries.map(entry => `${folder}/src/${entry}.ts`));
  const program = createProgram(entries);
  const found = new Map<string, string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (found.has(path)) continue;
    const text = path === contract ? await flatContract(program, join(root, path)) : emit(program, path);
    found.set(path, text);
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      if (fileName.startsWith('.')) waiting.push(posix.join(posix.dirname(path), fileName.replace(/\.js$/, '.ts')));
    }
  }
  return new Map([...found].map(([path, text]) => [path.replace(/\.ts$/, '.d.ts'), text]));
}

function createProgram(entries: readonly string[]): ts.Program {
  const folder = join(root, 'packages/widgets');
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, folder);
  const ours = {
    composite: false,
    incremental: false,
    declarationMap: false,
    noCheck: true,
    rootDir: root,
    outDir: root,
  };
  return ts.createProgram({
    rootNames: entries.map(entry => join(root, entry)),
    options: { ...options, ...ours, types: ['node'], emitDeclarationOnly: true, noEmitOnError: false },
  });
}

/** One declaration file, with the relative imports as they are after the build. */
function emit(program: ts.Program, path: string): string {
  const source = program.getSourceFile(join(root, path));
  if (!source) throw new Error(`${path} is named by a declaration, and is not there.`);
  let text = '';
  const { diagnostics } = program.emit(source, (_, written) => (text = written), undefined, true);
  const problems = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  if (problems.length > 0 || !text) throw new Error(`${relative(root, path)}: ${problems.join(' ')}`);
  return text.replace(/((?:from|import)\s*\(?\s*['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2');
}
