import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { basename, dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The rules of ARCHITECTURE.md that a machine can hold: directions, sizes, names, and where the impure stands. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', '*.ts'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(file => file && !file.includes('/migrations/') && !file.endsWith('.d.ts'));

const isTest = (file: string) => /\.test\.ts$|^test\/|\/fixture\/|\/testing\/|^scripts\//.test(file);
const sources = files.filter(file => !isTest(file) && !file.endsWith('.config.ts'));
const text = new Map(files.map(file => [file, readFileSync(file, 'utf8')]));
const lines = (file: string) => (text.get(file) as string).split('\n').length - 1;

type Import = { from: string; to: string; typeOnly: boolean };

/** Every import of a file; a relative or a workspace one as the path of the file that it means. */
function importsOf(file: string): Import[] {
  const tree = ts.createSourceFile(file, text.get(file) as string, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteral(specifier))
      found.push({ from: file, to: resolve(file, specifier.text), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  const workspace = /^@campaign-kit\/(\w+)\/(.+)$/.exec(specifier);
  return workspace ? `packages/${workspace[1]}/src/${workspace[2]}.ts` : specifier;
}

const imports = sources.flatMap(importsOf);
const broken = (rule: (one: Import) => boolean) => imports.filter(rule).map(({ from, to }) => `${from} → ${to}`);
const inside = (folder: string) => (path: string) => path.startsWith(`packages/${folder}/`);
const [inShared, inServer, inWidgets] = [inside('shared'), inside('server'), inside('widgets')];
const inDemo = (path: string) => path.startsWith('demo/');

test('shared imports nothing of the server, the widgets, the demo or Node', () => {
  const foreign = ({ from, to }: Import) =>
    inShared(from) && (inServer(to) || inWidgets(to) || inDemo(to) || to.startsWith('node:'));
  expect(broken(foreign)).toEqual([]);
});

test('the server imports nothing of the widgets or the demo', () => {
  expect(broken(({ from, to }) => inServer(from) && (inWidgets(to) || inDemo(to)))).toEqual([]);
});

test('widgets see the server as one type', () => {
  const more = ({ from, to, typeOnly }: Import) =>
    inWidgets(from) && (inServer(to) || inDemo(to)) && !(typeOnly && to === 'packages/server/src/api.ts');
  expect(broken(more)).toEqual([]);
});

test('a page of the widgets never imports another page, and a part never a page', () => {
  const pageOf = (path: string) => /^packages\/widgets\/src\/([\w-]+)\//.exec(path)?.[1];
  const rooms = new Set([
    'parts',
    'styles',
    'conversation',
    'conversation-list',
    'message-actions',
    'define',
    'testing',
  ]);
  const gathers = new Set(['define', 'frameworks']);
  const across = ({ from, to }: Import) => {
    const [own, other] = [pageOf(from), pageOf(to)];
    if (!other || rooms.has(other) || gathers.has(own ?? '')) return false;
    return own !== undefined && own !== other;
  };
  expect(broken(across)).toEqual([]);
});

test('a router has no SQL, and a verb no tRPC', () => {
  const isRouter = (path: string) => inServer(path) && basename(path) === 'router.ts';
  expect(broken(({ from, to }) => isRouter(from) && to.startsWith('drizzle-orm'))).toEqual([]);
  const mayTrpc = /\/(router|api)\.ts$|\/(trpc|http)\//;
  const isProtocol = (to: string) => to.startsWith('@trpc/') || to.endsWith('/trpc/trpc.ts');
  expect(
    broken(({ from, to, typeOnly }) => inServer(from) && !mayTrpc.test(from) && isProtocol(to) && !typeOnly),
  ).toEqual([]);
});

test('a verb of one noun never reaches into the HTTP layer', () => {
  const edge = /^packages\/server\/src\/(http|cli|jobs|main|create-campaign-kit-server|trpc)/;
  const http = /^packages\/server\/src\/http\//;
  expect(broken(({ from, to }) => inServer(from) && !edge.test(from) && http.test(to))).toEqual([]);
});

test('rules read no clock and do no I/O; the server reads the clock in one place', () => {
  const clock = /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/;
  const impure = sources
    .filter(inShared)
    .filter(file => clock.test(text.get(file) as string) || /\bfetch\(|\bprocess\./.test(text.get(file) as string));
  expect(impure).toEqual([]);
  const wallClock = /\bDate\.now\b|\bnew Date\(\)/;
  const readers = sources.filter(inServer).filter(file => wallClock.test(text.get(file) as string));
  expect(readers).toEqual(['packages/server/src/world.ts']);
});

test('a file stays under 300 lines; a language is data, and one file, and what is made from the manifest is made', () => {
  const language = /^packages\/shared\/src\/words\/[a-zA-Z-]+\.ts$/;
  const isMade = (file: string) => /^\/\/ Made by `npm run manifest`/m.test(text.get(file) as string);
  expect(
    files
      .filter(file => lines(file) > 300 && !language.test(file) && !isMade(file))
      .map(file => `${file}: ${lines(file)}`),
  ).toEqual([]);
});

test('a file is named after what it exports: no barrels, no drawers', () => {
  const drawer = /(^|\/)(utils?|helpers?|common|types|misc|managers?|services?|index)(\.ts$|\/)/;
  expect(files.filter(file => drawer.test(file))).toEqual([]);
  const barrel = sources.filter(file => /^export \* from/m.test(text.get(file) as string));
  expect(barrel).toEqual([]);
});

test('no test is left alone or left out', () => {
  const only = /\b(test|it|describe)\.(only|skip|todo)\(/;
  expect(files.filter(file => file !== 'test/architecture.test.ts' && only.test(text.get(file) as string))).toEqual([]);
});
