import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { KitElement } from '../element.ts';
import { EscalatedConversations } from '../escalated-conversations/escalated-conversations.ts';
import { MessageReview } from '../message-review/message-review.ts';
import { ReassignPanel } from '../reassign-panel/reassign-panel.ts';
import { control, eventually, mount, shows } from '../testing/mount.ts';
import { reachedByHost } from '../testing/reached-by-host.ts';
import { testWorld, type TestWorld } from '../testing/test-world.ts';

for (const element of [MessageReview, EscalatedConversations, ReassignPanel]) element.define();

const seed = {
  texters: ['Ada Park', 'Ben Osei'],
  campaigns: [
    {
      title: 'Northside Neighbors',
      conversations: [
        { n: 4, status: 'needsResponse', texter: 2, waitingMinutes: 90, replied: true },
        { n: 3, status: 'messaged' },
      ],
    },
  ],
};

const part = (element: KitElement, name: string) => element.shadowRoot!.querySelector<HTMLElement>(`[part=${name}]`);
const dialogOf = (element: KitElement) => element.shadowRoot!.querySelector<KitElement>('.dialogs > *')!;
const onPage = (target: Element) => {
  const { x, y, width, height } = target.getBoundingClientRect();
  return sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
};
const can = (element: KitElement, name: string | RegExp) => {
  try {
    return control(element, name).getAttribute('aria-disabled') !== 'true';
  } catch {
    return false;
  }
};
const press = async (element: KitElement, name: string | RegExp) => {
  await eventually(() => can(element, name), String(name));
  control(element, name).click();
};
const inDialog = async (element: KitElement) => {
  await eventually(() => dialogOf(element)?.shadowRoot?.querySelector('[part=footer]'));
  return dialogOf(element);
};

/** What is ticked is escalated, or not; then dealt out, with its progress and its end. */
async function acted(element: KitElement, world: TestWorld, look: () => void) {
  const rows = () => element.shadowRoot!.querySelectorAll<HTMLElement>('.entry[data-id]');
  await onPage(rows()[0]!.querySelector('.name')!);
  await eventually(() => element.shadowRoot!.querySelector('#list-tip:popover-open'));
  look();
  for (const row of rows()) row.querySelector('input')!.click();
  await eventually(() => part(element, 'chosen'));
  look();
  await press(element, 'Escalate');
  const ask = await inDialog(element);
  await shows(ask, /Left out Escalated \d/);
  look();
  await press(ask, 'Cancel');
  await eventually(() => !dialogOf(element));
  await press(element, 'Reassign');
  const deal = await inDialog(element);
  await shows(deal, /Release \d/);
  await press(deal, /^Ada Park/);
  await eventually(() => can(deal, /^Reassign \d/));
  look();
  await world.hold(true, 1);
  await press(deal, /^Reassign \d/);
  await eventually(() => part(deal, 'stop'));
  look();
  await world.hold(false);
  await shows(deal, 'Reassigned');
  look();
  await press(deal, 'Done');
  await eventually(() => !dialogOf(element));
}

/** The conversation that is open, from what it says to its end. */
async function read(element: MessageReview | EscalatedConversations, world: TestWorld, id: number, look: () => void) {
  const root = element.shadowRoot!;
  const { texting } = world;
  await Promise.all(Array.from({ length: 101 }, (_, times) => texting.write(id, `Line ${times}`)));
  await texting.write(id, 'Please leave me alone, do not contact me again');
  element.conversationId = id;
  await shows(element, 'This reads like an opt-out.');
  await eventually(() => part(element, 'earlier') && part(element, 'resolve'));
  expect(part(element, 'list')!.checkVisibility(), 'the list stays beside it').to.equal(true);
  look();
  control(element, 'Questions and tags').click();
  await eventually(() => root.querySelector('.aside.open'));
  control(element, 'Yes').click();
  await shows(element, 'Use this reply');
  root.querySelector<HTMLElement>('#tag')!.focus();
  await sendKeys({ type: 'ride' });
  await sendKeys({ press: 'Enter' });
  await eventually(() => part(element, 'conversation')!.querySelector('[part=tag]'));
  look();
  control(element, 'Canned replies').click();
  await eventually(() => root.querySelector('.pick:popover-open [part=item]'));
  look();
  await sendKeys({ press: 'Enter' });
  await sendKeys({ press: 'Enter' });
  await eventually(async () => (await texting.conversation(id)).texts.some(({ inbound }) => !inbound));
  await texting.deliver({ conversationId: id, to: 'undelivered', errorCode: 30_003 });
  await eventually(() => root.querySelector('.staff .mark.failed'));
  look();
  control(element, /^Opt out/).click();
  await shows(element, 'Nothing more is sent to this phone');
  look();
  await sendKeys({ press: 'Escape' });
  await press(element, 'Reassign');
  await shows(await inDialog(element), 'Ada Park');
  look();
  await press(dialogOf(element), 'Cancel');
  await eventually(() => !dialogOf(element));
  control(element, /^Close conversation/).click();
  await eventually(() => root.querySelector('.toast:popover-open [part=undo]'));
  look();
}

const escalate = (element: KitElement, conversationId: number) =>
  element.kit!.ask(api =>
    api.texting.change.mutate({ conversationId, change: { type: 'escalate', reason: 'Asks for a lawyer' } }),
  );

