import type { Words } from './en.ts';
import { actions } from './de/actions.ts';
import { contactImport } from './de/contact-import.ts';
import { dialogs } from './de/dialogs.ts';
import { elements } from './de/elements.ts';
import { outcome } from './de/outcome.ts';
import { parts } from './de/parts.ts';
import { refusals } from './de/refusals.ts';

/** German. It says what is done, and addresses nobody. */
export const de: Words = { ...actions, ...refusals, ...elements, ...parts, ...outcome, ...contactImport, ...dialogs };
