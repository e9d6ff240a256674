import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { control, eventually, mount, shows, tabTo, textOf } from '../testing/mount.ts';
import { testWorld, type TestWorld } from '../testing/test-world.ts';
import { TexterQueue } from './texter-queue.ts';

TexterQueue.define();

/** Three people who have written back, in the order of their ids, the first one longest ago. */
async function threeReplies(): Promise<{ world: TestWorld; ids: number[]; campaignId: number }> {
  const world = await testWorld({
    campaigns: [{ title: 'Neighborhood meeting', conversations: [{ n: 3, status: 'messaged', texter: 1 }] }],
  });
  const campaignId = world.campaignIds[0]!;
  const ids = await world.texting.conversations(campaignId);
  for (const [at, text] of ['When does it start?', 'Who is this?', 'I will be there'].entries()) {
    await world.texting.write(ids[at]!, text);
    await world.advance(5);
  }
  return { world, ids, campaignId };
}

async function shown(from?: Awaited<ReturnType<typeof threeReplies>>) {
  const made = from ?? (await threeReplies());
  const queue = new TexterQueue();
  queue.mode = 'replies';
  const heard: Event[] = [];
  queue.addEventListener('ck-message-sent', event => heard.push(event));
  queue.addEventListener('ck-queue-empty', event => heard.push(event));
  mount({ ...made.world, fetchSession: () => made.world.session({ texter: 1 }) }, queue);
  await shows(queue, /Replies \d/);
  return { ...made, queue, heard };
}

const root = (queue: TexterQueue) => queue.shadowRoot!;
const box = (queue: TexterQueue) => root(queue).querySelector<HTMLTextAreaElement>('#reply')!;
const names = (queue: TexterQueue) => [...root(queue).querySelectorAll('.list .name')].map(one => one.textContent);
const openName = (queue: TexterQueue) => root(queue).querySelector('.thread .name')?.textContent ?? '';
const isOpen = (queue: TexterQueue, name: string) => eventually(() => openName(queue) === name && box(queue), name);

async function type(queue: TexterQueue, text: string) {
  await eventually(() => box(queue));
  box(queue).focus();
  await sendKeys({ type: text });
}

