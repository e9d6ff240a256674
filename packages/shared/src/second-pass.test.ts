import { expect, test } from 'vitest';
import { nextPassTitle, scriptWarnings } from './second-pass.ts';

for (const [title, pass, suggested] of [
  ['Phonebank_P1_8.26.20', 2, 'Phonebank_P2_8.26.20'],
  ['Pass 1 Phonebank', 2, 'Pass 2 Phonebank'],
  ['Phonebank pass-2', 3, 'Phonebank pass-3'],
  ['P9', 10, 'P10'],
  ['Phonebank', 2, 'Phonebank P2'],
  ['MVP1 launch', 2, 'MVP1 launch P2'],
  ['P1 of district P1', 2, 'P1 of district P2'],
  ['', 2, ' P2'],
] as const) {
  test(`after “${title}” comes “${suggested}”`, () => expect(nextPassTitle(title, pass)).toBe(suggested));
}

for (const [script, warnings] of [
  ['Hi {firstName}, did you see it?', []],
  ['hi  {firstName},  WILL you come?', ['sameAsBefore']],
  ['Hi, {texterFirstName} again', ['usesTexterName']],
  ['   ', ['empty']],
] as const) {
  test(`the script “${script}” is warned of: ${warnings.join() || 'nothing'}`, () => {
    expect(scriptWarnings(script, ['Hi {firstName}, will you come?'])).toEqual(warnings);
  });
}
