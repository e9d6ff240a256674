import { expect, test } from 'vitest';
import { ruleFor, type AssistantRule } from './assistant-rules.ts';

const rules: AssistantRule[] = [
  { contains: ['polling place', 'where do I vote', '投票'], answer: 'where' },
  { contains: ['yes', 'sí', '👍', 'нет проблем'], answer: 'yes' },
  { contains: ["can't", '?'], answer: 'sorry' },
];

for (const [reply, answer] of [
  ['Yes', 'yes'],
  ['YES!!', 'yes'],
  ['oh yes, gladly', 'yes'],
  ['yesterday', null],
  ['eyes', null],
  ['si', 'yes'],
  ['SÍ señora', 'yes'],
  ['sì', 'yes'],
  ['👍🏽', 'yes'],
  ['ok👍', 'yes'],
  ['Нет  проблем.', 'yes'],
  ['нет', null],
  ['Where do i vote?', 'where'],
  ['where do we vote', null],
  ['my polling\nplace', 'where'],
  ['polling', null],
  ['在哪里投票', 'where'],
  ['I can’t', 'sorry'],
  ['I cant', null],
  ['yes, but where do I vote', 'where'],
  ['?', null],
  ['', null],
] as const) {
  test(`“${reply}” is answered ${answer === null ? 'by a person' : `with “${answer}”`}`, () => {
    expect(ruleFor(rules, reply)?.answer ?? null).toBe(answer);
  });
}

test('a rule without words fits nothing', () => {
  expect(ruleFor([{ contains: ['', ' ', '…'], answer: 'never' }], 'anything … at all')).toBeNull();
});
