import { expect, test } from 'vitest';
import { faces } from './campaign-actions/faces.ts';
import { actionNames, campaignActions } from './campaign-actions/registry.ts';
import { elementNames, granted, roles, scopes } from './scopes.ts';
import { fillScript, unknownFields } from './script.ts';
import { segments } from './segments.ts';
import { isStale } from './stale-preview.ts';
import { say } from './words/say.ts';

for (const [previewed, now, exact, stale] of [
  [100, 100, false, false],
  [100, 110, false, false],
  [100, 111, false, true],
  [5_000, 4_950, false, false],
  [5_000, 4_949, false, true],
  [100, 101, true, true],
  [0, 0, true, false],
] as const) {
  test(`${previewed} shown and ${now} now is ${stale ? '' : 'not '}stale${exact ? ' where it must be exact' : ''}`, () => {
    expect(isStale(previewed, now, exact)).toBe(stale);
  });
}

for (const [text, encoding, count] of [
  ['', 'GSM-7', 0],
  ['a'.repeat(160), 'GSM-7', 1],
  ['a'.repeat(161), 'GSM-7', 2],
  [`${'a'.repeat(159)}€`, 'GSM-7', 2],
  ['ñ'.repeat(160), 'GSM-7', 1],
  ['м'.repeat(70), 'UCS-2', 1],
  ['м'.repeat(71), 'UCS-2', 2],
  ['😀'.repeat(35), 'UCS-2', 1],
] as const) {
  test(`“${text.slice(0, 3)}…” of ${text.length} is ${count} in ${encoding}`, () => {
    expect(segments(text)).toMatchObject({ encoding, count });
  });
}

test('a script is filled in, and what nothing fills in stays to be seen', () => {
  expect(fillScript('Hi { firstName }, {city}?', { firstName: 'Ada' })).toBe('Hi Ada, {city}?');
  expect(unknownFields('Hi {firstName} {city} {city}', ['firstName'])).toEqual(['city']);
});

test('a session is narrowed to what its elements need, and never widened by them', () => {
  expect(granted('admin', null)).toEqual([...scopes]);
  expect(granted('admin', ['operation-history'])).not.toContain('campaigns:act');
  expect(granted('admin', [])).toEqual([]);
  for (const role of roles.slice(2)) expect(granted(role, elementNames)).toEqual(granted(role, null));
});

const words = { held: { one: '{count} by {name}', other: '{count} texts by {name}' }, plain: 'Hi {name}' };
for (const [locale, key, values, said] of [
  ['en', 'held', { count: 1, name: 'Ada' }, '1 by Ada'],
  ['en', 'held', { count: 12_408, name: 'Ada' }, '12,408 texts by Ada'],
  ['de', 'held', { count: 12_408, name: 'Ada' }, '12.408 texts by Ada'],
  ['en', 'plain', { name: '{count}' }, 'Hi {count}'],
  ['en', 'plain', {}, 'Hi {name}'],
] as const) {
  test(`in ${locale} “${said}” is said`, () => expect(say(words, locale, key, values)).toBe(said));
}

for (const name of actionNames) {
  const { counts } = faces[name];
  test(`${name} ${counts ? 'counts conversations, and has a verdict on each' : 'is about the campaign itself, and has no verdict on conversations'}`, () => {
    const { verdict, leavesOut } = campaignActions[name];
    expect([verdict !== null, leavesOut !== null]).toEqual([counts, counts]);
  });
}

test('the faces stand in the order of the menu', () => {
  expect(Object.keys(faces)).toEqual(actionNames);
});
