import { emulateMedia, sendKeys, sendMouse } from '@web/test-runner-commands';
import { control, eventually, mount, shows } from '../testing/mount.ts';
import { reachedByHost } from '../testing/reached-by-host.ts';
import { testWorld } from '../testing/test-world.ts';
import { TexterQueue } from '../texter-queue/texter-queue.ts';

TexterQueue.define();

/** A texter at work; `look` at every scene. */
async function work(queue: TexterQueue, world: Awaited<ReturnType<typeof made>>, look: () => void) {
  const root = queue.shadowRoot!;
  const { texting } = world;
  const [first, second] = await texting.conversations(world.campaignIds[1]!);
  await shows(queue, 'Hi ');
  look();
  await texting.change(world.campaignIds[0]!, { paused: true });
  control(queue, /^Send/).click();
  await shows(queue, 'Sending is paused');
  look();
  control(queue, /^Replies/).click();
  await eventually(() => root.querySelector('#reply'));
  const { x, y } = control(queue, /^Escalate/).getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(x + 6), Math.round(y + 6)] });
  look();
  await texting.write(first!, 'Please leave me alone, do not contact me again');
  await shows(queue, 'This reads like an opt-out.');
  control(queue, 'Questions and tags').click();
  await eventually(() => root.querySelector('.aside.open'));
  control(queue, 'Yes').click();
  await shows(queue, 'Use this reply');
  control<HTMLInputElement>(queue, 'Tags').focus();
  await sendKeys({ type: 'ride' });
  await sendKeys({ press: 'Enter' });
  await eventually(() => root.querySelector('[part=tag]'));
  look();
  control(queue, 'Canned replies').click();
  await eventually(() => root.querySelector('.pick:popover-open [part=item]'));
  look();
  await sendKeys({ press: 'Enter' });
  await sendKeys({ press: 'Enter' });
  await shows(queue, 'We meet at noon');
  await eventually(async () => (await texting.conversation(first!)).texts.some(({ inbound }) => !inbound));
  await texting.deliver({ conversationId: first!, to: 'delivered' });
  await eventually(() => root.querySelector('.mark.delivered'));
  look();
  control<HTMLTextAreaElement>(queue, /^Reply to/).focus();
  await sendKeys({ type: 'One more' });
  await sendKeys({ press: 'Enter' });
  await eventually(async () => (await texting.conversation(first!)).texts.length === 4);
  await texting.deliver({ conversationId: first!, to: 'undelivered', errorCode: 30_003 });
  await eventually(() => root.querySelector('.mark.failed'));
  root.querySelector<HTMLElement>('.mark.failed')!.focus();
  look();
  for (let times = 0; times < 101; times++) await texting.write(second!, `Line ${times}`);
  root.querySelector<HTMLElement>(`[data-id='${second}']`)!.click();
  await eventually(() => root.querySelector('[part=earlier]'));
  look();
  control(queue, /^Escalate/).click();
  await shows(queue, 'Escalate this conversation?');
  control(queue, 'Escalate').click();
  await shows(queue, 'Say why');
  look();
  await sendKeys({ press: 'Escape' });
  control(queue, /^Opt out/).click();
  await shows(queue, 'Nothing more is sent to this phone');
  look();
  await sendKeys({ press: 'Escape' });
  control(queue, /^Close conversation/).click();
  await eventually(() => root.querySelector('.toast:popover-open [part=undo]'));
  await shows(queue, 'No replies wait');
  look();
}

const made = () =>
  testWorld({
    campaigns: [
      { conversations: [{ n: 2, status: 'needsMessage', texter: 1 }] },
      { conversations: [{ n: 2, status: 'messaged', texter: 1 }] },
    ],
  });

describe('a host’s look', function () {
  this.timeout(120_000);
  afterEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  it('reaches <texter-queue>: each documented token changes it, and each documented part is drawn', async () => {
    const world = await made();
    await world.texting.change(world.campaignIds[1]!, {
      cannedReplies: [{ title: 'When', text: 'We meet at noon' }],
      questions: [{ text: 'Will they come?', options: [{ answer: 'Yes', reply: 'Great' }] }],
    });
    const [first, second] = await world.texting.conversations(world.campaignIds[1]!);
    await world.texting.write(first!, 'When?');
    await world.advance(1);
    await world.texting.write(second!, 'Where?');
    const queue = new TexterQueue();
    await reachedByHost(TexterQueue.tag, {
      mounting: () => mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, queue),
      scenes: look => work(queue, world, look),
    });
  });
});
