import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { control, eventually, mount, shows, tabTo, textOf } from '../testing/mount.ts';
import { testWorld, type ConversationsSeed, type TestWorld } from '../testing/test-world.ts';
import { TexterQueue } from './texter-queue.ts';
import type { MessageSentEvent } from './texting-events.ts';

TexterQueue.define();

const unsent = (n: number): ConversationsSeed => ({ n, status: 'needsMessage', texter: 1 });

async function shown(conversations: ConversationsSeed[], world?: TestWorld) {
  const own = world ?? (await testWorld({ campaigns: [{ title: 'Saturday volunteers', conversations }] }));
  const queue = new TexterQueue();
  const heard: Event[] = [];
  for (const name of ['ck-message-sent', 'ck-queue-empty', 'ck-request-more'] as const) {
    queue.addEventListener(name, event => heard.push(event));
  }
  mount({ ...own, fetchSession: () => own.session({ texter: 1 }) }, queue);
  const campaignId = own.campaignIds[0]!;
  const ids = await own.texting.conversations(campaignId);
  const sent = async () => (await own.count(campaignId)).find(({ status }) => status === 'messaged')?.count ?? 0;
  return { world: own, queue, heard, campaignId, ids, sent };
}

const person = (queue: TexterQueue) => queue.shadowRoot!.querySelector('#person')?.textContent ?? '';

/** Presses Enter, and waits until the next one is on the screen. */
async function press(queue: TexterQueue, key = 'Enter') {
  const before = person(queue);
  await sendKeys({ press: key });
  await eventually(() => person(queue) !== before, 'the next one');
  await new Promise(requestAnimationFrame);
}

