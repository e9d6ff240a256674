import type { Message } from './say.ts';
import { contactImport } from './en/contact-import.ts';
import { dialogs } from './en/dialogs.ts';
import { outcome } from './en/outcome.ts';
import { parts } from './en/parts.ts';
import { first } from './first.ts';

/** English: the source of all other languages, and what the server speaks. */
const source = { ...first, ...parts, ...outcome, ...contactImport, ...dialogs };

export type WordKey = keyof typeof source;
/** A language is one of these; a missing or a surplus sentence does not compile. */
export type Words = Record<WordKey, Message>;
export const en: Words = source;
