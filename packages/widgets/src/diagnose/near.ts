/** The word that was probably meant: the same letters in another spelling, its beginning, or two slips of the finger away. */
export function near(written: string, known: readonly string[]): string | null {
  const letters = (word: string) => word.toLowerCase().replace(/[^a-z]/g, '');
  const plain = letters(written);
  if (plain.length < 3) return null;
  return (
    known.find(word => letters(word) === plain) ??
    known.find(word => plain.length > 5 && letters(word).startsWith(plain)) ??
    known.find(word => slips(letters(word), plain) <= 2 && letters(word).length > 6) ??
    null
  );
}

/** How many letters have to be put in, taken out or changed. */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
