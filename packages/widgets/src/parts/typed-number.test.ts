import { expect } from '@open-wc/testing';
import { readNumber } from './typed-number.ts';

describe('a typed number', () => {
  for (const [typed, meant] of [
    ['8214', 8214],
    [' 8,214 ', 8214],
    ['8.214', 8214],
    ['8 214', 8214],
    ['1,204,300', 1204300],
    ['٨٬٢١٤', 8214],
    ['0', 0],
    ['', null],
    ['8,21', null],
    ['-5', null],
    ['1e3', null],
    ['eight', null],
  ] as const) {
    it(`“${typed}” is ${meant ?? 'none'}`, () => expect(readNumber(typed)).to.equal(meant));
  }
});
