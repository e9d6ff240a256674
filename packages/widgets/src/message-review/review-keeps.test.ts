import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { KitElement } from '../element.ts';
import { EscalatedConversations } from '../escalated-conversations/escalated-conversations.ts';
import { ReassignPanel } from '../reassign-panel/reassign-panel.ts';
import { control, eventually, mount, shows } from '../testing/mount.ts';
import { testWorld, type TestWorld } from '../testing/test-world.ts';
import { TexterList } from '../texter-list/texter-list.ts';
import { MessageReview } from './message-review.ts';

for (const element of [EscalatedConversations, MessageReview, ReassignPanel, TexterList]) element.define();

const box = (element: Element) => element.shadowRoot!.querySelector<HTMLTextAreaElement>('#reply')!;

async function type(field: HTMLElement, text: string) {
  field.focus();
  await sendKeys({ type: text });
}

/** Somebody has chosen a filter and writes a reply. */
async function writes(element: MessageReview | EscalatedConversations, id: number) {
  element.conversationId = id;
  await eventually(() => box(element));
  await type(box(element), 'We call');
  return async () => {
    await type(box(element), ' you');
    expect(box(element).value).to.equal('We call you');
    expect(element.conversationId).to.equal(id);
  };
}

type Case = readonly [
  element: () => KitElement,
  /** Makes it busy; what it answers looks whether all was kept, and goes on with it. */
  begin: (element: never, ids: number[], world: TestWorld) => Promise<() => Promise<unknown>>,
  /** Asks the server for something. */
  ask: (element: never) => unknown,
];

const cases: readonly Case[] = [
  [
    () => new MessageReview(),
    async (element: MessageReview, ids) => {
      await shows(element, '4 conversations');
      control(element, 'Status').click();
      await eventually(() => element.shadowRoot!.querySelector('#status-menu input'));
      control(element, 'Needs response').click();
      await shows(element, '3 conversations');
      await sendKeys({ press: 'Escape' });
      const written = await writes(element, ids[0]!);
      return async () => {
        await written();
        expect(element.filter).to.deep.equal({ statuses: ['needsResponse'] });
        await shows(element, '3 conversations');
      };
    },
    (element: MessageReview) => {
      element.sort = 'name';
    },
  ],
  [
    () => new EscalatedConversations(),
    async (element: EscalatedConversations, ids, world) => {
      const change = { type: 'escalate', reason: 'Asks for a lawyer' } as const;
      await shows(element, 'Nothing is escalated');
      await element.kit!.ask(api => api.texting.change.mutate({ conversationId: ids[0]!, change }));
      await shows(element, '1 conversation waits');
      const written = await writes(element, ids[0]!);
      return async () => {
        await written();
        await sendKeys({ press: 'Enter' });
        await eventually(async () => (await world.texting.conversation(ids[0]!)).texts.at(-1)?.text === 'We call you');
      };
    },
    (element: EscalatedConversations) => control(element, 'Resolve').click(),
  ],
  [
    () => new ReassignPanel(),
    async (element: ReassignPanel) => {
      element.filter = { statuses: ['needsResponse'] };
      await shows(element, 'Ada Park');
      control(element, /^Ada Park/).click();
      await shows(element, 'Reassign all 3 matching');
      return async () => {
        expect(control<HTMLInputElement>(element, /^Ada Park/).checked).to.equal(true);
        await eventually(() => control(element, /^Reassign/).getAttribute('aria-disabled') === 'false');
        control(element, /^Reassign/).click();
        await shows(element, 'Reassigned 3 conversations.');
      };
    },
    (element: ReassignPanel) => control(element, /^Reassign all/).click(),
  ],
  [
    () => new TexterList(),
    async (element: TexterList) => {
      await shows(element, 'Ben Osei');
      const field = control<HTMLInputElement>(element, 'Find texters');
      await type(field, 'ad');
      await eventually(() => !element.shadowRoot!.textContent.includes('Ben Osei'));
      return async () => {
        expect(field.value).to.equal('ada');
        await shows(element, 'Ada Park');
      };
    },
    (element: TexterList) => type(control(element, 'Find texters'), 'a'),
  ],
];

for (const [make, begin, ask] of cases) {
  for (const [what, break_, says, mend] of [
    [
      'the session ends',
      async (world: TestWorld, element: KitElement) => {
        world.logOut();
        await world.advance(11);
        const { session } = element.kit!;
        await session.renew('unauthorized', session.current).catch(() => {});
      },
      'The session has ended.',
      (world: TestWorld, element: KitElement) => {
        world.logIn();
        control(element, 'Reconnect').click();
      },
    ],
    [
      'the connection goes',
      (world: TestWorld) => world.fault({ down: true }),
      /(no|No) connection\./,
      async (world: TestWorld) => {
        await world.fault({});
        dispatchEvent(new Event('online'));
      },
    ],
  ] as const) {
    const element = make();
    it(`<${element.localName}> keeps what was typed and chosen when ${what}, says so, and goes on after it`, async () => {
      const world = await testWorld({
        texters: ['Ada Park', 'Ben Osei'],
        campaigns: [
          {
            conversations: [
              { n: 3, status: 'needsResponse', waitingMinutes: 90, replied: true },
              { n: 1, status: 'messaged' },
            ],
          },
        ],
      });
      await world.texting.change(world.campaignIds[0]!, { closed: false });
      mount(world, element);
      const ids = await world.texting.conversations(world.campaignIds[0]!);
      const goesOn = await begin(element as never, ids, world);
      await break_(world, element);
      await ask(element as never);
      await shows(element, says);
      await expect(element).to.be.accessible();
      await mend(world, element);
      await eventually(() => element.matches(':state(ready)'));
      await goesOn();
    });
  }
}
