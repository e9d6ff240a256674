import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const widgets = join(root, 'packages/widgets');

/** The widgets' sources with their types: what the code really does is asked of the compiler. */
export type WidgetsProgram = {
  checker: ts.TypeChecker;
  /** Sources of the kit, without tests. */
  files: ts.SourceFile[];
  /** A source's path inside the package, such as `src/kit.ts`. */
  pathOf: (file: ts.SourceFile) => string;
  /** Whether the node stands in one of `files`. */
  isOurs: (node: ts.Node) => boolean;
};

export function openWidgetsProgram(): WidgetsProgram {
  const path = join(widgets, 'tsconfig.json');
  const { config } = ts.readConfigFile(path, ts.sys.readFile) as { config: object };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(path));
  const sources = fileNames.filter(name => !/\.test\.ts$|\/testing\//.test(name));
  const program = ts.createProgram(sources, { ...options, noEmit: true, composite: false, incremental: false });
  const files = program.getSourceFiles().filter(({ fileName }) => sources.includes(fileName));
  const ours = new Set(files);
  return {
    checker: program.getTypeChecker(),
    files,
    pathOf: file => relative(widgets, file.fileName).replaceAll('\\', '/'),
    isOurs: node => ours.has(node.getSourceFile()),
  };
}
