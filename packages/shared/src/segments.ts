/** The standard SMS alphabet: 7 bits each, those of its extension twice that. */
const standard = new Set(
  '\n\r !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz' +
    '¡£¤¥§¿ÄÅÆÉÑÖØÜßàäåæÇèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ',
);
const extension = new Set('\f[\\]^{|}~€');

/** Bits that one text has room for; in a text of several parts each one begins with a header. */
const bitsOfOne = 1_120;
const bitsOfPart = bitsOfOne - 48;

const inGsm7 = (character: string): boolean => standard.has(character) || extension.has(character);

const readers = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for one character, an emoji of several code points too: it is never cut in two. */
const charactersOf = (text: string): string[] =>
  [...readers.segment(text)].flatMap(({ segment }) => (segment === '\r\n' ? ['\r', '\n'] : segment));

/** How the carrier will cut and bill a text. `characters` are septets in GSM-7, and what a reader counts in UCS-2. */
export function segments(text: string): { encoding: 'GSM-7' | 'UCS-2'; characters: number; count: number } {
  const units = text.split('');
  const encoding = units.every(inGsm7) ? 'GSM-7' : 'UCS-2';
  const characters = encoding === 'GSM-7' ? units : charactersOf(text);
  const septets = (character: string) => (extension.has(character) ? 2 : 1);
  const bits = characters.map(one => (encoding === 'GSM-7' ? 7 * septets(one) : 16 * one.length));
  return {
    encoding,
    characters: encoding === 'GSM-7' ? characters.reduce((sum, one) => sum + septets(one), 0) : characters.length,
    count: parts(bits),
  };
}

function parts(bits: readonly number[]): number {
  const all = bits.reduce((sum, one) => sum + one, 0);
  if (all <= bitsOfOne) return all === 0 ? 0 : 1;
  let count = 1;
  let full = 0;
  for (const one of bits) {
    if (full + one > bitsOfPart) {
      count += 1;
      full = 0;
    }
    full += one;
  }
  return count;
}
