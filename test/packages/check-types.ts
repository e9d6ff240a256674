import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/build-packages/workspaces.ts';

type Checked = {
  /** Problems in any file, the declarations of what was installed included. */
  readonly problems: string[];
  /** Packages whose declarations were read. */
  readonly packages: string[];
};

const libraries = {
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  typeRoots: [join(root, 'node_modules/@types')],
};

const ways = {
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  nodenext: { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
};

/** As a developer's own `tsc` does it, in one of the ways in which modules are found today; nothing installed is skipped. */
export function checkTypes(project: string, file: string, way: keyof typeof ways, types: string[]): Checked {
  const strict = { strict: true, noEmit: true, skipLibCheck: false, target: ts.ScriptTarget.ES2022 };
  const options = { ...strict, ...libraries, ...ways[way], types };
  const program = ts.createProgram({ rootNames: [join(project, file)], options });
  // The compiler's own libraries are nobody's doing here.
  const files = program.getSourceFiles().filter(file => !program.isSourceFileDefaultLibrary(file));
  const problems = [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap(file => program.getSyntacticDiagnostics(file)),
    ...files.flatMap(file => program.getSemanticDiagnostics(file)),
  ];
  const packages = files.flatMap(({ fileName }) => {
    const [, name] = /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(fileName.slice(project.length)) ?? [];
    return fileName.startsWith(project) && name ? [name] : [];
  });
  return { problems: told(problems), packages: [...new Set(packages)].sort() };
}

/**
 * Holds the types that are written out against those that they come from: each fits the other, and data are identical.
 * What `spoil` does to them must be found too. Answers the problems of both.
 */
export async function compareContracts(
  project: string,
  spoil: (text: string) => string,
): Promise<{ written: string[]; spoilt: string[] }> {
  const source = join(root, 'packages/widgets/src/contract');
  const written = join(project, 'node_modules/@campaign-kit/widgets/dist/contract');
  await writeFile(`${written}-spoilt.d.ts`, spoil(await readFile(`${written}.d.ts`, 'utf8')));
  const names = [...(await readFile(`${source}.ts`, 'utf8')).matchAll(/^export type (\w+)/gm)].map(
    ([, name]) => name as string,
  );
  const files = [join(project, 'compare.ts'), join(project, 'compare-spoilt.ts')] as const;
  await writeFile(files[0], comparison(names, source, written));
  await writeFile(files[1], comparison(names, source, `${written}-spoilt`));

  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root);
  const ours = { ...libraries, types: ['node'], composite: false, noEmit: true, experimentalDecorators: true };
  const program = ts.createProgram({ rootNames: files, options: { ...options, ...ours } });
  const problemsOf = (file: string) => told(program.getSemanticDiagnostics(program.getSourceFile(file)));
  return { written: problemsOf(files[0]), spoilt: problemsOf(files[1]) };
}

/** A module that compiles where each type of the one is that of the other. */
function comparison(names: readonly string[], source: string, written: string): string {
  // A method that is written out as a function is not identical with it.
  const data = names.filter(name => name !== 'Api');
  return [
    `import type * as Source from '${source}';`,
    `import type * as Written from '${written}.js';`,
    'type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;',
    // `A & B` is the same as both written in one.
    'type Flat<T> = T extends object ? { [K in keyof T]: Flat<T[K]> } : T;',
    'type Fits<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;',
    ...names.map(name => `export const fits${name}: Fits<Source.${name}, Written.${name}> = true;`),
    ...data.map(name => `export const same${name}: Same<Flat<Source.${name}>, Flat<Written.${name}>> = true;`),
  ].join('\n');
}

const told = (diagnostics: readonly ts.Diagnostic[]) =>
  diagnostics.map(({ file, start = 0, length = 0, messageText }) => {
    const where = file ? `${file.fileName} at ${file.text.slice(start, start + length)}` : '';
    return `${where}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
