import type { Words } from './en.ts';
import { actions } from './ar/actions.ts';
import { contactImport } from './ar/contact-import.ts';
import { elements } from './ar/elements.ts';
import { history } from './ar/history.ts';
import { outcome } from './ar/outcome.ts';
import { parts } from './ar/parts.ts';
import { refusals } from './ar/refusals.ts';
import { releaseReplies } from './ar/release-replies.ts';
import { secondPass } from './ar/second-pass.ts';

/** Arabic. What people wrote themselves stands between isolates, so that a title in Latin letters keeps its order. */
export const ar: Words = {
  ...actions,
  ...refusals,
  ...elements,
  ...parts,
  ...outcome,
  ...contactImport,
  ...secondPass,
  ...releaseReplies,
  ...history,
};
