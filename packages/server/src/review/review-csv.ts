import { en, type WordKey } from '@campaign-kit/shared/words/en';
import type { Spoken } from '@campaign-kit/shared/words/load';
import { say } from '@campaign-kit/shared/words/say';
import { csvLine } from '../contacts/csv-line.ts';
import type { ReviewRow } from './describe-rows.ts';

type Say = (key: WordKey) => string;

const sayIn =
  ({ words, locale }: Spoken): Say =>
  key =>
    say(words ?? en, locale, key);

/** The columns of the file: what each is called, and what stands in it. Instants are in UTC. */
const columns: readonly [WordKey, (row: ReviewRow, told: Say) => string][] = [
  ['reviewFile.id', row => String(row.id)],
  ['reviewFile.campaign', row => row.campaign.title],
  ['reviewFile.firstName', row => row.contact.firstName],
  ['reviewFile.lastName', row => row.contact.lastName],
  ['reviewFile.phone', row => String(row.contact.phone)],
  ['reviewFile.status', (row, told) => told(`conversations.status.${row.status}`)],
  ['reviewFile.texter', row => row.texter?.name ?? ''],
  ['reviewFile.waitingSince', row => instant(row.waitingSince)],
  ['reviewFile.lastAt', row => instant(row.lastAt)],
  ['reviewFile.lastMessage', row => row.lastMessage?.text ?? ''],
  ['reviewFile.tags', row => row.tags.map(({ name }) => name).join('; ')],
  ['reviewFile.optedOut', (row, told) => mark(row.optedOut, told)],
  ['reviewFile.escalated', (row, told) => mark(row.escalated, told)],
  ['conversations.reason', row => row.escalation?.reason ?? ''],
];

const instant = (at: number | null) => (at === null ? '' : new Date(at).toISOString());
const mark = (holds: boolean, told: Say) => (holds ? told('reviewFile.yes') : '');

/** Conversations as a file for a spreadsheet, in the reader's language; a cell is never run as a formula. */
export const reviewCsv = {
  /** Begins the file, with a byte-order mark. */
  header: (spoken: Spoken) => `\uFEFF${csvLine(columns.map(([key]) => sayIn(spoken)(key)))}`,
  lines: (rows: readonly ReviewRow[], spoken: Spoken) => {
    const told = sayIn(spoken);
    return rows.map(row => csvLine(columns.map(([, cell]) => cell(row, told)))).join('');
  },
};
