import { expect, test } from 'vitest';
import { next, type Conversation, type ConversationEvent, type Status } from './conversation.ts';

const at = 1_000;
const fresh: Conversation = {
  status: 'needsMessage',
  pass: 1,
  texterId: 7,
  waitingSince: null,
  lastMessagedAt: null,
  replied: false,
  optedOut: false,
  escalated: false,
  undeliverable: false,
  newer: false,
};
const sent = { status: 'messaged', lastMessagedAt: 500 } as const;
const waiting = { ...sent, status: 'needsResponse', replied: true, waitingSince: 700 } as const;
const answered = { ...sent, status: 'convo', replied: true } as const;

const cases: [string, Partial<Conversation>, ConversationEvent, Partial<Conversation> | null][] = [
  ['an initial message is accepted', {}, { type: 'initialAccepted', at }, { status: 'messaged', lastMessagedAt: at }],
  ['an initial message of somebody opted out', { optedOut: true }, { type: 'initialAccepted', at }, null],
  ['a second initial message', sent, { type: 'initialAccepted', at }, null],
  ['a reply', sent, { type: 'contactReplied', at }, { status: 'needsResponse', replied: true, waitingSince: at }],
  ['a second reply keeps the wait of the first', waiting, { type: 'contactReplied', at }, { waitingSince: 700 }],
  [
    'a reply to a closed one waits anew',
    { ...waiting, status: 'closed' },
    { type: 'contactReplied', at },
    { status: 'needsResponse', replied: true, waitingSince: at },
  ],
  [
    'a reply to a removed one brings it back',
    { status: 'removed' },
    { type: 'contactReplied', at },
    { status: 'needsResponse', replied: true, waitingSince: at },
  ],
  [
    'an answer ends the wait',
    waiting,
    { type: 'agentReplied', at },
    { status: 'convo', waitingSince: null, lastMessagedAt: at },
  ],
  ['an answer before any message', {}, { type: 'agentReplied', at }, null],
  ['an answer to somebody opted out', { ...waiting, optedOut: true }, { type: 'agentReplied', at }, null],
  [
    'STOP',
    waiting,
    { type: 'contactOptedOut', at },
    { status: 'closed', replied: true, optedOut: true, waitingSince: null },
  ],
  ['an opt-out elsewhere', sent, { type: 'optedOut' }, { status: 'messaged', optedOut: true }],
  ['a close keeps the wait', waiting, { type: 'closed' }, { status: 'closed', waitingSince: 700 }],
  [
    'a reopening while a reply waits',
    { ...waiting, status: 'closed' },
    { type: 'reopened' },
    { status: 'needsResponse' },
  ],
  ['a reopening after an answer', { ...answered, status: 'closed' }, { type: 'reopened' }, { status: 'convo' }],
  ['a reopening without a reply', { ...sent, status: 'closed' }, { type: 'reopened' }, { status: 'messaged' }],
  ['a reopening of one never messaged', { status: 'closed' }, { type: 'reopened' }, { status: 'needsMessage' }],
  ['a reopening of an open one', sent, { type: 'reopened' }, null],
  ['an escalation takes it from its texter', waiting, { type: 'escalated' }, { escalated: true, texterId: null }],
  ['a mark keeps the texter', sent, { type: 'markedForSecondPass' }, { status: 'needsMessage', pass: 2, texterId: 7 }],
  ['a mark of one that replied', waiting, { type: 'markedForSecondPass' }, null],
  ['an un-mark', { ...sent, status: 'needsMessage', pass: 2 }, { type: 'unmarked' }, { status: 'messaged', pass: 1 }],
  ['an un-mark in the first pass', {}, { type: 'unmarked' }, null],
  ['a removal', {}, { type: 'removed' }, { status: 'removed' }],
  ['a removal of one that was messaged', sent, { type: 'removed' }, null],
  ['a removal in the second pass', { pass: 2 }, { type: 'removed' }, null],
  ['a release', {}, { type: 'released' }, { texterId: null }],
  ['a release from the pool', { texterId: null }, { type: 'released' }, null],
];

for (const [what, before, event, expected] of cases) {
  test(`${what} ${expected ? 'changes it so' : 'may not happen'}`, () => {
    const conversation = { ...fresh, ...before };
    const after = next(conversation, event);
    const said = expected && { ...conversation, ...expected };
    expect(after).toEqual(said);
  });
}

test('only a message of the contact brings a removed conversation back', () => {
  const removed = { ...fresh, status: 'removed' as Status };
  for (const type of ['closed', 'reopened', 'released', 'optedOut', 'markedForSecondPass', 'escalated'] as const) {
    expect(next(removed, { type })).toBeNull();
  }
});
