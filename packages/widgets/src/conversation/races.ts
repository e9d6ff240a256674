import type { KitError } from '../kit-error.ts';

/** Reasons that are nobody's mistake: somebody or something else was faster. */
const lost = new Set(['refusal.notYours', 'refusal.noConversation', 'refusal.movedOn', 'refusal.contactOptedOut']);

export const isLostRace = ({ reason }: KitError): boolean => reason !== null && lost.has(reason);

/** The conversation is not this texter's any more, or not at all. */
export const isGone = ({ reason }: KitError): boolean =>
  reason === 'refusal.notYours' || reason === 'refusal.noConversation';