describe('<texter-queue> with replies', () => {
  it('lists who waits, the longest first, and opens that one beside the list', async () => {
    const { queue } = await shown();
    await isOpen(queue, 'Tomasz Nowak');
    expect(names(queue)).to.deep.equal(['Tomasz Nowak', 'Aisha Khan', 'Wei Chen']);
    expect(textOf(queue)).to.contain('When does it start?');
    expect(root(queue).querySelector('[aria-current]')!.textContent).to.contain('Tomasz Nowak');
    await expect(queue).to.be.accessible();
  });

  it('sends a reply with Enter, shows it at once, and what became of it as it happens', async () => {
    const { world, queue, heard, ids } = await shown();
    await isOpen(queue, 'Tomasz Nowak');
    await type(queue, 'At ten');
    await sendKeys({ press: 'Enter' });
    await shows(queue, 'At ten');
    expect(box(queue).value).to.equal('');
    await eventually(() => heard.length === 1);
    expect(heard[0]).to.include({ conversationId: ids[0], kind: 'reply' });
    await shows(queue, 'Pending: on its way to the carrier');
    await world.texting.deliver({ conversationId: ids[0]!, to: 'sent' });
    await shows(queue, 'Sent to the carrier');
    await world.texting.deliver({ conversationId: ids[0]!, to: 'undelivered', errorCode: 30_005 });
    await shows(queue, 'Not delivered');
    const mark = root(queue).querySelector<HTMLElement>('.mark.failed')!;
    mark.focus();
    await eventually(() => root(queue).querySelector('.tip:popover-open'));
    expect(root(queue).querySelector('.tip:popover-open')!.textContent).to.equal(
      'This number does not exist. (Error 30005)',
    );
    await eventually(() => names(queue).join() === 'Aisha Khan,Wei Chen');
    expect(openName(queue)).to.equal('Tomasz Nowak');
    await expect(queue).to.be.accessible();
  });

  it('shows what the person writes while it is open, and keeps what is being typed', async () => {
    const { world, queue, ids } = await shown();
    await isOpen(queue, 'Tomasz Nowak');
    await type(queue, 'At t');
    await world.texting.write(ids[0]!, 'Hello?', ['https://example.com/map.jpg']);
    await shows(queue, 'Hello?');
    await shows(queue, 'Picture 1');
    expect(root(queue).querySelector<HTMLAnchorElement>('a.picture')!.rel).to.contain('noopener');
    await sendKeys({ type: 'en' });
    expect(box(queue).value).to.equal('At ten');
  });

  it('keeps a draft with each conversation', async () => {
    const { queue } = await shown();
    await isOpen(queue, 'Tomasz Nowak');
    await type(queue, 'To Tomasz');
    control(queue, /^Aisha Khan/).click();
    await isOpen(queue, 'Aisha Khan');
    expect(box(queue).value).to.equal('');
    await shows(queue, /Tomasz Nowak .*Draft/);
    control(queue, /^Tomasz Nowak/).click();
    await isOpen(queue, 'Tomasz Nowak');
    expect(box(queue).value).to.equal('To Tomasz');
  });

  it('is worked by single keys, which are letters while somebody types', async () => {
    const { world, queue, ids } = await shown();
    await isOpen(queue, 'Tomasz Nowak');
    control(queue, /^Tomasz Nowak/).focus();
    await sendKeys({ press: 'j' });
    await isOpen(queue, 'Aisha Khan');
    expect(root(queue).activeElement!.textContent).to.contain('Aisha Khan');
    await sendKeys({ press: 'ArrowDown' });
    await isOpen(queue, 'Wei Chen');
    await sendKeys({ press: 'k' });
    await isOpen(queue, 'Aisha Khan');
    await sendKeys({ press: 'r' });
    await sendKeys({ type: 'just coming' });
    expect(box(queue).value).to.equal('just coming');
    await sendKeys({ press: 'Escape' });
    expect(root(queue).activeElement!.className).to.equal('scroller');
    await sendKeys({ press: 'c' });
    await isOpen(queue, 'Wei Chen');
    await shows(queue, 'Closed the conversation with Aisha Khan.');
    expect((await world.texting.conversation(ids[1]!)).status).to.equal('closed');
    root(queue).querySelector<HTMLElement>('[part=undo]')!.click();
    await isOpen(queue, 'Aisha Khan');
    expect((await world.texting.conversation(ids[1]!)).status).to.equal('needsResponse');
    await sendKeys({ press: 'Escape' });
    await tabTo(queue, 'Keyboard shortcuts');
    await sendKeys({ press: '?' });
    await shows(queue, 'Write a reply');
    await expect(queue).to.be.accessible();
    await sendKeys({ press: 'Escape' });
  });

  it('does not hear keys of the host’s page, and keeps its own from it', async () => {
    const { queue } = await shown();
    await isOpen(queue, 'Tomasz Nowak');
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen);
    (document.activeElement as HTMLElement | null)?.blur();
    await sendKeys({ press: 'j' });
    expect(openName(queue)).to.equal('Tomasz Nowak');
    await type(queue, 'ok');
    control(queue, /^Tomasz Nowak/).focus();
    await sendKeys({ press: 'j' });
    await isOpen(queue, 'Aisha Khan');
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal(['j']);
  });

  it('escalates with a reason, which is asked for', async () => {
    const { world, queue, ids } = await shown();
    await isOpen(queue, 'Tomasz Nowak');
    control(queue, /^Tomasz Nowak/).focus();
    await sendKeys({ press: 'e' });
    await shows(queue, 'Escalate this conversation?');
    await tabTo(queue, 'Escalate');
    await sendKeys({ press: 'Enter' });
    await shows(queue, 'Say why, so that staff know what to do.');
    await expect(queue).to.be.accessible();
    control<HTMLTextAreaElement>(queue, 'Reason').focus();
    await sendKeys({ type: 'Asks for a lawyer' });
    await tabTo(queue, 'Escalate');
    await sendKeys({ press: 'Enter' });
    await isOpen(queue, 'Aisha Khan');
    await shows(queue, 'Escalated the conversation with Tomasz Nowak.');
    const after = await world.texting.conversation(ids[0]!);
    expect([after.escalated, after.held, after.reason]).to.deep.equal([true, false, 'Asks for a lawyer']);
  });

  it('keeps the reason while the session is over, and escalates after a reconnect', async () => {
    const { world, queue, ids } = await shown();
    await isOpen(queue, 'Tomasz Nowak');
    control(queue, /^Escalate/).click();
    await shows(queue, 'Escalate this conversation?');
    control<HTMLTextAreaElement>(queue, 'Reason').focus();
    await sendKeys({ type: 'Wants a call' });
    await world.fault({ status: 500, path: 'texting.change' });
    await tabTo(queue, 'Escalate');
    await sendKeys({ press: 'Enter' });
    await shows(queue, 'The server failed.');
    await world.fault({});
    await sendKeys({ press: 'Enter' });
    await isOpen(queue, 'Aisha Khan');
    expect((await world.texting.conversation(ids[0]!)).reason).to.equal('Wants a call');
  });

  it('opts a person out after a yes', async () => {
    const { world, queue, ids } = await shown();
    await isOpen(queue, 'Tomasz Nowak');
    control(queue, /^Opt out/).click();
    await shows(queue, 'Opt Tomasz Nowak out?');
    await sendKeys({ press: 'Enter' });
    await isOpen(queue, 'Aisha Khan');
    await shows(queue, 'Opted Tomasz Nowak out.');
    expect((await world.texting.conversation(ids[0]!)).optedOut).to.equal(true);
  });

  it('asks about what reads like an opt-out', async () => {
    const { world, queue, ids } = await shown();
    await world.texting.write(ids[0]!, 'Please leave me alone, do not contact me again');
    await shows(queue, 'This reads like an opt-out.');
    await shows(queue, 'Likely an opt-out');
    await expect(queue).to.be.accessible();
    control(queue, 'Not an opt-out').click();
    await eventually(() => !textOf(queue).includes('This reads like an opt-out.'));
    expect((await world.texting.conversation(ids[0]!)).needsAttention).to.equal(false);
  });

  it('moves over where somebody else was faster', async () => {
    const { world, queue, ids } = await shown();
    await isOpen(queue, 'Tomasz Nowak');
    await type(queue, 'At ten');
    await world.texting.take(ids[0]!);
    await shows(queue, 'Tomasz Nowak was passed over. This conversation is no longer yours.');
    await isOpen(queue, 'Aisha Khan');
    expect((await world.texting.conversation(ids[0]!)).texts.filter(({ inbound }) => !inbound)).to.deep.equal([]);
  });

  it('opens the conversation that the host names', async () => {
    const { queue, ids } = await shown();
    queue.conversationId = ids[2]!;
    await isOpen(queue, 'Wei Chen');
  });

  it('is one column where it is narrow: the list, a conversation, and back', async () => {
    await setViewport({ width: 320, height: 640 });
    const { queue } = await shown();
    await shows(queue, 'Tomasz Nowak');
    expect(box(queue) === null).to.equal(true);
    control(queue, /^Aisha Khan/).click();
    await isOpen(queue, 'Aisha Khan');
    expect(root(queue).querySelector('.list')!.checkVisibility()).to.equal(false);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(queue).to.be.accessible();
    control(queue, 'Back to the list').click();
    await eventually(() => root(queue).activeElement?.textContent?.includes('Aisha Khan'));
    await setViewport({ width: 800, height: 600 });
  });

  it('says what would be here while nobody waits, and that the queue is empty when the last one is answered', async () => {
    const { queue, heard, ids, world } = await shown();
    for (const id of ids.slice(1)) await world.texting.take(id);
    await eventually(() => names(queue).length === 1);
    await isOpen(queue, 'Tomasz Nowak');
    await type(queue, 'At ten');
    await sendKeys({ press: 'Enter' });
    await shows(queue, 'No replies wait');
    await eventually(() => heard.some(({ type }) => type === 'ck-queue-empty'));
    await expect(queue).to.be.accessible();
  });
});
