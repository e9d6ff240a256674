import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventNames } from '@campaign-kit/widgets/frame/told-events';

const sources = 'packages/widgets/src';

test('every event that an element dispatches goes through a frame', async () => {
  const files = (await readdir(sources, { recursive: true })).filter(file => /(?<!\.test)\.ts$/.test(file));
  const dispatched = new Set<string>();
  for (const file of files) {
    const code = await readFile(join(sources, file), 'utf8');
    for (const [, name] of code.matchAll(/(?:new Event|super)\(\s*'(ck-[\w-]+)'/g)) dispatched.add(name!);
  }
  expect([...dispatched].sort()).toEqual([...eventNames].sort());
});
