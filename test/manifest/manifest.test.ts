import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { elementClasses } from '../../scripts/manifest/element-classes.ts';
import { elementShapes, type ElementShape } from '../../scripts/manifest/element-shape.ts';
import { eventClasses } from '../../scripts/manifest/event-classes.ts';
import { inCode } from '../../scripts/manifest/in-code.ts';
import { madeFiles } from '../../scripts/manifest/made-files.ts';
import { openWidgetsProgram, root } from '../../scripts/manifest/widgets-program.ts';

/** What hosts, editors and the documentation read about the elements, held to the code. */
const read = (path: string) => JSON.parse(readFileSync(createRequire(import.meta.url).resolve(path), 'utf8')) as object;
const manifest = read('../../packages/widgets/custom-elements.json') as Parameters<typeof elementShapes>[0];
const shapes = elementShapes(manifest);
const program = openWidgetsProgram();
const classes = elementClasses(program);
const code = new Map(
  classes.filter(({ isPublic }) => isPublic).map(one => [one.tag, inCode(program, classes, one)] as const),
);
const names = (all: { name: string }[]) => all.map(({ name }) => name).sort();

test('what is made from the doc comments is what `npm run manifest` makes', async () => {
  for (const [path, text] of await madeFiles(program)) {
    expect(readFileSync(path, 'utf8'), `${relative(root, path)} is old: npm run manifest`).toBe(text);
  }
}, 60_000);

test('the manifest follows the schema 2.1.0', () => {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
    read('custom-elements-manifest/schema.json'),
  );
  validate(manifest);
  expect(validate.errors).toBeNull();
  expect(manifest.schemaVersion).toBe('2.1.0');
});

test('every element that can be defined is in the manifest', () => {
  expect(shapes.map(({ tag }) => tag).sort()).toEqual([...code.keys()].sort());
  const defined = manifest.modules.flatMap(({ exports = [] }) =>
    exports.flatMap(one => (one.kind === 'custom-element-definition' ? [one.name] : [])),
  );
  expect(defined.sort()).toEqual([...code.keys()].sort());
});

for (const shape of shapes) {
  const found = code.get(shape.tag)!;

  test(`<${shape.tag}> documents the events that it fires, and no others`, () => {
    expect(names(shape.events)).toEqual([...found.events.keys()].sort());
    for (const { name, type, bubbles, composed, cancelable } of shape.events) {
      expect({ name, type: type.text, bubbles, composed, cancelable }).toEqual(found.events.get(name));
    }
  });

  test(`<${shape.tag}> documents the parts that it draws or hands on, and no others`, () => {
    expect(names(shape.parts)).toEqual([...new Set([...found.parts, ...found.exported])].sort());
  });

  test(`<${shape.tag}> documents the tokens that it reads, and no others`, () => {
    expect(names(shape.tokens)).toEqual([...found.tokens].sort());
  });

  test(`<${shape.tag}> says it can be empty when it can`, () => {
    expect(names(shape.states).includes('empty')).toBe(found.isEverEmpty);
  });

  test(`nothing of <${shape.tag}> is without a word of explanation`, () => {
    expect(undescribed(shape)).toEqual([]);
  });
}

test('every event that the code fires is in the manifest, and in HTMLElementEventMap', () => {
  const documented = new Set(shapes.flatMap(({ events }) => names(events)));
  const text = program.files.map(file => file.text).join('\n');
  const fired = new Set([
    ...[...eventClasses(program).values()].map(({ name }) => name),
    ...[...text.matchAll(/new Event\('(ck-[\w-]+)'/g)].map(([, name]) => name ?? ''),
  ]);
  expect([...documented].sort()).toEqual([...fired].sort());
  const mapped = program.files.flatMap(file =>
    [...file.text.matchAll(/^\s+'(ck-[\w-]+)': \w+;$/gm)].map(([, name]) => name),
  );
  expect(mapped.sort()).toEqual([...fired].sort());
});

test('the states in the manifest are those that an element can be in', () => {
  const element = program.files.find(({ fileName }) => fileName.endsWith('/src/element.ts'))!;
  const type = element.statements.find(
    (one): one is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(one) && one.name.text === 'ElementState',
  )!;
  const possible = program.checker.getTypeAtLocation(type);
  const states = (possible as ts.UnionType).types.map(one => (one as ts.StringLiteralType).value);
  const directions = [...element.text.matchAll(/#mark\('(\w+)'/g)].map(([, name]) => name ?? '');
  const documented = new Set(shapes.flatMap(({ states: all }) => names(all)));
  expect([...documented].sort()).toEqual([...states, ...directions].sort());
});

test('attributes that only the styles read are documented too', () => {
  const styled = program.files.flatMap(({ text }) =>
    [...text.matchAll(/:host\(\[([\w-]+)/g)].map(([, name]) => name ?? ''),
  );
  const documented = shapes.flatMap(({ attributes }) => names(attributes));
  const everyElementHas = ['hidden'];
  expect(styled.filter(name => !documented.includes(name) && !everyElementHas.includes(name))).toEqual([]);
});

function undescribed(shape: ElementShape): string[] {
  const { attributes, properties, methods, events, slots, parts, tokens, states } = shape;
  const all = { attributes, properties, methods, events, slots, parts, tokens, states };
  const missing = Object.entries(all).flatMap(([kind, list]) =>
    (list as { name: string; description?: string }[])
      .filter(({ description }) => !description?.trim())
      .map(({ name }) => `${kind}: ${name}`),
  );
  return shape.summary && shape.description ? missing : [...missing, 'the element itself'];
}
