import type { WordKey } from '@campaign-kit/shared/words/en';
import type { Offered, RequestKind } from '../contract.ts';
import { exact } from './relative-time.ts';
import type { Voice } from './voice.ts';

type Why = NonNullable<Offered['why']>;

const reasons: Record<Exclude<Why, 'nothingLeft'>, WordKey> = {
  noCampaign: 'request.why.noCampaign',
  autoAssignOff: 'request.why.autoAssignOff',
  paused: 'request.why.paused',
  pastDue: 'request.why.pastDue',
  outsideHours: 'request.why.outsideHours',
};
const left: Record<RequestKind, WordKey> = {
  unsent: 'request.why.noUnsent',
  unreplied: 'request.why.noUnreplied',
};

/** Why there is nothing of a kind in the pool, and what would change that; with the time it opens where that is known. */
export function whyNothing(voice: Voice, why: Why, kind: RequestKind, opensAt: number | null = null): string {
  if (why === 'nothingLeft') return voice.say(left[kind]);
  if (why === 'outsideHours' && opensAt !== null) {
    return voice.say('request.why.opensAt', { time: exact(voice, opensAt) });
  }
  return voice.say(reasons[why]);
}
