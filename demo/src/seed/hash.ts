/** A fraction from 0 up to 1 that is always the same for the same numbers; stands for chance in the made-up data. */
export function hash(...numbers: number[]): number {
  let h = 0x9e3779b9;
  for (const number of numbers) {
    h = Math.imul(h ^ number, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
  }
  return (h >>> 0) / 0x1_0000_0000;
}
