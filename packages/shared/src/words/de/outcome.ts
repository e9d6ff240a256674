import type { outcome as english } from '../en/outcome.ts';
import type { Message } from '../say.ts';

export const outcome: Record<keyof typeof english, Message> = {
  'result.moved': 'In der Vorschau waren es {previewed}. Die anderen haben sich inzwischen geändert.',
  'result.autoAssignOff': 'Auto-Zuweisung ist aus, also bekommt sie kein Texter.',
  'result.undoing': 'Wird rückgängig gemacht',
  'preview.shareLess': 'Weniger als {share} von {total} Konversationen',
  'undo.stay': {
    one: '{count} bleibt, wie sie ist: seither geändert.',
    other: '{count} bleiben, wie sie sind: seither geändert.',
  },
  'undo.none': 'Nichts wurde wiederhergestellt.',
  'undo.contacts': { one: '{count} Kontakt wiederhergestellt.', other: '{count} Kontakte wiederhergestellt.' },
  'history.undoCountContacts': { one: 'Kontakt wird wiederhergestellt', other: 'Kontakte werden wiederhergestellt' },
  'history.state.undoneKept': { one: 'Zurückgenommen, {count} blieb', other: 'Zurückgenommen, {count} blieben' },
  'history.state.doneKept': { one: 'Fertig, {count} blieb', other: 'Fertig, {count} blieben' },
};
