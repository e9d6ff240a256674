import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { elementShapes } from '../../scripts/manifest/element-shape.ts';
import { root } from '../../scripts/manifest/widgets-program.ts';

/** The guides that speak of events and frameworks, held to the manifest and to the apps. */
const read = (path: string) => readFileSync(join(root, path), 'utf8');
type Manifest = Parameters<typeof elementShapes>[0];
const shapes = elementShapes(JSON.parse(read('packages/widgets/custom-elements.json')) as Manifest);

test('the guide of events lists every event, with its class and the way it travels', () => {
  const rows = read('docs/guides/events.md').matchAll(
    /^\| `(ck-[\w-]+)`\s*\| `(\w+)`\s*\| (yes|no)\s*\| (yes|no)\s*\|/gm,
  );
  const written = [...rows].map(([, name, type, bubbles, cancelable]) => ({ name, type, bubbles, cancelable }));
  const word = (is: boolean) => (is ? 'yes' : 'no');
  const known = new Map(
    shapes
      .flatMap(({ events }) => events)
      .map(({ name, type, bubbles, composed, cancelable }) => {
        expect(composed, `${name} leaves shadow roots when it bubbles`).toBe(bubbles);
        return [name, { name, type: type.text, bubbles: word(bubbles), cancelable: word(cancelable) }];
      }),
  );
  const byName = (a: { name?: string | undefined }, b: { name?: string | undefined }) =>
    (a.name ?? '').localeCompare(b.name ?? '');
  expect(written.sort(byName)).toEqual([...known.values()].sort(byName));
});

const guide = read('docs/guides/frameworks.md');
const shown = [...guide.matchAll(/<!-- (\S+) -->\n\n```\w+\n([\s\S]*?)```/g)];

for (const [, path = '', block = ''] of shown) {
  test(`the guide of frameworks shows lines of ${path}, in their order`, () => {
    const lines = (text: string) => text.split('\n').map(line => line.trim());
    const source = lines(read(path));
    let from = 0;
    for (const line of lines(block).filter(one => one && one !== '…')) {
      const at = source.indexOf(line, from);
      expect(at, `${path} has no line after ${from}: ${line}`).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });
}

test('the guide of frameworks shows every app', () => {
  const apps = shown.map(([, path = '']) => /^demo\/frameworks\/([\w-]+)\//.exec(path)?.[1]).filter(Boolean);
  expect(apps.sort()).toEqual(['angular', 'plain', 'react-18', 'react-19', 'svelte', 'vue']);
});
