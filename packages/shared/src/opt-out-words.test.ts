import { expect, test } from 'vitest';
import { isLikelyOptOut, keywordOf } from './opt-out-words.ts';

for (const text of [
  'STOP',
  'stop',
  ' Stop. ',
  'STOP!!',
  '“Stop”',
  'stopall',
  'Stop all',
  'Unsubscribe',
  'cancel',
  'END',
  'quit',
  'revoke',
  'OptOut',
  'opt  out',
  'Opt-out.',
  'ＳＴＯＰ',
]) {
  test(`“${text}” is an opt-out`, () => expect(keywordOf(text)).toBe('stop'));
}

for (const text of ['stop it', 'Don’t stop', 'at the end', 'Cancel my appointment', 'stop by tomorrow', '', '🛑']) {
  test(`“${text}” is no keyword`, () => expect(keywordOf(text)).toBeNull());
}

test('START and UNSTOP opt in, HELP asks for help', () => {
  expect([keywordOf('start'), keywordOf('Unstop!'), keywordOf('help?')]).toEqual(['start', 'start', 'help']);
});

for (const text of [
  'Please stop texting me',
  'Don’t text me again',
  'Take me off your list',
  'remove this number from your database',
  'no more texts please',
  'Leave me alone!!',
  'Stop please',
  'wrong number, please stop',
  'I want to opt out',
  'unsubscribe me',
  'lose my number',
]) {
  test(`“${text}” likely wants no more texts`, () => expect(isLikelyOptOut(text)).toBe(true));
}

for (const text of [
  'Yes, I will be there',
  'We have to stop the new highway',
  'Stop by my house',
  'Don’t text and drive',
  'I can’t stop singing',
  'Reply STOP to opt out',
  'Yup next stop.',
]) {
  test(`“${text}” does not`, () => expect(isLikelyOptOut(text)).toBe(false));
}
