const between = /[^\p{L}\p{N}\p{Co}\p{M}*"]+/u;
const said = /[\p{L}\p{N}\p{Co}]/u;
/** What begins with fewer letters is read whole before the first is known: that would hold everybody up. */
const fewestLetters = 3;

/**
 * What somebody typed, as a query of full text: every word has to stand in the message, "words in quotes" beside each other,
 * and with * at its end a word of three letters or more is the beginning of one. Null when there is no word in it.
 */
export function fullText(typed: string): string | null {
  const wanted: string[] = [];
  typed.split('"').forEach((part, at) => {
    if (at % 2 === 1) return void (said.test(part) && wanted.push(`"${part.replaceAll('*', ' ')}"`));
    for (const word of part.split(between)) {
      const bare = word.replaceAll('*', ' ');
      const beginning = word.endsWith('*') && bare.trim().length >= fewestLetters ? ' *' : '';
      if (said.test(bare)) wanted.push(`"${bare.trim()}"${beginning}`);
    }
  });
  return wanted.length ? wanted.join(' AND ') : null;
}
