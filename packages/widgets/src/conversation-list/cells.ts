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

type Cell = (voice: Voice, row: ReviewRow, now: number) => unknown;

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
    return html`<span class="name" dir="auto" data-tip=${written(phone)}>${personName(row)}</span>${
        firstName || lastName ? html`<bdi class="phone muted number">${written(phone)}</bdi>` : nothing
      }${flags(voice, row)}`;
  },
  said: (voice, { lastMessage }) => {
    if (!lastMessage) return html`<span class="muted">${voice.say('conversations.nothingYet')}</span>`;
    const { text, inbound, sendStatus, reason } = lastMessage;
    const failed = !inbound && (sendStatus === 'undelivered' || sendStatus === 'failed');
    const mark = failed
      ? html`<span class="failed" data-tip=${voice.say(`smsError.${reason ?? 'unknown'}`)}
          >${icons.error}<span class="hidden">${voice.say('texting.mark.undelivered')}</span></span
        >`
      : html`<span class="muted">${listIcons.ours}<span class="hidden">${voice.say('texting.texter')}:</span></span>`;
    return html`${inbound ? nothing : mark}<span class=${inbound ? 'text' : 'text muted'} dir="auto"
        >${text === '' ? voice.say('texting.onlyPicture') : text}</span
      >`;
  },
  reason: (_voice, { escalation }) =>
    escalation
      ? html`<span class="text" dir="auto">${escalation.reason}</span>${
            escalation.by ? html`<span class="by muted" dir="auto">${escalation.by.name}</span>` : nothing
          }`
      : nothing,
  campaign: (voice, { campaign: { title, archived } }) =>
    html`<span class=${archived ? 'text muted' : 'text'} dir="auto">${title}</span>${
        archived
          ? html`<span class="muted" data-tip=${voice.say('conversations.archived')}
              >${icons.archive}<span class="hidden">${voice.say('conversations.archived')}</span></span
            >`
          : nothing
      }`,
  texter: (voice, { texter, assistant }) => {
    if (texter) return html`<span class="text" dir="auto">${texter.name}</span>`;
    return html`<span class="text muted"
      >${voice.say(assistant ? 'texting.assistant' : 'conversations.unassigned')}</span
    >`;
  },
  status: (voice, { status, waitingSince }, now) =>
    html`<span class="mark ${status}">${listIcons[status]}</span
      ><span class="text">${voice.say(`conversations.status.${status}`)}</span>${
        waitingSince === null
          ? nothing
          : html`<time class="muted number" datetime=${iso(waitingSince)} data-at=${waitingSince}
              >${duration(voice, now - waitingSince)}</time
            >`
      }`,
  tags: (voice, { tags }) => {
    const [first, ...others] = tags;
    if (!first) return nothing;
    const all = tags.map(({ name }) => name).join(', ');
    return html`<span class="tag" dir="auto" data-tip=${others.length > 0 ? all : nothing}>${first.name}</span>${
        others.length > 0
          ? html`<span class="muted number" data-tip=${all}
              >${voice.say('texters.gets', { number: others.length })}</span
            >`
          : nothing
      }`;
  },
  last: (voice, { lastAt }, now) => ago(voice, lastAt, now),
  since: (voice, { escalation }, now) => ago(voice, escalation?.at ?? null, now),
};

const ago = (voice: Voice, at: number | null, now: number) =>
  at === null
    ? nothing
    : html`<time class="number" datetime=${iso(at)} data-at=${at}>${relative(voice, Math.min(at, now), now)}</time>`;

const iso = (at: number) => new Date(at).toISOString();

const facts = [
  ['optedOut', 'leftOut.optedOut', listIcons.optedOut],
  ['escalated', 'leftOut.escalated', listIcons.escalated],
  ['needsAttention', 'texting.needsAttention', icons.warning],
  ['likelyOptOut', 'texting.flag.likely', listIcons.likely],
] as const;

const flags = (voice: Voice, row: ReviewRow): TemplateResult[] =>
  facts
    .filter(([fact]) => row[fact])
    .map(
      ([fact, word, icon]) =>
        html`<span class="flag ${fact}" data-tip=${voice.say(word)}
          >${icon}<span class="hidden">${voice.say(word)}</span></span
        >`,
    );

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
