import { actions } from './en/actions.ts';
import { elements } from './en/elements.ts';
import { refusals } from './en/refusals.ts';

/** The English that every element needs. What only some pages say (dialogs, import) comes with those pages. */
export const first = { ...actions, ...refusals, ...elements };
