/** What a campaign lacks that should be launched; said to whoever may mend it. */
export const notReadyReasons = ['noContacts', 'noScript', 'noNumber', 'pastDue'] as const;
export type NotReady = (typeof notReadyReasons)[number];

/** What a launch depends on, as it is now. */
export type Readiness = {
  /** Conversations that need their first message. */
  readonly unsent: number;
  /** An import still brings people in. */
  readonly importing: boolean;
  readonly script: string;
  /** The organization has a number to send from. */
  readonly hasNumber: boolean;
  readonly dueAt: number | null;
};

/** Whether a campaign may be launched: `wait` while an import is under way, else what is missing, the first that holds. */
export function readiness(
  { unsent, importing, script, hasNumber, dueAt }: Readiness,
  now: number,
): 'ready' | 'wait' | NotReady {
  if (dueAt !== null && dueAt <= now) return 'pastDue';
  if (script.trim() === '') return 'noScript';
  if (!hasNumber) return 'noNumber';
  if (importing) return 'wait';
  return unsent > 0 ? 'ready' : 'noContacts';
}
