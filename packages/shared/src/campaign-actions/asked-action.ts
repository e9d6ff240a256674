import { z } from '../input.ts';
import { actionInputs } from './inputs.ts';
import type { CampaignActionName } from './registry.ts';

const asked = <N extends CampaignActionName>(name: N) =>
  z.strictObject({ name: z.literal(name), input: actionInputs[name] });

/** An action with its settings, as it comes over the wire. */
export const askedAction = z.discriminatedUnion('name', [
  asked('releaseUnsent'),
  asked('releaseUnreplied'),
  asked('markSecondPass'),
  asked('unmarkSecondPass'),
  asked('turnAutoAssignOn'),
  asked('turnAutoAssignOff'),
  asked('assignUnsent'),
  asked('unarchive'),
  asked('archive'),
  asked('deleteUnmessaged'),
]);
