import { close as shut } from '../../conversations/close.ts';
import { closed } from '../../conversations/selections.ts';
import { byVerb } from './by-verb.ts';
import type { MessageEffect } from './effect.ts';

export const close: MessageEffect<'close'> = { leavesOut: () => [closed], ...byVerb(() => shut) };
