import { expect, test } from 'vitest';
import { failureJump, movesOn } from './delivery.ts';

for (const [from, to, expected] of [
  ['sending', 'accepted', true],
  ['sending', 'delivered', true],
  ['accepted', 'sent', true],
  ['sent', 'accepted', false],
  ['delivered', 'sent', false],
  ['delivered', 'undelivered', false],
  ['undelivered', 'delivered', false],
  ['failed', 'accepted', false],
  ['cancelled', 'sent', false],
  ['sent', 'sent', false],
] as const) {
  test(`a message that is ${from} ${expected ? 'becomes' : 'never becomes'} ${to}`, () => {
    expect(movesOn(from, to)).toBe(expected);
  });
}

for (const [what, counts, outcome] of [
  ['a refusal that concerns every message', { ok: 500, stop: 1 }, 'stop'],
  ['a third of unknown failures', { ok: 14, unknown: 7 }, 'unknown'],
  ['most numbers being bad', { ok: 8, badContact: 13 }, 'badContact'],
] as const) {
  test(`a campaign is paused for ${what}`, () => expect(failureJump(counts)?.outcome).toBe(outcome));
}

for (const [what, counts] of [
  ['nothing', {}],
  ['a few failures of too few messages', { ok: 2, unknown: 9 }],
  ['the usual share of bad numbers', { ok: 80, badContact: 20 }],
] as const) {
  test(`a campaign is not paused for ${what}`, () => expect(failureJump(counts)).toBeNull());
}
