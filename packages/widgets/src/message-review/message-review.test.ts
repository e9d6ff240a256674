import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { control, eventually, mount, shows } from '../testing/mount.ts';
import {
  press,
  reviewWorld as made,
  rows,
  scroller,
  line,
  shownReview as shown,
  there,
} from '../testing/review-stage.ts';
import { testWorld } from '../testing/test-world.ts';
import { MessageReview } from './message-review.ts';

MessageReview.define();

const chips = (review: MessageReview) =>
  [...review.shadowRoot!.querySelectorAll<HTMLElement>('.chip')].map(chip => chip.innerText.trim());

describe('<message-review>', () => {
  it('shows what it may show: how many there are, who waits longest first, archived campaigns left out', async () => {
    const { review } = shown(await made());
    await shows(review, '183 conversations');
    await eventually(() => rows(review).length > 10);
    expect(line(rows(review)[0])).to.match(/Alvarez|Nowak|Khan|Chen|Okafor/);
    expect(line(rows(review)[0])).to.contain('Needs response');
    expect(review.matches(':state(ready)')).to.equal(true);
    expect(scroller(review).getAttribute('aria-rowcount')).to.equal('184');
    await expect(review).to.be.accessible();
  });

  it('filters by every control, shows each filter as a chip, and tells the host', async () => {
    const world = await made();
    const { review, heard } = shown(world);
    await shows(review, '183 conversations');
    control(review, 'Status').click();
    await press(review, 'In conversation');
    await shows(review, '20 conversations');
    await expect(review).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(heard).to.deep.equal(['statuses=convo']);
    expect(review.getAttribute('filter')).to.equal('statuses=convo');

    control(review, 'Campaigns').click();
    await shows(review, 'Saturday volunteers');
    control<HTMLInputElement>(review, 'Find campaigns').focus();
    await sendKeys({ type: 'drive' });
    const menu = review.shadowRoot!.querySelector<HTMLElement>('#campaigns-menu')!;
    await eventually(() => menu.innerText.includes('Food drive') && !menu.innerText.includes('Saturday'));
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Space' });
    await eventually(() => heard.at(-1) === `campaigns=${world.campaignIds[1]}&statuses=convo`);
    await sendKeys({ press: 'Escape' });
    expect(chips(review)).to.deep.equal(['In conversation', 'Campaign: Food drive']);

    control(review, 'Assigned to').click();
    await press(review, /^Ben Osei/);
    await shows(review, 'No conversation matches');
    expect(review.matches(':state(empty)')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    control(review, 'Remove: Assigned to: Ben Osei').click();
    await shows(review, '20 conversations');
    control(review, 'Clear filters').click();
    await shows(review, '183 conversations');
    expect(heard.at(-1)).to.equal('');
    expect(review.hasAttribute('filter')).to.equal(false);
  });

  it('asks for what is asked for less often, and for people and words as they are typed', async () => {
    const world = await made();
    const { review, heard } = shown(world);
    await shows(review, '183 conversations');
    control(review, 'More').click();
    await shows(review, 'Delivery error');
    const choose = (field: string, value: string) => {
      const select = review.shadowRoot!.querySelector<HTMLSelectElement>(`#filter-${field}`)!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    choose('archived', 'only');
    await shows(review, '7 conversations');
    await expect(review).to.be.accessible();
    choose('archived', 'include');
    await shows(review, '190 conversations');
    choose('optedOut', 'yes');
    await shows(review, '0 conversations');
    expect(chips(review)).to.deep.equal(['Opted out', 'Archived campaigns: Included']);
    choose('optedOut', '');
    await sendKeys({ press: 'Escape' });
    const [first] = await world.texting.conversations(world.campaignIds[1]!);
    await world.texting.write(first!, 'I need a ride to the polling place');
    control<HTMLInputElement>(review, 'Words in messages').focus();
    await sendKeys({ type: 'polling' });
    await shows(review, '1 conversation');
    await shows(review, 'I need a ride to the polling place');
    expect(heard.at(-1)).to.equal('archived=include&words=polling');
    control<HTMLInputElement>(review, 'Name or phone').focus();
    await sendKeys({ type: 'nobody' });
    await shows(review, 'No conversation matches');
  });

  it('takes its filter from an address and names what is in it', async () => {
    const world = await made();
    const review = new MessageReview();
    review.setAttribute('filter', `campaigns=${world.campaignIds[1]}&texters=${world.texterIds[0]}&from=nonsense`);
    mount(world, review);
    await shows(review, '20 conversations');
    await eventually(() => chips(review).join() === 'Campaign: Food drive,Assigned to: Ada Park');
    review.filter = { statuses: ['needsResponse'] };
    await shows(review, '3 conversations');
    expect(review.getAttribute('filter')).to.equal('statuses=needsResponse');
  });

  it('keeps a filter and its order as a view, goes back to it, and lets go of it', async () => {
    const { review } = shown(await made(), { statuses: ['convo'] });
    review.sort = 'name';
    await shows(review, '20 conversations');
    control(review, 'Saved views').click();
    await shows(review, 'None are saved yet.');
    control<HTMLInputElement>(review, 'Name for these filters').focus();
    await sendKeys({ type: 'In talks' });
    await sendKeys({ press: 'Enter' });
    await there(review, /^In talks/);
    await expect(review).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    control(review, 'Clear filters').click();
    await shows(review, '183 conversations');
    control(review, 'Saved views').click();
    await eventually(() => review.shadowRoot!.querySelector('.view'));
    review.shadowRoot!.querySelector<HTMLElement>('.view')!.click();
    await shows(review, '20 conversations');
    expect(review.sort).to.equal('name');
    control(review, /^In talks/).click();
    await eventually(() => review.shadowRoot!.querySelector('.view'));
    control(review, 'Remove the view In talks').click();
    await shows(review, 'None are saved yet.');
  });

  it('writes what the filter shows to a file, and goes on after a break', async () => {
    const world = await made();
    const { review } = shown(world, { campaigns: [world.campaignIds[1]!] });
    await shows(review, '20 conversations');
    await world.fault({ path: 'review.exportPage', down: true });
    control(review, 'Export as CSV').click();
    await shows(review, 'There is no connection. It waits for the connection and then goes on by itself.');
    await expect(review).to.be.accessible();
    await world.fault({});
    await shows(review, 'Exported 20 conversations.');
    const link = review.shadowRoot!.querySelector<HTMLAnchorElement>('#export-file')!;
    expect(link.download).to.match(/^conversations-\d{4}-\d{2}-\d{2}\.csv$/);
    expect(link.href).to.match(/^blob:/);
  });

  it('says who may see it, what failed, and that it is out of date', async () => {
    const world = await made();
    const { review: texters } = shown(world, {}, { texter: 1 });
    await eventually(() => texters.matches(':state(forbidden)'));
    const { review: supervolunteers } = shown(world, {}, { role: 'supervolunteer' });
    await shows(supervolunteers, '183 conversations');
    await eventually(() => rows(supervolunteers).length > 10);
    expect(
      supervolunteers.shadowRoot!.querySelector('.entry input')?.checkVisibility({ visibilityProperty: true }),
    ).to.equal(false);
    await world.fault({ path: 'review.list', status: 500 });
    const { review } = shown(world);
    await shows(review, 'Try again');
    await world.fault({});
    control(review, 'Try again').click();
    await shows(review, '183 conversations');
    await world.fault({ down: true });
    review.sort = 'name';
    await eventually(() => review.matches(':state(offline)'));
    await world.fault({});
    await eventually(() => review.matches(':state(ready)'));
  });

  it('says what would be here before there is anything', async () => {
    const { review } = shown(await testWorld());
    await shows(review, 'There are no conversations yet');
    expect(review.matches(':state(empty)')).to.equal(true);
    await expect(review).to.be.accessible();
  });
});
