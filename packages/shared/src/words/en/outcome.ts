/** What an undo could not give back, and what is said of a count besides its number. */
export const outcome = {
  'result.moved': 'It was {previewed} in the preview. The others had moved on in between.',
  'result.autoAssignOff': 'Auto-assign is off, so no texter will get them.',
  'result.undoing': 'Undoing',
  'preview.shareLess': 'Less than {share} of {total} conversations',
  'undo.stay': { one: '{count} stays: changed since.', other: '{count} stay: changed since.' },
  'undo.none': 'Nothing was given back.',
  'undo.contacts': { one: 'Gave back {count} contact.', other: 'Gave back {count} contacts.' },
  'history.undoCountContacts': { one: 'contact is given back', other: 'contacts are given back' },
  'history.state.undoneKept': { one: 'Undone, {count} kept', other: 'Undone, {count} kept' },
  'history.state.doneKept': { one: 'Done, {count} kept', other: 'Done, {count} kept' },
} as const;
