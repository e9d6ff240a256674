const marks = /\p{M}+/gu;
const between = /[^\p{L}\p{N}\p{Co}]+/u;
/** Letters that no decomposition takes apart. */
const plain: Readonly<Record<string, string>> = { đ: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };
const strange = /[đłøıßæœ]/g;
const simple = /^[\x20-\x7e]*$/;

/** A name without case, accents and doubled spaces: what it is sorted and found by. */
export function foldName(name: string): string {
  const lower = simple.test(name) ? name.toLowerCase() : foreign(name);
  return lower.trim().replace(/\s+/g, ' ');
}

const foreign = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .replace(strange, letter => plain[letter] as string);

/** The parts of a folded name: each is found by its beginning. */
export const partsOfName = (folded: string): string[] => folded.split(between).filter(Boolean);

/** What a person is sorted by: the last name, then the first. */
export const sortName = (firstName: string, lastName: string): string =>
  `${foldName(lastName)}\t${foldName(firstName)}`;
