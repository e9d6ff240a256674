/** What the elements say themselves. */
export const elements = {
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.done': 'Done',
  'common.back': 'Back',
  'common.tryAgain': 'Try again',
  'common.undo': 'Undo',

  'menu.open': 'Campaign actions',
  'menu.openFor': 'Actions of {campaign}',
  'menu.running': 'Campaign actions, {action} is running',
  'menu.none': 'There is nothing to do with this campaign.',
  'menu.loading': 'Loading the actions',
  'menu.progress': '{done} of {total}',

  'steps.label': 'Steps',

  'preview.counting': 'Counting',
  'preview.share': '{share} of {total} conversations',
  'preview.nothing': 'There are no conversations that this is about.',
  'preview.texters': { one: 'from {count} texter', other: 'from {count} texters' },
  'preview.textersOfCampaigns': {
    one: 'from {count} texter in {campaigns} campaigns',
    other: 'from {count} texters in {campaigns} campaigns',
  },
  'preview.leftOut': 'Left out',
  'preview.stale': 'The count could not be refreshed. It may be out of date.',
  'preview.moved': 'It was {was} when you asked, and is {count} now. Nothing was changed yet.',
  'preview.none': 'Nothing to change now.',

  'caption.release': { one: 'conversation goes back to the pool', other: 'conversations go back to the pool' },
  'caption.unmark': { one: 'conversation is messaged again', other: 'conversations are messaged again' },
  'caption.delete': { one: 'contact is deleted', other: 'contacts are deleted' },
  'caption.change': { one: 'conversation changes', other: 'conversations change' },
  'delete.kept': {
    one: 'It can be undone for {count} day. Then the contacts are gone for good.',
    other: 'It can be undone for {count} days. Then the contacts are gone for good.',
  },

  'typed.label': 'Type {number} to confirm',
  'typed.wrong': 'This is not the number above.',

  'progress.label': 'Progress',
  'progress.line': '{done} of {total}',
  'progress.seconds': {
    one: '{done} of {total} · about {count} second left',
    other: '{done} of {total} · about {count} seconds left',
  },
  'progress.minutes': {
    one: '{done} of {total} · about {count} minute left',
    other: '{done} of {total} · about {count} minutes left',
  },
  'progress.stop': 'Stop',
  'progress.stopping': 'Stopping at {done} of {total}',
  'progress.leave': 'It goes on when this is closed.',
  'progress.starting': 'Starting',

  'result.stopped': 'Stopped. {done}',
  'result.failed': 'It failed on the way. {done}',
  'result.moved': 'It was {previewed} in the preview. The others had moved on in between.',
  'result.autoAssignOff': 'Auto-assign is off, so no texter will get them.',
  'result.turnOn': 'Turn on',
  'result.undone': 'Undone. The campaign is as it was before.',
  'result.undoing': 'Undoing',

  'state.lost': 'This is not connected to Campaign Kit.',
  'state.failed': 'The server failed.',
  'state.forbidden': 'Only an admin or an owner can do this.',
  'state.offline': 'There is no connection.',
  'state.offlineSafe': 'Nothing was changed.',
  'state.offlineStale': 'No connection. What is shown may be out of date.',
  'state.expired': 'The session has ended.',
  'state.reconnect': 'Reconnect',
  'state.requestId': 'Request {id}',
} as const;
