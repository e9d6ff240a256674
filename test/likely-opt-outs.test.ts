import { readFileSync } from 'node:fs';
import { isLikelyOptOut, keywordOf } from '@campaign-kit/shared/opt-out-words';
import { expect, test } from 'vitest';

test('of 2,787 real messages only two are found, and both writers want no more', () => {
  const file = new URL('data/sms-messages.tsv', import.meta.url);
  const texts = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => line.split('\t')[1] as string);
  expect(texts).toHaveLength(2_787);
  expect(texts.filter(text => keywordOf(text) !== null)).toEqual([]);
  expect(texts.filter(isLikelyOptOut).map(text => text.slice(0, 28))).toEqual([
    "Please don't text me anymore",
    'Any chance you might have ha',
  ]);
});
