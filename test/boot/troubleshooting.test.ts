import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = 'packages/widgets/src/diagnose';
const guide = plain(readFileSync('docs/guides/troubleshooting.md', 'utf8'));

/** Without what only a page of text has: quotes around code. */
function plain(text: string): string {
  return text.replaceAll('`', '').replaceAll('’', "'");
}

/** The longest piece that stands still in each sentence that says what is wrong. */
const sentences = readdirSync(folder).flatMap(file => {
  const source = readFileSync(`${folder}/${file}`, 'utf8');
  return [...source.matchAll(/\bbad\(\s*(?:[\w.]+ \? )?([`'"])(.+?)\1,?\s/g)].map(([, , sentence = '']) => {
    const pieces = sentence.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
    return { sentence, piece: plain(pieces.sort((a, b) => b.length - a.length)[0]!.trim()) };
  });
});

test('the sentences of the diagnosis are found', () => {
  expect(sentences.length).toBeGreaterThan(30);
});

for (const { sentence, piece } of sentences) {
  test(`the guide explains: ${sentence}`, () => expect(guide).toContain(piece));
}
