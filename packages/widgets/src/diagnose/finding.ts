/** One thing that was looked at: a sentence, and where it is wrong what to do and the line to add or change. */
export type Finding = { readonly ok: boolean; readonly what: string; readonly fix: string; readonly line: string };

export const good = (what: string): Finding => ({ ok: true, what, fix: '', line: '' });
export const bad = (what: string, fix: string, line = ''): Finding => ({ ok: false, what, fix, line });
