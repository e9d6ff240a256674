import { emulateMedia, sendKeys, sendMouse } from '@web/test-runner-commands';
import { AutomaticSending } from '../automatic-sending/automatic-sending.ts';
import type { KitElement } from '../element.ts';
import { control, eventually, mount, shows } from '../testing/mount.ts';
import { reachedByHost } from '../testing/reached-by-host.ts';
import { testWorld, type TestWorld } from '../testing/test-world.ts';
import { TexterList } from '../texter-list/texter-list.ts';

AutomaticSending.define();
TexterList.define();

const seed = {
  texters: ['Ada Park', 'Ben Osei'],
  teams: ['Weekend'],
  campaigns: [
    {
      dueInHours: 1,
      conversations: [
        { n: 6, status: 'needsMessage' },
        { n: 3, status: 'needsMessage', texter: 1 },
      ],
    },
    { conversations: [] },
  ],
};

const over = (target: Element) => {
  const { x, y, width, height } = target.getBoundingClientRect();
  return sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
};
const dialogOf = (element: KitElement) => element.shadowRoot!.querySelector<KitElement>('.dialogs > *')!;

type Scenes = (element: never, world: TestWorld, look: () => void) => Promise<void>;

const list: Scenes = async (element: TexterList, world, look) => {
  const root = element.shadowRoot!;
  await shows(element, 'Ada Park 3 to send');
  await eventually(() => root.querySelector('.acts button:nth-of-type(3)'));
  await over(control(element, 'Release all: Ada Park'));
  look();
  control(element, 'Teams: Ada Park').click();
  await shows(element, 'to their members only');
  control(element, 'Weekend').click();
  await eventually(() => control(element, 'Save').getAttribute('aria-disabled') === 'false');
  look();
  control(element, 'Save').click();
  await shows(element, 'Ada Park is on Weekend now.');
  look();
  control(element, 'Release all: Ada Park').click();
  await eventually(() => dialogOf(element)?.shadowRoot?.querySelector('[part=footer]'));
  const dialog = dialogOf(element);
  await shows(dialog, 'Unassign 3 conversations');
  look();
  await world.hold(true, 1);
  control(dialog, 'Unassign 3 conversations').click();
  await eventually(() => dialog.shadowRoot!.querySelector('[part=stop]'));
  look();
  await world.hold(false);
  await shows(dialog, 'Unassigned 3 conversations.');
  look();
  control(dialog, 'Done').click();
  await world.suspend(2, true);
  await shows(element, 'Suspended');
  const [when] = root.querySelectorAll<HTMLElement>('.status [tabindex]');
  when?.focus();
  look();
  control(element, 'Suspend: Ada Park').click();
  await shows(element, 'Holds nothing');
  look();
  await world.fault({ status: 500, path: 'texters.suspend' });
  control(element, 'Suspend').click();
  await eventually(() => root.querySelector('dialog [part=notice]'));
  look();
  control(element, 'Cancel').click();
  control<HTMLInputElement>(element, 'Find texters').focus();
  await sendKeys({ type: 'xyz' });
  await shows(element, 'No texter has');
  look();
};

const sending: Scenes = async (element: AutomaticSending, world, look) => {
  await shows(element, 'Start sending');
  look();
  control(element, 'Start sending').click();
  await shows(element, 'Send 6 initial messages');
  await over(control(element, 'Cancel'));
  look();
  control<HTMLInputElement>(element, /^At most/).click();
  const limit = () => element.shadowRoot!.querySelector<HTMLInputElement>('.limits .input')!;
  await eventually(() => limit());
  limit().focus();
  await sendKeys({ type: 'x' });
  await shows(element, 'A whole number');
  look();
  await sendKeys({ press: 'Backspace' });
  await sendKeys({ type: '1' });
  await eventually(() => element.shadowRoot!.querySelector('.effect .warned'));
  look();
  control<HTMLInputElement>(element, /^As fast/).click();
  await eventually(() => control(element, /^Send 6/).getAttribute('aria-disabled') !== 'true');
  control(element, /^Send 6/).click();
  await shows(element, '0 of 6 sent');
  look();
  await world.sendRound(30034);
  await shows(element, 'Stopped by failures');
  look();
  control(element, 'Resume').click();
  await shows(element, 'Sending Pause');
  for (let round = 0; round < 6; round++) {
    await world.advance(1);
    await world.sendRound();
  }
  await shows(element, 'All sent');
  look();
  element.campaignId = world.campaignIds[1]!;
  await eventually(() => element.shadowRoot!.querySelector('[part=empty]'));
  look();
};

/** Tokens without a use in it, and parts of screens that it shares with others and never comes to. */
const unused: Readonly<Record<string, readonly string[]>> = {
  'texter-list': ['chip', 'left-out', 'link'],
  'automatic-sending': ['--ck-color-on-danger'],
};

describe('a host’s look, where staff look after texters and sending', function () {
  this.timeout(120_000);
  afterEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  for (const [Element, scenes] of [
    [TexterList, list],
    [AutomaticSending, sending],
  ] as const) {
    it(`reaches <${Element.tag}>: each documented token changes it, and each documented part is drawn`, async () => {
      const world = await testWorld(structuredClone(seed) as never);
      await world.texting.change(world.campaignIds[0]!, { closed: false });
      const element = new Element();
      if (element instanceof AutomaticSending) element.campaignId = world.campaignIds[0]!;
      await reachedByHost(Element.tag, {
        mounting: () => mount(world, element),
        scenes: look => scenes(element as never, world, look),
        unused: unused[Element.tag],
      });
    });
  }
});
