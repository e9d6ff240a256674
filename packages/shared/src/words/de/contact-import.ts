import type { contactImport as english } from '../en/contact-import.ts';
import type { Message } from '../say.ts';

export const contactImport: Record<keyof typeof english, Message> = {
  'refusal.importNotCsv': 'Das ist keine CSV-Datei. Die Tabelle als „CSV UTF-8“ speichern und erneut versuchen.',
  'refusal.importNotUtf8': 'Der Text dieser Datei ist nicht UTF-8. Als „CSV UTF-8“ speichern und erneut versuchen.',
  'refusal.importEmpty': 'Die Datei ist leer: Ihre erste Zeile muss die Spalten nennen.',
  'refusal.importTooManyColumns': 'Die Datei hat {count} Spalten; {limit} lassen sich importieren.',
  'refusal.importNoFile': 'Es gibt keine Datei {name}.',
  'refusal.importNoPhoneColumn': 'Keine Spalte sieht nach Telefonnummern aus: angeben, welche es ist.',
  'refusal.importNoColumn': 'Die Datei hat keine Spalte „{name}“.',
  'refusal.importColumnTwice': 'Die Spalte „{name}“ ist zweimal gewählt.',
  'refusal.importQuote':
    'Das Anführungszeichen, das in Zeile {line} beginnt, endet nie, oder sein Datensatz ist zu lang.',
  'refusal.importOtherFile': 'Dieser Import begann mit einer anderen Datei: Die Spalten sind verschieden.',
  'refusal.importCutOff':
    'Die Datei endete zu früh. Noch einmal senden: Was schon importiert ist, wird nicht zweimal importiert.',
  'refusal.importMoved': 'Ein anderer Upload dieses Imports ist im Gang.',
  'refusal.importAbandoned': 'Der Upload brach ab und wurde einen Tag lang nicht erneut gesendet.',
  'badRow.noPhone': 'Keine Telefonnummer',
  'badRow.notAPhone': 'Das ist keine Telefonnummer',
  'badRow.tooShort': 'Die Telefonnummer ist zu kurz',
  'badRow.tooLong': 'Die Telefonnummer ist zu lang',
  'badRow.extension': 'An eine Telefonnummer mit Durchwahl lässt sich keine SMS senden',
  'badRow.unknownPhone': 'Kein Mobiltelefon hat diese Nummer',
  'badRow.unreadable': 'Zeichen, die sich nicht lesen lassen (nicht UTF-8)',
  'badRow.valueTooLong': 'Ein Wert ist länger als 1.000 Zeichen',
  'badRow.tooManyCells': 'Mehr Zellen, als die Kopfzeile Spalten hat',
};
