import { id, z } from '../input.ts';
import { longest } from './asks.ts';

const nothing = z.strictObject({});

/** What each message action asks; apart from the actions, so that an element does not carry the schemas along. */
export const messageActionInputs = {
  reassign: z.strictObject({ texterIds: z.array(id).check(z.minLength(1), z.maxLength(500)) }),
  unassign: nothing,
  close: nothing,
  tag: z.strictObject({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(longest.tag)) }),
  escalate: z.strictObject({ reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(longest.reason)) }),
} as const;

export type MessageActionInput<N extends keyof typeof messageActionInputs> = z.infer<(typeof messageActionInputs)[N]>;

const asked = <N extends keyof typeof messageActionInputs>(name: N) =>
  z.strictObject({ name: z.literal(name), input: messageActionInputs[name] });

/** A message action with its settings, as it comes over the wire. */
export const askedMessageAction = z.discriminatedUnion('name', [
  asked('reassign'),
  asked('unassign'),
  asked('close'),
  asked('tag'),
  asked('escalate'),
]);