describe('<texter-queue> with initial messages', () => {
  it('shows one as it will be sent, with its campaign and segments, and that it cannot be taken back', async () => {
    const { queue } = await shown([unsent(3)]);
    await shows(queue, 'Hi Tomasz, it is Ada with the Maple Street Food Bank.');
    expect(textOf(queue)).to.match(/Initial messages 3 Replies 0/);
    expect(textOf(queue)).to.contain('Saturday volunteers');
    expect(textOf(queue)).to.contain('1 segment · A sent message cannot be taken back.'.replace(' · ', ' '));
    expect(textOf(queue)).to.contain('0 of 3 sent');
    expect(queue.matches(':state(ready)')).to.equal(true);
    await expect(queue).to.be.accessible();
  });

  it('sends one with each press of Enter, to the last one, in their order', async () => {
    const { world, queue, heard, ids, sent } = await shown([unsent(5)]);
    await shows(queue, 'Hi Tomasz');
    await tabTo(queue, /^Send/);
    for (let presses = 0; presses < 5; presses++) await press(queue);
    await shows(queue, '5 initial messages sent');
    await eventually(() => heard.length === 6);
    const events = heard.slice(0, 5) as MessageSentEvent[];
    expect(events.map(({ conversationId }) => conversationId)).to.deep.equal(ids);
    expect(heard[5]!.type).to.equal('ck-queue-empty');
    expect(await sent()).to.equal(5);
    const { texts } = await world.texting.conversation(ids[0]!);
    expect(texts).to.have.length(1);
    expect(queue.matches(':state(empty)')).to.equal(true);
    await expect(queue).to.be.accessible();
  });

  it('sends one however long the key is held down', async () => {
    const { queue, sent } = await shown([unsent(6)]);
    await shows(queue, 'Hi Tomasz');
    await tabTo(queue, /^Send/);
    for (let times = 0; times < 20; times++) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await shows(queue, '1 of 6 sent');
    await eventually(async () => (await sent()) > 0);
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(await sent()).to.equal(1);
    expect(textOf(queue)).to.contain('1 of 6 sent');
  });

  it('sends one for a double click', async () => {
    const { queue, sent } = await shown([unsent(4)]);
    await shows(queue, 'Hi Tomasz');
    const send = control(queue, /^Send/);
    send.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
    await eventually(() => person(queue).startsWith('Aisha'));
    await new Promise(requestAnimationFrame);
    send.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 2 }));
    await eventually(async () => (await sent()) === 1);
    expect(textOf(queue)).to.contain('1 of 4 sent');
  });

  it('goes on over the end of a page without a stop', async () => {
    const { queue, sent } = await shown([unsent(45)]);
    await shows(queue, '0 of 45 sent');
    await tabTo(queue, /^Send/);
    for (let presses = 0; presses < 45; presses++) await press(queue);
    await shows(queue, '45 initial messages sent');
    await eventually(async () => (await sent()) === 45);
  });

  it('puts a skipped one behind all others', async () => {
    const { queue, sent } = await shown([unsent(3)]);
    await shows(queue, 'Hi Tomasz');
    await tabTo(queue, /^Send/);
    await press(queue, 's');
    expect(person(queue)).to.equal('Aisha Khan');
    expect(textOf(queue)).to.contain('1 skipped, comes back at the end');
    await press(queue);
    await press(queue);
    expect(person(queue)).to.equal('Tomasz Nowak');
    await press(queue);
    await eventually(async () => (await sent()) === 3);
  });

  it('says what would be here, and asks the host for more', async () => {
    const { queue, heard } = await shown([{ n: 2, status: 'messaged', texter: 1 }]);
    await shows(queue, 'No initial messages wait');
    expect(queue.matches(':state(empty)')).to.equal(true);
    await tabTo(queue, 'Request more');
    await sendKeys({ press: 'Enter' });
    expect(heard.map(({ type }) => type)).to.deep.equal(['ck-request-more']);
    await expect(queue).to.be.accessible();
  });

  it('says whom somebody else was faster with, and goes on', async () => {
    const { world, queue, ids, sent } = await shown([unsent(3)]);
    await shows(queue, 'Hi Tomasz');
    await world.fault({ slowMs: 1_500, path: 'texting.queue' });
    await world.texting.take(ids[0]!);
    await tabTo(queue, /^Send/);
    await press(queue);
    await shows(queue, 'Tomasz Nowak was passed over. This conversation is no longer yours.');
    expect(person(queue)).to.equal('Aisha Khan');
    expect(await sent()).to.equal(0);
    await world.fault({});
    await shows(queue, '0 of 2 sent');
  });

  it('brings back what was not taken, with the reason, and sends nothing until someone has looked', async () => {
    const { world, queue, campaignId, sent } = await shown([unsent(3)]);
    await shows(queue, 'Hi Tomasz');
    await world.texting.change(campaignId, { paused: true });
    await tabTo(queue, /^Send/);
    await sendKeys({ press: 'Enter' });
    await shows(queue, 'Sending is paused for this campaign.');
    expect(person(queue)).to.equal('Tomasz Nowak');
    expect(textOf(queue)).to.contain('0 of 3 sent');
    await expect(queue).to.be.accessible();
    await world.texting.change(campaignId, { paused: false });
    control(queue, /^Try again/).click();
    await eventually(async () => (await sent()) === 1);
    await shows(queue, '1 of 3 sent');
  });

  it('shows the new text of a script that was changed, and sends that', async () => {
    const { world, queue, campaignId, ids, sent } = await shown([unsent(2)]);
    await shows(queue, 'Hi Tomasz');
    await world.texting.change(campaignId, { script: 'Dear {firstName}, come at noon.' });
    await tabTo(queue, /^Send/);
    await sendKeys({ press: 'Enter' });
    await shows(queue, 'The script was changed. This is the new text.');
    await shows(queue, 'Dear Tomasz, come at noon.');
    control(queue, /^Try again/).click();
    await eventually(async () => (await sent()) === 1);
    const { texts } = await world.texting.conversation(ids[0]!);
    expect(texts.map(({ text }) => text)).to.deep.equal(['Dear Tomasz, come at noon.']);
  });

  it('says when texting opens, by the clock of the person', async () => {
    const { world, campaignId } = await shown([unsent(2)]);
    await world.texting.change(campaignId, { closed: true });
    const { queue, sent } = await shown([], world);
    await shows(queue, /Texting opens .* Eastern Time, where this person lives\./);
    expect(control(queue, /^Send/).getAttribute('aria-disabled')).to.equal('true');
    await tabTo(queue, /^Send/);
    await sendKeys({ press: 'Enter' });
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(await sent()).to.equal(0);
  });

  it('takes what comes while it is open', async () => {
    const { world, queue } = await shown([{ n: 1, status: 'messaged', texter: 1 }]);
    await shows(queue, 'No initial messages wait');
    await world.addCampaign({ conversations: [unsent(2)] });
    const [first] = await world.texting.conversations(world.campaignIds[0]!);
    await world.texting.write(first!, 'Hello?');
    await shows(queue, '0 of 2 sent');
    await shows(queue, 'Replies 1');
  });

  it('fits where it is narrow, in Arabic too', async () => {
    await setViewport({ width: 320, height: 640 });
    const { queue } = await shown([unsent(3)]);
    queue.lang = 'ar';
    await shows(queue, 'الرسائل الأولى');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(getComputedStyle(queue).direction).to.equal('rtl');
    await expect(queue).to.be.accessible();
    await setViewport({ width: 800, height: 600 });
  });

  it('says who may not, and comes back after a failure', async () => {
    const { world } = await shown([unsent(1)]);
    const other = new TexterQueue();
    mount({ ...world, fetchSession: () => world.session({ elements: ['operation-history'] }) }, other);
    await shows(other, 'This session was not made for this element.');
    expect(other.matches(':state(forbidden)')).to.equal(true);
    await world.suspend(1, true);
    const shutOut = new TexterQueue();
    mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, shutOut);
    await shows(shutOut, 'This user is suspended.');
    expect(shutOut.matches(':state(forbidden)')).to.equal(true);
    await world.suspend(1, false);
    await world.fault({ status: 500, path: 'texting.queue' });
    const { queue } = await shown([], world);
    await shows(queue, 'The server failed.');
    await world.fault({});
    control(queue, 'Try again').click();
    await shows(queue, 'Hi Tomasz');
  });
});
