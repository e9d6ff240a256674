import type { Waiting } from '../contract.ts';
import { exact } from '../parts/relative-time.ts';
import type { Voice } from '../parts/voice.ts';

/** From when a person may be texted, by the clock where they live; null while they may. */
export function hoursLine(voice: Voice, { hours }: Pick<Waiting, 'hours'>): string | null {
  if (hours.open) return null;
  if (hours.opensAt === null) return voice.say('texting.neverOpens');
  const there = { say: voice.say.bind(voice), locale: voice.locale, timeZone: hours.zone };
  return voice.say('texting.opens', { time: exact(there, hours.opensAt) });
}
