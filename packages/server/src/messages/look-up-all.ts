/** So many are claimed and asked about at once. */
export const atOnce = 20;

/** Claims what is due and asks the provider about each, until nothing is due any more; says how many there were. */
export async function lookUpAll<T>(claim: () => Promise<T[]>, lookUp: (one: T) => Promise<void>): Promise<number> {
  let looked = 0;
  for (let more = true; more;) {
    const mine = await claim();
    await Promise.all(mine.map(lookUp));
    looked += mine.length;
    more = mine.length === atOnce;
  }
  return looked;
}
