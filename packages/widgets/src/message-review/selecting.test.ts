import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { control, eventually, shows, tabTo } from '../testing/mount.ts';
import { chord, line, reviewWorld as made, rows, scroller, shownReview as shown } from '../testing/review-stage.ts';
import { MessageReview } from './message-review.ts';

MessageReview.define();

const box = (row: HTMLElement) => row.querySelector<HTMLInputElement>('input')!;

describe('the list of <message-review>', () => {
  it('reads on as one scrolls, and holds no more than what is near', async () => {
    const { review } = shown(await made(), { statuses: ['messaged'] });
    await shows(review, '160 conversations');
    await eventually(() => rows(review).length > 10);
    const drawn = rows(review).length;
    scroller(review).scrollTop = 1e6;
    await eventually(() => {
      scroller(review).scrollTop = 1e6;
      return rows(review).at(-1)?.getAttribute('aria-rowindex') === '161';
    });
    expect(rows(review).length).to.be.at.most(drawn + 16);
    const ids = new Set(rows(review).map(({ dataset }) => dataset.id));
    expect(ids.size).to.equal(rows(review).length);
  });

  it('draws no more than is seen and a little while somebody leaps, and more once they go on slowly', async () => {
    const { review } = shown(await made(), { statuses: ['messaged'] });
    await eventually(() => rows(review).length > 10);
    const seen = () => {
      const { top, bottom } = scroller(review).getBoundingClientRect();
      return rows(review).filter(
        row => row.getBoundingClientRect().top < bottom && row.getBoundingClientRect().bottom > top,
      );
    };
    const slow = rows(review).length;
    scroller(review).scrollTop = 2_500;
    await eventually(() => Number(seen()[0]?.ariaRowIndex) > 20);
    const index = rows(review).map(row => Number(row.ariaRowIndex));
    expect(index).to.deep.equal(index.map((_, at) => index[0]! + at));
    expect(rows(review).length).to.be.below(slow);
    expect(rows(review).length).to.be.at.least(seen().length + 2);
    scroller(review).scrollTop += 4 * rows(review)[0]!.offsetHeight;
    await eventually(() => rows(review).length > slow);
  });

  it('hands no focus on to the row that comes in place of one that is scrolled away', async () => {
    const { review } = shown(await made(), { statuses: ['messaged'] });
    await eventually(() => rows(review).length > 10);
    const active = () => review.shadowRoot!.activeElement as HTMLElement;
    await tabTo(review, 'Select all that are shown');
    await sendKeys({ press: 'Tab' });
    const first = active().closest<HTMLElement>('.entry')!.dataset.id;
    scroller(review).scrollTop = 2_500;
    await eventually(() => rows(review).every(({ dataset }) => dataset.id !== first));
    await eventually(() => active() === scroller(review));
    await sendKeys({ press: 'ArrowDown' });
    await eventually(() => active().closest('.entry')?.getAttribute('aria-rowindex') === '3');
  });

  it('is worked by keyboard alone: rows, cells, ranges, all; said to those who listen', async () => {
    const { review, selections } = shown(await made(), { statuses: ['messaged'] });
    await shows(review, '160 conversations');
    await eventually(() => rows(review).length > 10);
    const active = () => review.shadowRoot!.activeElement as HTMLElement;
    const said = () => review.shadowRoot!.querySelector('.conversations > [role=status]')?.textContent;
    await tabTo(review, 'Select all that are shown');
    await sendKeys({ press: 'Tab' });
    expect(active().dataset.column).to.equal('who');
    await sendKeys({ press: 'ArrowDown' });
    await eventually(() => active().parentElement?.getAttribute('aria-rowindex') === '3');
    await sendKeys({ press: 'ArrowLeft' });
    await eventually(() => active().dataset.column === 'tick');
    await sendKeys({ press: 'Space' });
    await eventually(() => said() === '1 selected');
    await chord('Shift', 'ArrowDown');
    await chord('Shift', 'ArrowDown');
    await eventually(() => said() === '3 selected');
    await chord('Control', 'End');
    await eventually(() => Number(active()?.closest<HTMLElement>('.entry')?.ariaRowIndex) > 70);
    await chord('Control', 'a');
    await eventually(() => said() === 'All 160 selected');
    expect(selections.at(-1)).to.equal(160);
    await sendKeys({ press: 'Space' });
    await eventually(() => said() === '159 selected');
    await expect(review).to.be.accessible();
    control(review, 'Clear selection').click();
    await eventually(() => said() === 'Nothing selected');
    expect(selections.at(-1)).to.deep.equal([]);
  });

  it('selects by click, by a range with shift, all that are shown, and all that match', async () => {
    const { review, selections } = shown(await made(), { statuses: ['messaged'] });
    await shows(review, '160 conversations');
    await eventually(() => rows(review).length > 10);
    // Beside the box is as good as on it.
    rows(review)[1]!.querySelector<HTMLElement>('.tick')!.click();
    await eventually(() => box(rows(review)[1]!).checked);
    box(rows(review)[4]!).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }));
    await shows(review, '4 selected');
    expect(selections.at(-1)).to.have.length(4);
    control(review, 'Select all that are shown').click();
    await shows(review, '80 selected');
    control(review, 'Select all 160').click();
    await shows(review, 'All 160 selected');
    box(rows(review)[0]!).click();
    await shows(review, '159 selected');
    control(review, 'Select all 160').click();
    await shows(review, 'All 160 selected');
    review.filter = {};
    await eventually(() => selections.at(-1)?.toString() === '');
  });

  it('marks a reply where the row is, and moves nothing under the pointer', async () => {
    const world = await made();
    const { review } = shown(world, { campaigns: [world.campaignIds[0]!] });
    review.sort = 'recent';
    await shows(review, '163 conversations');
    await eventually(() => rows(review).length > 10);
    scroller(review).closest('.frame')!.dispatchEvent(new PointerEvent('pointerenter'));
    const before = rows(review).map(({ dataset }) => dataset.id);
    const third = Number(before[5]);
    await world.texting.write(third, 'Can I bring my sister?');
    await shows(review, 'Can I bring my sister?');
    expect(rows(review).map(({ dataset }) => dataset.id)).to.deep.equal(before);
    expect(rows(review)[5]?.querySelector('[role=rowheader] [role=img]')?.ariaLabel).to.equal('New reply');
    scroller(review).closest('.frame')!.dispatchEvent(new PointerEvent('pointerleave'));
    await world.texting.write(Number(before[6]), 'And my brother?');
    await eventually(() => rows(review)[0]?.dataset.id === before[6]);
    expect(line(rows(review)[0])).to.contain('And my brother?');
  });
});
