import { englishReplies, type ReplyKind } from '../../seed/reply-texts.ts';
import { hash } from '../../seed/hash.ts';
import { ownWords } from './own-words.ts';
import type { Personality } from './personality.ts';

export type Answer = { body: string; picture: boolean; afterMs: number };

/** Who is asked; `texts` is how many texts this phone has been sent so far, this one included. */
export type Asked = { seed: number; phone: string; firstName: string; personality: Personality; texts: number };

/** How likely a person is to write again after their first answer, and how often at most. */
const [writesAgain, mostAnswers] = [0.5, 4];

/** Natural spread of the time that people take: one in twenty takes six times the median. */
const spread = 1.1;

/** What somebody writes back to a text, and when; null for nothing. The same for the same seed, phone and text. */
export function answerOf({ seed, phone, firstName, personality, texts }: Asked, medianMs: number): Answer | null {
  const draw = (which: number) => hash(seed, Number(phone.slice(-9)), texts, which);
  if (personality === 'silent' || texts > mostAnswers) return null;
  if (texts > 1 && (endsAtOnce.has(personality) || draw(1) > writesAgain)) return null;
  const choice = texts > 1 ? ownWords.again : textsOf(personality);
  const body = (choice[Math.floor(draw(2) * choice.length)] as string).replace('{firstName}', firstName);
  // The sum of a few draws is near enough to a bell curve.
  const bell = (draw(3) + draw(4) + draw(5) + draw(6) - 2) * Math.sqrt(3);
  return { body, picture: personality === 'picture' && texts === 1, afterMs: medianMs * Math.exp(spread * bell) };
}

const endsAtOnce = new Set<Personality>(['stop', 'freeOptOut', 'wrongNumber', 'help']);

function textsOf(personality: Exclude<Personality, 'silent'>): readonly string[] {
  if (personality in ownWords) return ownWords[personality as keyof typeof ownWords];
  return englishReplies[personality as ReplyKind].said;
}
