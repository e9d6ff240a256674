import { expect } from '@open-wc/testing';
import { evenSplit } from './even-split.ts';

describe('evenSplit', () => {
  for (const [count, texters, parts] of [
    [0, 0, []],
    [10, 0, []],
    [0, 2, [0, 0]],
    [2, 3, [1, 1, 0]],
    [404, 3, [135, 135, 134]],
    [6, 3, [2, 2, 2]],
  ] as const) {
    it(`deals ${count} out to ${texters} texters as ${parts.join(', ') || 'nothing'}`, () => {
      expect(evenSplit(count, texters)).to.deep.equal(parts);
    });
  }
});
