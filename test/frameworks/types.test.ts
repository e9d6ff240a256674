import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { angularProblems } from '../../scripts/frameworks/angular-plugin.ts';
import { home } from '../../scripts/frameworks/build-app.ts';
import { widgetTypes } from '../../scripts/frameworks/widget-types.ts';

/** The apps, and lists of what may and may not be written, against the declarations that hosts get. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const typed = fileURLToPath(new URL('typed', import.meta.url));
const directory = join(root, 'node_modules/.cache', `framework-types-${process.pid}`);
let paths: Record<string, string[]> = {};

beforeAll(async () => {
  paths = await widgetTypes(directory);
}, 120_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

test('the apps, and what is right of an element in JSX, Vue and Svelte, compile; what is wrong does not', () => {
  expect(problems([join(home, 'tsconfig.json'), join(typed, 'tsconfig.json')])).toEqual([]);
}, 90_000);

test('so do and do not the app and the JSX of React 18', () => {
  expect(problems([join(home, 'react-18/tsconfig.json')], join(typed, 'react.tsx'))).toEqual([]);
}, 90_000);

test('Angular finds nothing wrong with its app, and every mistake in a template', () => {
  expect(angularProblems(join(home, 'angular/tsconfig.json'), paths)).toBe('');
  const found = angularProblems(join(typed, 'angular/tsconfig.json'), paths);
  expect(found).toContain(`Property 'length' does not exist on type 'number'`);
  expect(found).toContain(`Argument of type 'ActionErrorEvent' is not assignable`);
  expect(found).toContain(`Property 'missing' does not exist on type 'Wrong'`);
  expect(found.match(/TS\d+:/g)).toHaveLength(3);
}, 90_000);

/** What the compiler says of the files of projects, by the options of the first, and of one more file. */
function problems(projects: [string, ...string[]], ...files: string[]): string[] {
  const read = projects.map(tsconfig => {
    const { config } = ts.readConfigFile(tsconfig, ts.sys.readFile) as { config: object };
    return ts.parseJsonConfigFileContent(config, ts.sys, dirname(tsconfig));
  });
  const [{ options }] = read as [ts.ParsedCommandLine];
  const older = Object.entries(options.paths ?? {}).map(([name, all]) => [
    name,
    all.map(path => join(dirname(projects[0]), path)),
  ]);
  const program = ts.createProgram([...read.flatMap(({ fileNames }) => fileNames), ...files], {
    ...options,
    paths: { ...paths, ...Object.fromEntries(older) },
  });
  return [...read.flatMap(({ errors }) => errors), ...ts.getPreEmitDiagnostics(program)].map(
    ({ file, start = 0, messageText }) => {
      const at = file
        ? `${file.fileName.slice(root.length)}:${file.getLineAndCharacterOfPosition(start).line + 1} `
        : '';
      return at + ts.flattenDiagnosticMessageText(messageText, ' ');
    },
  );
}
