import type { Message } from './say.ts';
import { actions } from './en/actions.ts';
import { contactImport } from './en/contact-import.ts';
import { dialogs } from './en/dialogs.ts';
import { elements } from './en/elements.ts';
import { refusals } from './en/refusals.ts';

/** English: the source of all other languages, and what the server speaks. */
const source = { ...actions, ...refusals, ...contactImport, ...dialogs, ...elements };

export type WordKey = keyof typeof source;
/** A language is one of these; a missing or a surplus sentence does not compile. */
export type Words = Record<WordKey, Message>;
export const en: Words = source;
