import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { codeBlocks, guideFile } from './code-blocks.ts';

for (const guide of ['quick-start', 'session-endpoint']) {
  test(`what the guide ${guide} shows of a file is that file`, async () => {
    const shown = (await codeBlocks(guide)).filter(({ file }) => file !== null);
    expect(shown.length).toBeGreaterThan(2);
    for (const { file, code } of shown) expect(code).toBe(await readFile(guideFile(file!), 'utf8'));
  });
}

test('every sample is shown in a guide', async () => {
  const found = await readdir(guideFile('samples'), { recursive: true, withFileTypes: true });
  const files = found.filter(file => file.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`);
  const shown = (await Promise.all(['quick-start', 'session-endpoint'].map(codeBlocks))).flat();
  const names = shown.map(({ file }) => file && guideFile(file));
  expect(files.filter(file => !names.includes(file))).toEqual([]);
});

for (const guide of ['quick-start', 'session-endpoint', 'csp', 'iframe', 'upgrading']) {
  test(`the guide ${guide} has a title and a place in the order`, async () => {
    const text = await readFile(guideFile(`${guide}.md`), 'utf8');
    const [, title, order] = /^---\ntitle: (.+)\norder: (\d+)\n---\n/.exec(text) ?? [];
    expect(Number(order)).toBeGreaterThan(0);
    expect(text).toContain(`\n# ${title}\n`);
  });
}
