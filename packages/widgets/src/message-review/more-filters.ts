import { html, type TemplateResult } from 'lit';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import { smsReasons } from '@campaign-kit/shared/sms-errors';
import type { Voice } from '../parts/voice.ts';
import type { FilterChange } from './change-filter.ts';
import { errorName, facts } from './chips-of.ts';
import { dayOf, lastDayBefore, startOfDay } from './zoned-day.ts';

type Change = (change: FilterChange) => void;

const fields = ['operator', 'archived', 'deliveryError', 'from', 'to', ...facts.map(([fact]) => fact)] as const;

/** How many of them say something. */
export const moreCount = (filter: ReviewFilter): number => fields.filter(field => filter[field] !== undefined).length;

/** The filters that are asked for less often: one small control each. */
export function moreFilters(voice: Voice, filter: ReviewFilter, change: Change): TemplateResult {
  const say = voice.say.bind(voice);
  const yesNo = [
    ['yes', say('review.yes')],
    ['no', say('review.no')],
  ] as const;
  const { operator, archived, deliveryError } = filter;
  return html`<div class="more">
    ${choose('operator', say('review.operator'), operator, say('review.any'), change, [
      ['agents', say('review.agents')],
      ['assistant', say('texting.assistant')],
    ])}
    ${choose('archived', say('review.archived'), archived, say('review.archivedOut'), change, [
      ['include', say('review.archivedToo')],
      ['only', say('review.archivedOnly')],
    ])}
    ${facts.map(([fact, word]) => {
      const value = filter[fact] === undefined ? undefined : filter[fact] ? 'yes' : 'no';
      const take = ({ [fact]: chosen }: Record<string, unknown>) =>
        change({ [fact]: chosen === undefined ? undefined : chosen === 'yes' });
      return choose(fact, say(word), value, say('review.any'), take, yesNo);
    })}
    ${choose('deliveryError', say('review.deliveryError'), deliveryError, say('review.any'), change, [
      ['any', say('review.anyError')],
      ...smsReasons.map(reason => [reason, errorName(voice, reason)] as const),
    ])}
    ${day(voice, 'from', filter, change)} ${day(voice, 'to', filter, change)}
  </div>`;
}

function choose(
  field: string,
  label: string,
  value: string | undefined,
  any: string,
  change: Change,
  options: readonly (readonly [string, string])[],
): TemplateResult {
  return html`<div class=${field === 'deliveryError' ? 'field wide' : 'field'}>
    <label for="filter-${field}">${label}</label>
    <select
      class="input"
      part="input"
      id="filter-${field}"
      @change=${(event: Event) => change({ [field]: (event.target as HTMLSelectElement).value || undefined })}
    >
      <option value="" .selected=${value === undefined}>${any}</option>
      ${options.map(([option, text]) => html`<option value=${option} .selected=${option === value}>${text}</option>`)}
    </select>
  </div>`;
}

/** A day of the kit's zone. The last one counts to its end. */
function day(voice: Voice, field: 'from' | 'to', filter: ReviewFilter, change: Change): TemplateResult {
  const { timeZone } = voice;
  const at = filter[field];
  const value = at === undefined ? '' : field === 'from' ? dayOf(at, timeZone) : lastDayBefore(at, timeZone);
  const onChange = (event: Event) => {
    const start = startOfDay((event.target as HTMLInputElement).value, timeZone, field === 'to' ? 1 : 0);
    change({ [field]: start ?? undefined });
  };
  return html`<div class="field">
    <label for="filter-${field}">${voice.say(`review.${field}`)}</label>
    <input class="input" part="input" id="filter-${field}" type="date" .value=${value} @change=${onChange} />
  </div>`;
}
