import type { CampaignActionName } from './registry.ts';

/** How an action meets its user. Its words are `<name>.label`, `.help`, `.deed` (the button that runs it) and `.done`. */
type Face = {
  /** About conversations that are counted first; else about the campaign itself. */
  readonly counts: boolean;
  /** Dangerous: stands last, behind a line. `typed`: asks to type the number. */
  readonly danger: 'no' | 'yes' | 'typed';
};

/** Apart from the rules of the actions, which an element has no use for and does not carry along. */
export const faces: Readonly<Record<CampaignActionName, Face>> = {
  releaseUnsent: { counts: true, danger: 'no' },
  releaseUnreplied: { counts: true, danger: 'no' },
  markSecondPass: { counts: true, danger: 'no' },
  unmarkSecondPass: { counts: true, danger: 'no' },
  turnAutoAssignOn: { counts: false, danger: 'no' },
  turnAutoAssignOff: { counts: false, danger: 'no' },
  assignUnsent: { counts: true, danger: 'no' },
  unarchive: { counts: false, danger: 'no' },
  archive: { counts: false, danger: 'yes' },
  deleteUnmessaged: { counts: true, danger: 'typed' },
};
