import { hash } from '../../seed/hash.ts';

/** How somebody takes a text from a campaign. */
export const personalities = {
  silent: 'Never answers',
  yes: 'Says yes',
  no: 'Says no',
  question: 'Asks back',
  later: 'Puts it off',
  thanks: 'Says thanks',
  emoji: 'Answers in emoji',
  long: 'Writes long texts',
  wrongNumber: 'Is somebody else',
  upset: 'Is upset',
  stop: 'Writes STOP',
  freeOptOut: 'Asks in own words to stop',
  help: 'Writes HELP',
  picture: 'Sends a picture',
} as const;

export type Personality = keyof typeof personalities;

/** Of a hundred people; what is left over of them is silent. */
const shares: readonly (readonly [Personality, number])[] = [
  ['yes', 17],
  ['no', 11],
  ['question', 9],
  ['later', 4],
  ['thanks', 4],
  ['emoji', 4],
  ['long', 3],
  ['wrongNumber', 3],
  ['upset', 1],
  ['stop', 3],
  ['freeOptOut', 2],
  ['help', 1],
  ['picture', 1],
];

/** The same for the same seed and number, in every run. */
export function personalityOf(seed: number, phone: string): Personality {
  let at = hash(seed, Number(phone.slice(-9)), 3) * 100;
  for (const [personality, share] of shares) {
    if (at < share) return personality;
    at -= share;
  }
  return 'silent';
}
