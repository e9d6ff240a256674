/** What the elements say themselves. */
export const elements = {
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.tryAgain': 'Try again',
  'common.undo': 'Undo',
} as const;
