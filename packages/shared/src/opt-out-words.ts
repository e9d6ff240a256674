/** What a text asks for by one word alone: carriers and the law want these understood at once, whatever else is on. */
export type Keyword = 'stop' | 'start' | 'help';

const words: Record<Keyword, readonly string[]> = {
  stop: [
    'STOP',
    'STOPALL',
    'STOP ALL',
    'UNSUBSCRIBE',
    'CANCEL',
    'END',
    'QUIT',
    'REVOKE',
    'OPTOUT',
    'OPT OUT',
    'OPT-OUT',
  ],
  start: ['START', 'UNSTOP'],
  help: ['HELP', 'INFO'],
};

const keywordOfText = new Map(
  (Object.entries(words) as [Keyword, readonly string[]][]).flatMap(([keyword, list]) =>
    list.map(word => [word, keyword] as const),
  ),
);

/** The keyword that the whole text is, in any case, with spaces, quotes or punctuation around it; else null. */
export function keywordOf(text: string): Keyword | null {
  const bare = text
    .normalize('NFKC')
    .replace(/^[\s"'“”‘’.,!?;:…()-]+|[\s"'“”‘’.,!?;:…()-]+$/g, '')
    .replace(/\s+/g, ' ')
    .toUpperCase();
  return keywordOfText.get(bare) ?? null;
}

/**
 * Phrases that mean "no more texts from you" and hardly anything else. English; each was chosen for precision: a person
 * looks at what it finds, and a campaign's own words ("stop the bill") must not be taken for it.
 */
const phrases: readonly RegExp[] = [
  /\b(stop|quit|cease) (all |any |with )?(the |these |this |those |your |sending )*(texting|txting|messaging|contacting|bothering|spamming|harassing|texts?|txts?|messages?|sms|spam)\b/,
  /\b(do not|don'?t|dont|never) (you )?(ever )?(text|txt|message|contact|spam) (me|us|this|my)\b/,
  /\b(please |pls |plz )?(remove|delete|take) (me|us|my (name|number|phone)|this number)( off| from| out)?\b.{0,20}\b(list|lists|database|system|records)\b/,
  /\btake me off\b/,
  /\b(unsubscribe|un-subscribe|unsub|opt(ing)? (me )?out|opt-out)\b/,
  /\b(no more|enough) (of )?(these |your )?(texts?|txts?|messages?|sms|spam)\b/,
  /\bleave me alone\b/,
  /\b(lose|delete|erase|forget) (my|this) (number|phone)\b/,
  /\b(stop|quit) (it )?(now )?(please|pls|plz)\b$/,
  /^(please |pls |plz )(stop|quit|remove me)\b/,
  /\bwrong (number|person)\b.{0,40}\b(stop|remove|delete|don'?t)\b/,
  /\b(i )?(will|ll|am going to|gonna) (report|block) (you|this)\b/,
  /^(just |please |oh )?(fuck|piss|bugger) off\b/,
];

/** How advertisers, and our own texts quoted back to us, tell others to opt out: not a wish of the writer. */
const instructions =
  /\b(reply|txt|text|send|call|dial)\b.{0,40}\b(stop|unsub|x|no|\d{4,})\b|\b(to|2|4|can) (stop|unsubscribe|opt[ -]?out)\b|\bunsub(scribe)?\.? (reply|with|stop|send)\b|\bsky opt out\b|\bopt[ -]?out\?? (txt|text|stop)\b|\bstop ?sms\b|t&cs?\/stop/;

const wish =
  /\b(i|we)('d| would)? (want|wish|need|like|asked)( you)? to (be (removed|taken off)|unsubscribe|opt[ -]?out|stop (the|these|getting|receiving))\b/;

/** Whether a text that is no keyword reads as if its writer wants no more texts. For a person to decide. */
export function isLikelyOptOut(text: string): boolean {
  if (keywordOf(text) === 'stop') return false;
  const plain = text.normalize('NFKC').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
  if (wish.test(plain)) return true;
  return !instructions.test(plain) && phrases.some(phrase => phrase.test(plain));
}
