/** When a reply contains one of these words or phrases, the assistant answers so. Rules are tried in their order. */
export type AssistantRule = { readonly contains: readonly string[]; readonly answer: string };

/** The first rule of which the reply contains a word or phrase: whole words, in any case, with accents or without; or null. */
export function ruleFor(rules: readonly AssistantRule[], reply: string): AssistantRule | null {
  const said = words(reply);
  return rules.find(({ contains }) => contains.some(phrase => isIn(said, words(phrase)))) ?? null;
}

const isIn = (said: string, phrase: string): boolean => phrase !== ' ' && said.includes(phrase);

/** Scripts without spaces between words, and emoji: each character stands for itself. */
const alone = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{ExtPict}]/gu;

/** The words of a text, folded, each between spaces. */
const words = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(alone, ' $& ')
    .replace(/[^\p{L}\p{N}\p{Mc}\p{ExtPict}]+/gu, ' ')
    .trim()} `.replace(/^ +$/, ' ');
