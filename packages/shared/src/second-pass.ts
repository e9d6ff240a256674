/** The suggested title of the next pass: `P1` becomes `P2`, `Pass 1` becomes `Pass 2`, anything else gets `P2` behind it. */
export function nextPassTitle(title: string, nextPass: number): string {
  const pattern = /(?<![\p{L}\p{N}])(P|Pass[ _-]?)(\d+)(?![\p{L}\p{N}])/giu;
  const marks = [...title.matchAll(pattern)];
  const mark = marks.at(-1);
  if (!mark) return `${title} P${nextPass}`;
  const start = mark.index;
  return `${title.slice(0, start)}${mark[1]}${nextPass}${title.slice(start + mark[0].length)}`;
}

export type ScriptWarning = 'sameAsBefore' | 'usesTexterName' | 'empty';

/** What an admin should look at again before the script of a further pass goes out. */
export function scriptWarnings(script: string, before: readonly string[]): ScriptWarning[] {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
  const found: ScriptWarning[] = [];
  if (plain(script) === '') return ['empty'];
  if (before.some(text => plain(text) === plain(script))) found.push('sameAsBefore');
  if (/\{\s*texterFirstName\s*\}/i.test(script)) found.push('usesTexterName');
  return found;
}