type Scenes = (element: never, world: TestWorld, ids: number[], look: () => void) => Promise<void>;

const review: Scenes = async (element: MessageReview, world, ids, look) => {
  await shows(element, '7 conversations');
  await escalate(element, ids[0]!);
  element.filter = { statuses: ['closed'] };
  await shows(element, 'No conversation matches');
  look();
  control(element, 'Saved views').click();
  await shows(element, 'None are saved yet.');
  control<HTMLInputElement>(element, 'Name for these filters').focus();
  await sendKeys({ type: 'Over' });
  await sendKeys({ press: 'Enter' });
  await eventually(() => part(element, 'view'));
  look();
  await sendKeys({ press: 'Escape' });
  element.filter = { statuses: ['needsResponse'] };
  await shows(element, '4 conversations');
  await world.fault({ path: 'review.exportPage', down: true });
  control(element, 'Export as CSV').click();
  await shows(element, 'It waits for the connection');
  look();
  await world.fault({});
  await shows(element, 'Exported 4 conversations.');
  look();
  await acted(element, world, look);
  element.shadowRoot!.querySelector<HTMLElement>('.entry input')!.click();
  await world.texting.write(ids.at(-1)!, 'Hello');
  await eventually(() => part(element, 'fresh'));
  look();
  element.shadowRoot!.querySelector<HTMLElement>('.entry input')!.click();
  await read(element, world, ids[0]!, look);
};

const escalated: Scenes = async (element: EscalatedConversations, world, ids, look) => {
  await shows(element, 'Nothing is escalated');
  look();
  for (const id of ids.slice(0, 2)) await escalate(element, id);
  await shows(element, '2 conversations wait');
  await eventually(() => element.shadowRoot!.querySelectorAll('.entry[data-id]').length === 2);
  await acted(element, world, look);
  element.shadowRoot!.querySelector<HTMLElement>('.entry input')!.click();
  await escalate(element, ids[2]!);
  await eventually(() => part(element, 'fresh'));
  look();
  element.shadowRoot!.querySelector<HTMLElement>('.entry input')!.click();
  await read(element, world, ids[0]!, look);
};

const panel: Scenes = async (element: ReassignPanel, world, ids, look) => {
  element.filter = { escalated: true };
  await shows(element, 'No conversation matches');
  look();
  element.filter = { statuses: ['needsResponse'] };
  element.ids = [ids[0]!, ids[1]!, ids.at(-1)!];
  await shows(element, 'Release 4');
  await press(element, /^Ada Park/);
  await shows(element, 'Changed in between 1');
  await press(element, /Release 4$/);
  await eventually(() => part(element, 'cancel'));
  look();
  await press(element, 'Back');
  await world.fault({ status: 500, path: 'review.preview' });
  await press(element, /^Ada Park/);
  await press(element, /^Ada Park/);
  await shows(element, 'Try again');
  look();
  await world.fault({});
  await press(element, 'Try again');
  await eventually(() => can(element, /^Reassign 2/));
  await onPage(control(element, 'Unassign'));
  await eventually(() => control(element, 'Unassign').matches(':hover'));
  look();
  await world.fault({ status: 500, path: 'review.run' });
  await press(element, /^Reassign 2/);
  await eventually(() => part(element, 'notice'));
  look();
  await world.fault({});
  await world.hold(true, 0);
  await press(element, /^Reassign 2/);
  await eventually(() => part(element, 'stop'));
  look();
  await world.hold(false);
  await shows(element, 'Reassigned 2 conversations.');
  look();
  await world.touch(world.campaignIds[0]!, 1);
  control(element, 'Undo').click();
  await eventually(() => element.shadowRoot!.querySelector('.result .mark:not(.good)'));
  look();
};

/** Tokens that an element has no use for, and parts of screens that it shares with others and never comes to. */
const unused: Readonly<Record<string, readonly string[]>> = {
  'reassign-panel': ['--ck-color-danger', '--ck-color-on-danger', '--ck-shadow'],
};

describe('a host’s look, where conversations are reviewed', function () {
  this.timeout(120_000);
  before(() => setViewport({ width: 1_200, height: 800 }));
  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  for (const [Element, scenes] of [
    [MessageReview, review],
    [EscalatedConversations, escalated],
    [ReassignPanel, panel],
  ] as const) {
    it(`reaches <${Element.tag}>: each documented token changes it, and each documented part is drawn`, async () => {
      const world = await testWorld(structuredClone(seed) as never);
      await world.suspend(2, true);
      await world.texting.change(world.campaignIds[0]!, {
        closed: false,
        cannedReplies: [{ title: 'When', text: 'We meet at noon' }],
        questions: [{ text: 'Will they come?', options: [{ answer: 'Yes', reply: 'Great' }] }],
      });
      const ids = await world.texting.conversations(world.campaignIds[0]!);
      await sendMouse({ type: 'move', position: [0, 0] });
      const element = new Element();
      await reachedByHost(Element.tag, {
        mounting: () => mount(world, element),
        scenes: look => scenes(element as never, world, ids, look),
        unused: unused[Element.tag],
      });
    });
  }
});
