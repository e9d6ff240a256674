import type { MessageActionName } from '@campaign-kit/shared/message-actions/registry';
import { close } from './close.ts';
import type { MessageEffect } from './effect.ts';
import { escalate } from './escalate.ts';
import { reassign } from './reassign.ts';
import { tag } from './tag.ts';
import { unassign } from './unassign.ts';

/** What each message action does; one that is missing does not compile. */
const effects: { readonly [N in MessageActionName]: MessageEffect<N> } = { reassign, unassign, close, tag, escalate };

/** The effect, for code that serves every action alike; its input was parsed by the same action's schema. */
export const messageEffectOf = (name: MessageActionName): MessageEffect<never> => effects[name];
