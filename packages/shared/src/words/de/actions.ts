import type { actions as english } from '../en/actions.ts';
import type { Message } from '../say.ts';

export const actions: Record<keyof typeof english, Message> = {
  'releaseUnsent.label': 'Ungesendete freigeben',
  'releaseUnsent.help': 'Konversationen, deren Erstnachricht aussteht, gehen von ihren Textern zurück in den Pool.',
  'releaseUnsent.deed': { one: '{count} Konversation freigeben', other: '{count} Konversationen freigeben' },
  'releaseUnsent.done': {
    one: '{count} Konversation freigegeben. Sie wartet im Pool.',
    other: '{count} Konversationen freigegeben. Sie warten im Pool.',
  },
  'releaseUnreplied.label': 'Unbeantwortete freigeben',
  'releaseUnreplied.help':
    'Konversationen, in denen ein Kontakt länger auf Antwort wartet, gehen von ihren Textern zurück in den Pool.',
  'releaseUnreplied.deed': { one: '{count} Konversation freigeben', other: '{count} Konversationen freigeben' },
  'releaseUnreplied.done': {
    one: '{count} Konversation freigegeben. Sie wartet im Pool.',
    other: '{count} Konversationen freigegeben. Sie warten im Pool.',
  },
  'releaseReplies.label': 'Offene Antworten freigeben',
  'releaseReplies.done': {
    one: '{count} Konversation freigegeben. Sie wartet im Pool.',
    other: '{count} Konversationen freigegeben. Sie warten im Pool.',
  },
  'markSecondPass.label': 'Zweiten Durchgang vormerken',
  'markSecondPass.help': 'Konversationen ohne Antwort brauchen wieder eine Erstnachricht.',
  'markSecondPass.deed': { one: '{count} Konversation vormerken', other: '{count} Konversationen vormerken' },
  'markSecondPass.done': {
    one: '{count} Konversation für einen zweiten Durchgang vorgemerkt.',
    other: '{count} Konversationen für einen zweiten Durchgang vorgemerkt.',
  },
  'unmarkSecondPass.label': 'Zweiten Durchgang aufheben',
  'unmarkSecondPass.help':
    'Vorgemerkte Konversationen, in denen seither nichts gesendet wurde, gelten wieder als angeschrieben.',
  'unmarkSecondPass.deed': {
    one: 'Vormerkung von {count} Konversation aufheben',
    other: 'Vormerkung von {count} Konversationen aufheben',
  },
  'unmarkSecondPass.done': {
    one: 'Vormerkung von {count} Konversation aufgehoben.',
    other: 'Vormerkung von {count} Konversationen aufgehoben.',
  },
  'assignUnsent.label': 'Ungesendete zuweisen',
  'assignUnsent.help': 'Verteilt die ungesendeten Erstnachrichten aus dem Pool auf Texter.',
  'assignUnsent.deed': { one: '{count} Konversation zuweisen', other: '{count} Konversationen zuweisen' },
  'assignUnsent.done': { one: '{count} Konversation zugewiesen.', other: '{count} Konversationen zugewiesen.' },
  'turnAutoAssignOn.label': 'Auto-Zuweisung einschalten',
  'turnAutoAssignOn.help': 'Das Anforderungsformular bietet Textern dann den Pool dieser Kampagne an.',
  'turnAutoAssignOn.deed': 'Auto-Zuweisung einschalten',
  'turnAutoAssignOn.done': 'Auto-Zuweisung ist an. Das Anforderungsformular bietet den Pool dieser Kampagne an.',
  'turnAutoAssignOff.label': 'Auto-Zuweisung ausschalten',
  'turnAutoAssignOff.help': 'Das Anforderungsformular bietet den Pool dieser Kampagne dann nicht mehr an.',
  'turnAutoAssignOff.deed': 'Auto-Zuweisung ausschalten',
  'turnAutoAssignOff.done':
    'Auto-Zuweisung ist aus. Das Anforderungsformular bietet den Pool dieser Kampagne nicht mehr an.',
  'archive.label': 'Kampagne archivieren',
  'archive.help':
    'Stoppt allen Versand und alle Benachrichtigungen. Antworten und Abmeldungen kommen weiter an und bleiben erhalten.',
  'archive.deed': 'Kampagne archivieren',
  'archive.done': 'Archiviert. Es wird nichts mehr gesendet; Antworten bleiben erhalten.',
  'unarchive.label': 'Archivierung aufheben',
  'unarchive.help': 'Die Kampagne wird wieder wie zuvor, samt den zurückgehaltenen Nachrichten.',
  'unarchive.deed': 'Archivierung aufheben',
  'unarchive.done': 'Archivierung aufgehoben. Die Kampagne ist wie zuvor.',
  'deleteUnmessaged.label': 'Nie Angeschriebene löschen',
  'deleteUnmessaged.help': 'Entfernt Kontakte, denen nie etwas gesendet wurde. Antworten der anderen bleiben.',
  'deleteUnmessaged.deed': { one: '{count} Kontakt löschen', other: '{count} Kontakte löschen' },
  'deleteUnmessaged.done': { one: '{count} Kontakt gelöscht.', other: '{count} Kontakte gelöscht.' },
  'undo.label': 'Rückgängig machen',
  'undo.done': { one: '{count} Konversation wiederhergestellt.', other: '{count} Konversationen wiederhergestellt.' },
  'importContacts.label': 'Kontaktimport',
  'importContacts.done': { one: '{count} Kontakt importiert.', other: '{count} Kontakte importiert.' },
};
