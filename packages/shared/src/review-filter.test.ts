import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFilter, reviewStatuses, writeFilter, type ReviewFilter } from './review-filter.ts';

for (const [text, filter] of [
  ['', {}],
  ['campaigns=4,7&statuses=needsResponse,convo', { statuses: ['needsResponse', 'convo'], campaigns: [4, 7] }],
  ['texters=3&unassigned=yes', { texters: [3], unassigned: true }],
  ['escalated=no&optedOut=yes', { escalated: false, optedOut: true }],
  ['operator=assistant&archived=only', { operator: 'assistant', archived: 'only' }],
  ['deliveryError=landline', { deliveryError: 'landline' }],
  ['person=O%27Neil+Ann&words=%22polling+place%22', { person: "O'Neil Ann", words: '"polling place"' }],
  ['from=2026-10-13T16:00:00.000Z', { from: Date.UTC(2026, 9, 13, 16) }],
] as const) {
  test(`the filter “${text}” is read, and written as it was`, () => {
    expect(readFilter(text)).toEqual(filter);
    expect(writeFilter(filter)).toBe(text);
  });
}

for (const text of [
  'campaigns=x,-1,0,1e3',
  'statuses=removed,all',
  'escalated=maybe&operator=robot&archived=x',
  'from=soon',
  'deliveryError=no%20such',
  '%%%',
]) {
  test(`of the filter “${text}” nothing is understood, and nobody left out`, () => {
    expect(readFilter(text)).toEqual({});
  });
}

test('whatever is filtered by comes back from an address as it was', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1, maxLength: 5 });
  const words = fc.stringMatching(/^[a-z0-9"*%&=+;#äß漢](.[a-z"*%&=+;#äß漢])?$/u).filter(text => text === text.trim());
  const filters = fc.record(
    {
      campaigns: ids,
      texters: ids,
      tags: ids,
      unassigned: fc.constant(true as const),
      statuses: fc.uniqueArray(fc.constantFrom(...reviewStatuses), { minLength: 1 }),
      escalated: fc.boolean(),
      needsAttention: fc.boolean(),
      person: words,
      words,
      to: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filters, filter => {
      expect(readFilter(writeFilter(filter as ReviewFilter))).toEqual(filter);
    }),
  );
});
