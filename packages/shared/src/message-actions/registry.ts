import type { MessageActionInput as Input } from './inputs.ts';

/** What can be done to the conversations of a filter, in the order in which they are offered. */
export const messageActionNames = ['reassign', 'unassign', 'close', 'tag', 'escalate'] as const;
export type MessageActionName = (typeof messageActionNames)[number];
export type MessageActionInput<N extends MessageActionName> = Input<N>;

/** An action with its settings: the one value that is previewed and run. */
export type AskedMessageAction = { [N in MessageActionName]: { name: N; input: Input<N> } }[MessageActionName];

export const isMessageAction = (kind: string): kind is MessageActionName =>
  (messageActionNames as readonly string[]).includes(kind);
