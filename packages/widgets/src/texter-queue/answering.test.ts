import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { control, eventually, mount, shows, textOf } from '../testing/mount.ts';
import { testWorld } from '../testing/test-world.ts';
import { askedNow } from '../conversation/survey.ts';
import { TexterQueue } from './texter-queue.ts';

TexterQueue.define();

/** One reply that is open, in a campaign with questions and canned replies. */
async function shown() {
  const world = await testWorld({ campaigns: [{ conversations: [{ n: 2, status: 'messaged', texter: 1 }] }] });
  const campaignId = world.campaignIds[0]!;
  const [id, other] = (await world.texting.conversations(campaignId)) as [number, number];
  await world.texting.change(campaignId, {
    cannedReplies: [
      { title: 'Where', text: 'At 12 Main Street, {firstName}' },
      { title: 'When', text: 'Saturday at ten' },
      { title: 'Henry', text: 'He knows more' },
    ],
    questions: [
      {
        text: 'Will they come?',
        options: [
          { answer: 'Yes', reply: 'Great, {firstName}' },
          { answer: 'No', reply: 'A pity' },
        ],
      },
      { text: 'With whom?', options: [{ answer: 'A friend', reply: '' }], after: 'Yes' },
    ],
  });
  await world.texting.write(id, 'Hello');
  await world.advance(1);
  await world.texting.write(other, 'Me too');
  const queue = new TexterQueue();
  queue.mode = 'replies';
  mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, queue);
  await eventually(() => box(queue));
  box(queue).focus();
  return { world, queue, id, campaignId };
}

const root = (queue: TexterQueue) => queue.shadowRoot!;
const box = (queue: TexterQueue) => root(queue).querySelector<HTMLTextAreaElement>('#reply')!;
const press = (queue: TexterQueue, name: string | RegExp) => control(queue, name).click();
const details = async (queue: TexterQueue) => {
  press(queue, 'Questions and tags');
  await eventually(() => root(queue).querySelector('.aside.open'));
};

describe('the box of a reply', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  it('counts characters and segments as they are typed', async () => {
    const { queue } = await shown();
    await sendKeys({ type: 'Hi' });
    await shows(queue, '2 characters, 1 segment');
    box(queue).select();
    await sendKeys({ type: 'ő'.repeat(71) });
    await shows(queue, '71 characters, 2 segments');
  });

  it('begins a new line with Shift, sends with Control too, and one however long the key is held', async () => {
    const { world, queue, id } = await shown();
    await sendKeys({ type: 'One' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ type: 'Two' });
    expect(box(queue).value).to.equal('One\nTwo');
    await sendKeys({ down: 'Control' });
    for (let times = 0; times < 5; times++) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await sendKeys({ up: 'Control' });
    await eventually(() => textOf(queue).includes('Pending'));
    const { texts } = await world.texting.conversation(id);
    expect(texts.map(({ text }) => text)).to.deep.equal(['Hello', 'One\nTwo']);
  });

  it('takes back and does again, what was inserted too, and selects all', async () => {
    const { queue } = await shown();
    await sendKeys({ type: 'Come: ' });
    press(queue, 'Canned replies');
    await eventually(() => root(queue).querySelector('[role=option]'));
    await sendKeys({ type: 'hen' });
    const options = () => [...root(queue).querySelectorAll<HTMLElement>('.pick [role=option] .strong')];
    await eventually(
      () =>
        options()
          .map(one => one.innerText)
          .join() === 'Henry,When',
    );
    for (let letters = 0; letters < 3; letters++) await sendKeys({ press: 'Backspace' });
    await sendKeys({ type: 'satur' });
    await eventually(() => root(queue).querySelectorAll('.pick [role=option]').length === 1);
    await expect(queue).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect(box(queue).value).to.equal('Come: Saturday at ten');
    press(queue, 'Undo');
    expect(box(queue).value).to.equal('Come: ');
    press(queue, 'Redo');
    expect(box(queue).value).to.equal('Come: Saturday at ten');
    press(queue, 'Select all');
    expect([box(queue).selectionStart, box(queue).selectionEnd]).to.deep.equal([0, 21]);
    await sendKeys({ type: 'x' });
    expect(box(queue).value).to.equal('x');
  });

  it('opens questions and tags between the head and the messages where it is narrow, and Tab goes on there', async () => {
    const { queue } = await shown();
    await setViewport({ width: 360, height: 740 });
    root(queue).querySelector<HTMLElement>('.reply')!.click();
    await eventually(() => root(queue).querySelector('.replies.reading .asides'));
    const at = (selector: string) => root(queue).querySelector(selector)!.getBoundingClientRect();
    await details(queue);
    expect(at('.aside').top).to.be.at.least(at('.thread > .top').bottom - 1);
    expect(at('.aside').bottom).to.be.at.most(at('.scroller').top + 1);
    expect(at('.aside').height).to.be.at.most(334);
    control(queue, 'Questions and tags').focus();
    await sendKeys({ press: 'Tab' });
    expect(root(queue).activeElement?.closest('.aside')).not.to.equal(null);
    await setViewport({ width: 1_400, height: 740 });
    await eventually(() => at('.aside').left >= at('.scroller').right - 1);
    expect(at('.aside').bottom).to.be.at.least(at('.answer').bottom - 1);
  });

  it('finds an emoji by its name and by arrows, and puts it where the cursor is', async () => {
    const { queue } = await shown();
    await sendKeys({ type: 'ab' });
    await sendKeys({ press: 'ArrowLeft' });
    press(queue, 'Insert an emoji');
    await eventually(() => root(queue).querySelectorAll('.board [role=option]').length > 100);
    await expect(queue).to.be.accessible();
    await sendKeys({ type: 'heart' });
    await eventually(() => root(queue).querySelectorAll('.board [role=option]').length < 20);
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ type: ' red' });
    await sendKeys({ press: 'Enter' });
    expect(box(queue).value).to.equal('a❤️b');
    press(queue, 'Insert an emoji');
    await sendKeys({ type: 'nothing has this name' });
    await shows(queue, 'Nothing found.');
    await sendKeys({ press: 'Escape' });
    await eventually(() => !root(queue).querySelector('.pick:popover-open'));
    expect(root(queue).activeElement?.id).to.equal('emoji-button');
  });

  it('says when texting opens, and keeps what is written until then', async () => {
    const { world, queue, id, campaignId } = await shown();
    await world.texting.change(campaignId, { closed: true });
    await sendKeys({ type: 'At ten' });
    await world.texting.write(id, 'Well?');
    await shows(queue, /Texting opens .* Eastern Time/);
    await sendKeys({ press: 'Enter' });
    expect(box(queue).value).to.equal('At ten');
  });

  it('is closed to who has opted out', async () => {
    const { world, queue, id } = await shown();
    await world.texting.write(id, 'STOP');
    await shows(queue, 'This person has opted out. Nothing more can be sent.');
    expect(box(queue) === null).to.equal(true);
  });

  it('tells the server that somebody types, at most every ten seconds', async () => {
    const { world, queue } = await shown();
    const told = () =>
      performance.getEntriesByType('resource').filter(({ name }) => name === `${world.endpoint}/trpc/texting.typing`);
    await sendKeys({ type: 'Hello there, how are you' });
    await eventually(() => told().length > 0);
    await sendKeys({ type: ' today' });
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(told()).to.have.length(1);
    expect(box(queue).value).to.equal('Hello there, how are you today');
  });
});

