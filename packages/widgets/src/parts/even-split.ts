/** How many each of the texters gets: numbers differ by one at most, and the first ones get the larger. */
export function evenSplit(count: number, texters: number): number[] {
  const least = texters === 0 ? 0 : Math.floor(count / texters);
  const larger = texters === 0 ? 0 : count % texters;
  return Array.from({ length: texters }, (_, position) => least + (position < larger ? 1 : 0));
}
