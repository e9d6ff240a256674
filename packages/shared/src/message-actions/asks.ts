import type { MessageActionName } from './registry.ts';

/** What an action asks of its user before it runs. Its words are `<name>.label`, `.help`, `.deed` and `.done`. */
export type Asked = 'texters' | 'tag' | 'reason' | 'nothing';

/** Apart from the schemas of the actions, which an element has no use for and does not carry along. */
export const asks: Readonly<Record<MessageActionName, Asked>> = {
  reassign: 'texters',
  unassign: 'nothing',
  close: 'nothing',
  tag: 'tag',
  escalate: 'reason',
};

/** The longest that can be typed. */
export const longest = { tag: 30, reason: 500 } as const;