describe('what is noted beside a conversation', () => {
  it('asks the next question where an answer leads to it, and proposes the reply', async () => {
    const { queue } = await shown();
    await details(queue);
    expect(textOf(queue)).not.to.contain('With whom?');
    press(queue, 'Yes');
    await shows(queue, 'With whom?');
    await shows(queue, 'Great, Tomasz');
    await expect(queue).to.be.accessible();
    press(queue, 'Use this reply');
    expect(box(queue).value).to.equal('Great, Tomasz');
    press(queue, /^Clear the answer to: Will they come/);
    await eventually(() => !textOf(queue).includes('With whom?'));
  });

  it('keeps three tags, and says why no fourth', async () => {
    const { world, queue, id } = await shown();
    await details(queue);
    control<HTMLInputElement>(queue, 'Tags').focus();
    for (const name of ['ride', 'spanish', 'kids']) {
      await sendKeys({ type: name });
      await sendKeys({ press: 'Enter' });
      await shows(queue, name);
    }
    await shows(queue, 'A conversation has at most 3 tags.');
    expect((await world.texting.conversation(id)).tags).to.equal(3);
    press(queue, 'Remove the tag spanish');
    await eventually(async () => (await world.texting.conversation(id)).tags === 2);
  });

  it('marks what needs attention, and hands over to the assistant', async () => {
    const { world, queue, id } = await shown();
    await details(queue);
    press(queue, 'Needs attention');
    press(queue, 'Operated by the assistant');
    await eventually(async () => {
      const { needsAttention, assistant } = await world.texting.conversation(id);
      return needsAttention && assistant;
    });
  });

  it('stays fresh where streams are blocked', async () => {
    const { world, id } = await shown();
    await world.fault({ path: 'texting.watch', status: 503 });
    const other = new TexterQueue();
    other.conversationId = id;
    mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, other);
    await shows(other, 'Hello');
    await world.texting.write(id, 'Anybody?');
    await shows(other, 'Anybody?');
  });
});

describe('the questions whose turn it is', () => {
  const question = (id: number, parent: number | null, answer: string | null) => ({
    id,
    text: `Question ${id}`,
    parentAnswerOptionId: parent,
    options: [
      { id: id * 10, answer: 'Yes', reply: '' },
      { id: id * 10 + 1, answer: 'No', reply: '' },
    ],
    answer,
  });
  for (const [why, questions, asked] of [
    ['those at the root', [question(1, null, null), question(2, 10, null)], [1]],
    ['those that an answer leads to', [question(1, null, 'Yes'), question(2, 10, null), question(3, 11, null)], [1, 2]],
    [
      'not those of an answer that was taken back further up',
      [question(1, null, 'No'), question(2, 10, 'Yes'), question(3, 20, null)],
      [1],
    ],
    ['in the order of the script, wherever the way leads', [question(2, 10, null), question(1, null, 'Yes')], [2, 1]],
  ] as const) {
    it(`are ${why}`, () => {
      expect(askedNow(questions).map(({ id }) => id)).to.deep.equal(asked);
    });
  }
});
