import { html, nothing, type TemplateResult } from 'lit';
import type { WordKey } from '@campaign-kit/shared/words/en';
import { icons } from '../parts/icons.ts';
import { relative } from '../parts/relative-time.ts';
import type { Voice } from '../parts/voice.ts';
import { listIcons } from './list-icons.ts';
import { personName } from './person-name.ts';
import type { ReviewRow } from '../contract.ts';
import { written } from './written-phone.ts';

/** What can be shown of a conversation, in a column or, where it is narrow, at a place of its card. */
export type Column = 'who' | 'said' | 'reason' | 'campaign' | 'texter' | 'status' | 'tags' | 'last' | 'since';

/** What stands in a cell. */
type Shown = {
  content: unknown;
  /** `text`: it holds one text and nothing else, which costs a browser least; `muted` and the like. */
  is?: string;
  /** Its text was written by people, in whatever language. */
  theirs?: boolean;
  /** The instant that its text is about. */
  at?: number;
};

type Cell = (voice: Voice, row: ReviewRow, now: number) => Shown;

export const columnWords: Record<Column, WordKey> = {
  who: 'conversations.who',
  said: 'conversations.said',
  reason: 'conversations.reason',
  campaign: 'history.campaign',
  texter: 'conversations.texter',
  status: 'conversations.status',
  tags: 'texting.tags',
  last: 'conversations.last',
  since: 'conversations.since',
};

export const cells: Record<Column, Cell> = {
  who: (voice, row) => {
    const { firstName, lastName, phone } = row.contact;
    return {
      content: html`<span class="name" dir="auto" data-tip=${written(phone)}>${personName(row)}</span>${
          firstName || lastName ? html`<bdi class="phone muted number">${written(phone)}</bdi>` : nothing
        }${flags(voice, row)}`,
    };
  },
  said: (voice, { lastMessage }) => {
    if (!lastMessage) return { content: voice.say('conversations.nothingYet'), is: 'text muted' };
    const { text, inbound, sendStatus, reason } = lastMessage;
    const said = text === '' ? voice.say('texting.onlyPicture') : text;
    if (inbound) return { content: said, is: 'text', theirs: true };
    const failed = sendStatus === 'undelivered' || sendStatus === 'failed';
    const mark = failed
      ? sign('failed', voice.say('texting.mark.undelivered'), icons.error, voice.say(`smsError.${reason ?? 'unknown'}`))
      : sign('muted', `${voice.say('texting.texter')}:`, listIcons.ours, nothing);
    return { content: html`${mark}<span class="text muted" dir="auto">${said}</span>` };
  },
  reason: (_voice, { escalation }) => {
    if (!escalation) return { content: nothing };
    const { reason, by } = escalation;
    if (!by) return { content: reason, is: 'text', theirs: true };
    return {
      content: html`<span class="text" dir="auto">${reason}</span><span class="by muted" dir="auto">${by.name}</span>`,
    };
  },
  campaign: (voice, { campaign: { title, archived } }) => {
    if (!archived) return { content: title, is: 'text', theirs: true };
    const mark = sign('muted', voice.say('conversations.archived'), icons.archive);
    return { content: html`<span class="text muted" dir="auto">${title}</span>${mark}` };
  },
  texter: (voice, { texter, assistant }) =>
    texter
      ? { content: texter.name, is: 'text', theirs: true }
      : { content: voice.say(assistant ? 'texting.assistant' : 'conversations.unassigned'), is: 'text muted' },
  status: (voice, { status, waitingSince }, now) => ({
    is: status,
    content: html`${listIcons[status]}<span class="text">${voice.say(`conversations.status.${status}`)}</span>${
        waitingSince === null
          ? nothing
          : html`<time class="muted number" datetime=${iso(waitingSince)} data-at=${waitingSince}
              >${duration(voice, now - waitingSince)}</time
            >`
      }`,
  }),
  tags: (voice, { tags }) => {
    const [first, ...others] = tags;
    if (!first) return { content: nothing };
    const all = tags.map(({ name }) => name).join(', ');
    return {
      content: html`<span class="tag" dir="auto" data-tip=${others.length > 0 ? all : nothing}>${first.name}</span>${
          others.length > 0
            ? html`<span class="muted number" data-tip=${all}
                >${voice.say('texters.gets', { number: others.length })}</span
              >`
            : nothing
        }`,
    };
  },
  last: (voice, { lastAt }, now) => ago(voice, lastAt, now),
  since: (voice, { escalation }, now) => ago(voice, escalation?.at ?? null, now),
};

const ago = (voice: Voice, at: number | null, now: number): Shown =>
  at === null ? { content: nothing } : { content: relative(voice, Math.min(at, now), now), is: 'text number', at };

const iso = (at: number) => new Date(at).toISOString();

const facts = [
  ['optedOut', 'leftOut.optedOut', listIcons.optedOut],
  ['escalated', 'leftOut.escalated', listIcons.escalated],
  ['needsAttention', 'texting.needsAttention', icons.warning],
  ['likelyOptOut', 'texting.flag.likely', listIcons.likely],
] as const;

const flags = (voice: Voice, row: ReviewRow): TemplateResult[] =>
  facts.filter(([fact]) => row[fact]).map(([fact, word, icon]) => sign(`flag ${fact}`, voice.say(word), icon));

/** A drawing that says something, in words for those who do not see it and for those who point at it. */
export const sign = (is: string, said: string, drawing: unknown, tip: unknown = said): TemplateResult =>
  html`<span class=${is} role="img" aria-label=${said} data-tip=${tip}>${drawing}</span>`;

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long, in the largest unit that fits, as short as the language has it. */
function duration({ locale }: Voice, ms: number): string {
  const [unit, size] = units.find(([, size]) => ms >= size) ?? ['minute', 60_000];
  return format(locale, unit).format(Math.max(0, Math.floor(ms / size)));
}

const formats = new Map<string, Intl.NumberFormat>();

function format(locale: string, unit: string): Intl.NumberFormat {
  const key = `${locale} ${unit}`;
  let known = formats.get(key);
  if (!known) formats.set(key, (known = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' })));
  return known;
}
