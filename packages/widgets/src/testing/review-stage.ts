import { sendKeys } from '@web/test-runner-commands';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import { MessageReview } from '../message-review/message-review.ts';
import { control, eventually, mount } from './mount.ts';
import { testWorld, type TestWorld } from './test-world.ts';

const hour = 60;

/** Three campaigns: one with replies that wait, one of a texter, one that is archived. */
export const reviewWorld = (): Promise<TestWorld> =>
  testWorld({
    texters: ['Ada Park', 'Ben Osei'],
    campaigns: [
      {
        title: 'Saturday volunteers',
        conversations: [
          { n: 3, status: 'needsResponse', waitingMinutes: 5 * hour },
          { n: 160, status: 'messaged' },
        ],
      },
      { title: 'Food drive', conversations: [{ n: 20, status: 'convo', texter: 1 }] },
      { title: 'Last year', archived: true, conversations: [{ n: 7, status: 'closed' }] },
    ],
  });

/** A review on the page, and what it told the host: filters as text, selections as their ids or, where all are, their number. */
export function shownReview(
  world: TestWorld,
  filter: ReviewFilter = {},
  who: Parameters<TestWorld['session']>[0] = {},
) {
  const review = new MessageReview();
  review.filter = filter;
  const heard: string[] = [];
  review.addEventListener('ck-filter-change', ({ text }) => heard.push(text));
  const selections: (readonly number[] | number | null)[] = [];
  review.addEventListener('ck-selection-change', ({ count, all, ids }) => selections.push(all ? count : ids));
  mount({ ...world, fetchSession: () => world.session(who) }, review);
  return { review, heard, selections };
}

export const rows = (review: MessageReview): HTMLElement[] => [
  ...review.shadowRoot!.querySelectorAll<HTMLElement>('.entry[data-id]'),
];

/** What a row says, in one line. */
export const line = (row: HTMLElement | undefined): string => row?.innerText.replace(/\s+/g, ' ').trim() ?? '';

export const scroller = (review: MessageReview): HTMLElement =>
  review.shadowRoot!.querySelector<HTMLElement>('.rows-scroller')!;

/** Waits for a control that comes a moment later. */
export const there = (review: MessageReview, name: string | RegExp): Promise<void> =>
  eventually(
    () => {
      try {
        return control(review, name);
      } catch {
        return null;
      }
    },
    `${String(name)} is there`,
  );

export async function press(review: MessageReview, name: string | RegExp): Promise<void> {
  await there(review, name);
  control(review, name).click();
}

export async function chord(held: string, key: string): Promise<void> {
  await sendKeys({ down: held });
  await sendKeys({ press: key });
  await sendKeys({ up: held });
}
