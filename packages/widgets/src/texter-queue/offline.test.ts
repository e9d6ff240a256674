import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createCampaignKit } from '../kit.ts';
import { eventually, mount, shows, tabTo, textOf } from '../testing/mount.ts';
import { testWorld } from '../testing/test-world.ts';
import { TexterQueue } from './texter-queue.ts';

TexterQueue.define();

async function shown(mode: 'initial' | 'replies') {
  const world = await testWorld({
    campaigns: [
      { conversations: [{ n: 4, status: 'needsMessage', texter: 1 }] },
      { conversations: [{ n: 2, status: 'messaged', texter: 1 }] },
    ],
  });
  const [unsent, waiting] = await Promise.all(world.campaignIds.map(id => world.texting.conversations(id)));
  for (const id of waiting!) await world.texting.write(id, 'When?');
  const queue = new TexterQueue();
  queue.mode = mode;
  mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, queue);
  await shows(queue, /Replies 2/);
  const texts = async (id: number) =>
    (await world.texting.conversation(id)).texts.filter(({ inbound }) => !inbound).map(({ text }) => text);
  return { world, queue, unsent: unsent!, waiting: waiting!, texts };
}

const box = (queue: TexterQueue) => queue.shadowRoot!.querySelector<HTMLTextAreaElement>('#reply')!;
const person = (queue: TexterQueue) => queue.shadowRoot!.querySelector('#person')?.textContent ?? '';

async function reply(queue: TexterQueue, text: string) {
  await eventually(() => box(queue));
  box(queue).focus();
  await sendKeys({ type: text });
  await sendKeys({ press: 'Enter' });
}

describe('<texter-queue> without a network', () => {
  it('lets initial messages wait in their order, and sends each once when it is back', async () => {
    const { world, queue, unsent, texts } = await shown('initial');
    await shows(queue, 'Hi ');
    await tabTo(queue, /^Send/);
    await world.fault({ down: true });
    for (let presses = 0; presses < 3; presses++) {
      const before = person(queue);
      await sendKeys({ press: 'Enter' });
      await eventually(() => person(queue) !== before);
      await new Promise(requestAnimationFrame);
    }
    await shows(queue, '3 messages wait and go out once the connection is back.');
    expect(queue.matches(':state(offline)')).to.equal(true);
    await expect(queue).to.be.accessible();
    await world.fault({});
    dispatchEvent(new Event('online'));
    await eventually(async () => (await texts(unsent[2]!)).length === 1);
    await shows(queue, '3 of 4 sent');
    for (const id of unsent.slice(0, 3)) expect(await texts(id)).to.have.length(1);
    expect(await texts(unsent[3]!)).to.deep.equal([]);
  });

  it('sends a text once whose answer got lost on the way', async () => {
    const { world, queue, waiting, texts } = await shown('replies');
    await world.fault({ down: true, path: 'texting.sendReply' });
    await reply(queue, 'At ten');
    await shows(queue, 'Waits for the network');
    // The server gets the very same request that the page repeats, before the page does.
    type Kept = { sends: { key: string; conversationId: number }[] };
    const desks = Object.entries(sessionStorage).filter(([place]) => place.startsWith('campaign-kit texting'));
    const [place, { sends }] = desks
      .map(([place, text]) => [place, JSON.parse(text as string) as Kept] as const)
      .find(([, kept]) => kept.sends.length > 0)!;
    const { key: requestKey, conversationId } = sends[0]!;
    await world.fault({});
    await queue.kit!.ask(api =>
      api.texting.sendReply.mutate({ conversationId, text: 'At ten', media: [], requestKey }),
    );
    dispatchEvent(new Event('online'));
    await eventually(() => !textOf(queue).includes('Waits for the network'));
    await eventually(() => sessionStorage.getItem(place) === null);
    expect(await texts(waiting[0]!)).to.deep.equal(['At ten']);
  });

  it('keeps several replies to one person in their order', async () => {
    const { world, queue, waiting, texts } = await shown('replies');
    await world.fault({ down: true, path: 'texting.sendReply' });
    for (const text of ['One', 'Two', 'Three']) await reply(queue, text);
    await shows(queue, '3 messages wait');
    await world.fault({});
    await eventually(async () => (await texts(waiting[0]!)).length === 3);
    expect(await texts(waiting[0]!)).to.deep.equal(['One', 'Two', 'Three']);
  });

  it('keeps drafts and what waits when the element goes, and another one takes over', async () => {
    const { world, queue, waiting, texts } = await shown('replies');
    await world.fault({ down: true, path: 'texting.sendReply' });
    await reply(queue, 'At ten');
    await shows(queue, 'Waits for the network');
    await sendKeys({ type: 'And bring' });
    queue.remove();
    await world.fault({});
    const again = new TexterQueue();
    again.mode = 'replies';
    again.conversationId = waiting[0]!;
    again.kit = queue.kit;
    document.body.append(again);
    await eventually(async () => (await texts(waiting[0]!)).length === 1);
    await eventually(() => box(again)?.value === 'And bring');
    again.remove();
    expect(await texts(waiting[0]!)).to.deep.equal(['At ten']);
  });

  it('brings a text back into the box that was refused for good', async () => {
    const { world, queue } = await shown('replies');
    await eventually(() => box(queue));
    await world.texting.change(world.campaignIds[1]!, { paused: true });
    await reply(queue, 'At ten');
    await shows(queue, 'Sending is paused for this campaign.');
    expect(box(queue).value).to.equal('At ten');
  });

  it('waits for a session as it waits for a network, and what is typed stays', async () => {
    const { world, waiting, texts } = await shown('replies');
    let loggedIn = true;
    const kit = createCampaignKit({
      endpoint: world.endpoint,
      fetchSession: async () => {
        if (!loggedIn) throw new Error('Nobody is logged in.');
        return world.session({ texter: 1 });
      },
    });
    const other = new TexterQueue();
    other.mode = 'replies';
    other.kit = kit;
    document.body.append(other);
    await eventually(() => box(other));
    loggedIn = false;
    await world.advance(11);
    await reply(other, 'At ten');
    await shows(other, 'The session has ended.');
    await sendKeys({ type: 'more' });
    expect(box(other).value).to.equal('more');
    expect(await texts(waiting[0]!)).to.deep.equal([]);
    loggedIn = true;
    [...other.shadowRoot!.querySelectorAll('button')].find(one => one.innerText === 'Reconnect')!.click();
    await eventually(async () => (await texts(waiting[0]!)).length === 1);
    expect(box(other).value).to.equal('more');
    other.remove();
    kit.destroy();
  });

  it('forgets drafts at a logout', async () => {
    const { queue } = await shown('replies');
    await eventually(() => box(queue));
    box(queue).focus();
    await sendKeys({ type: 'secret' });
    const places = () => Object.entries(sessionStorage).filter(([, text]) => String(text).includes('secret'));
    expect(places()).to.have.length(1);
    await queue.kit!.logout();
    await eventually(() => places().length === 0);
    await eventually(() => !textOf(queue).includes('secret') && !box(queue));
  });
});
