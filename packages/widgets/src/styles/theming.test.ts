import { emulateMedia, sendKeys, sendMouse } from '@web/test-runner-commands';
import { CampaignActions } from '../campaign-actions/campaign-actions.ts';
import type { KitElement } from '../element.ts';
import { OperationHistory } from '../operation-history/operation-history.ts';
import { ReleaseRepliesDialog } from '../release-replies-dialog/release-replies-dialog.ts';
import { SecondPassDialog } from '../second-pass-dialog/second-pass-dialog.ts';
import { control, eventually, mount, shows } from '../testing/mount.ts';
import { reachedByHost } from '../testing/reached-by-host.ts';
import { testWorld, type TestWorld } from '../testing/test-world.ts';

for (const element of [CampaignActions, OperationHistory, ReleaseRepliesDialog, SecondPassDialog]) element.define();

const seed = {
  texters: ['Ada Park', 'Ben Osei', 'Carla Mendes'],
  campaigns: [
    {
      title: 'Phonebank P1',
      conversations: [
        { n: 11, status: 'needsMessage' },
        { n: 6, status: 'needsMessage', texter: 1 },
        { n: 60, status: 'messaged', texter: 1 },
        { n: 8, status: 'messaged', texter: 1, messagedMinutesAgo: 60 },
        { n: 7, status: 'needsResponse', texter: 2, waitingMinutes: 200 },
        { n: 3, status: 'needsResponse', texter: 2, waitingMinutes: 5 },
      ],
    },
  ],
};

/** An element that is used before the eyes of the test: `look` is called at every scene. */
type Scenes = (element: never, world: TestWorld, look: () => void | Promise<void>) => Promise<void>;

const found = (element: KitElement, name: string | RegExp) => {
  try {
    return control(element, name);
  } catch {
    return null;
  }
};
const ready = (element: KitElement, name: string | RegExp) =>
  eventually(() => found(element, name)?.getAttribute('aria-disabled') === 'false', String(name));
const press = async (element: KitElement, name: string | RegExp) => {
  await ready(element, name);
  control(element, name).click();
};
const hover = async (target: Element) => {
  const { x, y, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
};
const inDialog = (element: KitElement) =>
  element.shadowRoot!.querySelector<KitElement>('ck-action-dialog, second-pass-dialog, release-replies-dialog')!;
const openMenu = async (element: CampaignActions) => {
  await eventually(() => !element.matches(':state(loading)'));
  control(element, /./).focus();
  await sendKeys({ press: 'ArrowDown' });
  await eventually(() => element.shadowRoot!.activeElement?.getAttribute('role') === 'menuitem');
};
const choose = async (element: CampaignActions, name: RegExp) => {
  await openMenu(element);
  control(element, name).click();
};

const menu: Scenes = async (element: CampaignActions, world, look) => {
  element.variant = 'labelled';
  await openMenu(element);
  await look();
  await sendKeys({ press: 'Escape' });
  await choose(element, /^Release unsent messages/);
  await eventually(() => inDialog(element)?.shadowRoot?.querySelector('[part=left-out], [part=main]'));
  await shows(inDialog(element), 'Release 6 conversations');
  await look();
  await world.hold(true, 2);
  await press(inDialog(element), 'Release 6 conversations');
  await eventually(() => inDialog(element).shadowRoot!.querySelector('progress'));
  await look();
  await world.hold(false);
  await shows(inDialog(element), 'Released 6 conversations.');
  await look();
  await world.touch(element.campaignId, 2);
  control(inDialog(element), 'Undo').click();
  await shows(inDialog(element), '2 stay: changed since.');
  await look();
  control(inDialog(element), 'Done').click();
  await eventually(() => !inDialog(element));
  await choose(element, /^Delete unmessaged/);
  await eventually(() => inDialog(element)?.shadowRoot?.querySelector('#typed'));
  await sendKeys({ type: '17' });
  await ready(inDialog(element), /^Delete \d+/);
  await look();
  await sendKeys({ press: 'Escape' });
  await eventually(() => !inDialog(element));
  await choose(element, /^Turn auto-assign/);
  await eventually(() => element.shadowRoot!.querySelector('.toast:popover-open [part=undo]'));
  await look();
  for (const [name, part] of [
    [/^Mark for second pass/, 'steps'],
    [/^Release unreplied/, 'choice'],
  ] as const) {
    await choose(element, name);
    await eventually(() => inDialog(element)?.shadowRoot?.querySelector(`[part=${part}]`));
    await look();
    inDialog(element).shadowRoot!.querySelector<HTMLElement>('[part=close]')!.click();
    await eventually(() => !inDialog(element));
  }
  await world.fault({ status: 500, path: 'campaigns.menu' });
  await openMenu(element);
  await eventually(() => element.shadowRoot!.querySelector('[part=notice]'));
  await look();
};

const release: Scenes = async (element: ReleaseRepliesDialog, world, look) => {
  element.show();
  await shows(element, 'Release 7 conversations');
  await look();
  await hover(control(element, 'Cancel'));
  await look();
  control(element, /Other/).click();
  await eventually(() => element.shadowRoot!.querySelector('#minutes'));
  element.shadowRoot!.querySelector<HTMLElement>('#minutes')!.focus();
  await sendKeys({ type: 'x' });
  await eventually(() => element.shadowRoot!.querySelector('[aria-invalid=true]'));
  await look();
  control(element, '1 hour').click();
  await world.hold(true, 1);
  await press(element, 'Release 7 conversations');
  await eventually(() => element.shadowRoot!.querySelector('progress'));
  await look();
  await world.hold(false);
  await shows(element, 'Released 7 conversations.');
  await look();
  await world.touch(world.campaignIds[0]!, 2);
  control(element, 'Undo').click();
  await shows(element, '2 stay: changed since.');
  await look();
  control(element, 'Done').click();
  await world.fault({ status: 500, path: 'previewAction' });
  element.show();
  await eventually(() => element.shadowRoot!.querySelector('[part=notice]'));
  await look();
};

const secondPass: Scenes = async (element: SecondPassDialog, world, look) => {
  await world.fault({ status: 500, path: 'secondPass.start' });
  element.show();
  await eventually(() => element.shadowRoot!.querySelector('[part=notice]'));
  await look();
  await world.fault({});
  control(element, 'Try again').click();
  await shows(element, '17 initial messages have not been sent');
  control(element, /^Assign them/).click();
  await shows(element, 'Carla Mendes');
  control(element, /^Ada Park/).click();
  await shows(element, 'Each gets 11.');
  await look();
  control(element, /^Delete them/).click();
  await eventually(() => found(element, 'Delete 17 contacts'));
  control(element, 'Delete 17 contacts').click();
  await shows(element, 'This is not the number above.');
  await hover(control(element, 'Cancel'));
  await look();
  control(element, /^Go on/).click();
  await press(element, 'Continue with 17 unsent');
  await shows(element, /60 conversations will be marked/);
  await look();
  await press(element, 'Continue');
  await shows(element, 'Initial message of pass 2');
  await look();
  await press(element, 'Continue');
  await world.hold(true, 9);
  await shows(element, 'Mark 60 conversations');
  await look();
  await press(element, 'Mark 60 conversations');
  await eventually(() => element.shadowRoot!.querySelector('progress'));
  await look();
  await world.hold(false);
  await shows(element, 'Marked 60 conversations for a second pass.');
  await eventually(() => element.shadowRoot!.querySelector('[part=next]'));
  await look();
};

const history: Scenes = async (element: OperationHistory, world, look) => {
  await shows(element, 'Nothing has been done yet');
  await look();
  const campaignId = world.campaignIds[0]!;
  const run = (name: 'releaseUnsent' | 'turnAutoAssignOn' | 'turnAutoAssignOff', previewed: number | null) =>
    element.kit!.ask(api =>
      api.campaigns.runAction.mutate({
        campaignId,
        action: { name, input: {} },
        previewed,
        requestKey: crypto.randomUUID(),
      }),
    );
  for (let at = 0; at < 21; at++) await run(at % 2 ? 'turnAutoAssignOff' : 'turnAutoAssignOn', null);
  await world.hold(true, 2);
  await run('releaseUnsent', 6);
  await world.hold(true, 2);
  element.campaignId = 0;
  await eventually(() => element.shadowRoot!.querySelector('[part=cancel]'));
  await look();
  await world.hold(false);
  await shows(element, /Release unsent messages.* 6 Done/);
  await world.touch(campaignId, 2);
  await hover(control(element, 'Undo Release unsent messages'));
  await look();
  const when = element.shadowRoot!.querySelector<HTMLElement>('.when')!;
  when.focus();
  await look();
  control(element, 'Undo Release unsent messages').click();
  await shows(element, 'Give back 4');
  await look();
  control(element, /^Give back/).click();
  await shows(element, 'Undone, 2 kept');
  // The undo is a row of its own, which may hear of its end a little later than the row that it gave back.
  await shows(element, 'Done, 2 kept');
  await look();
  await world.fault({ status: 500, path: 'operations.list' });
  control(element, /earlier/).click();
  await eventually(() => element.shadowRoot!.querySelector('[part=notice]'));
  await look();
};

/** Tokens that an element has no use for, or shows only where the server itself has failed; parts that others' scenes show. */
const unused: Readonly<Record<string, readonly string[]>> = {
  // Of later screens of the guided dialog.
  'campaign-actions': ['back', 'chip', 'next', 'review', 'sample'],
  'operation-history': ['--ck-color-on-danger', '--ck-color-danger'],
  'release-replies-dialog': ['--ck-color-on-danger'],
};

describe('a host’s look', function () {
  this.timeout(120_000);
  afterEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  for (const [Element, scenes] of [
    [CampaignActions, menu],
    [ReleaseRepliesDialog, release],
    [SecondPassDialog, secondPass],
    [OperationHistory, history],
  ] as const) {
    it(`reaches <${Element.tag}>: each documented token changes it, and each documented part is drawn`, async () => {
      const world = await testWorld(structuredClone(seed) as never);
      const element = new Element();
      element.campaignId = world.campaignIds[0]!;
      await reachedByHost(Element.tag, {
        mounting: () => mount(world, element),
        scenes: look => scenes(element as never, world, look),
        unused: unused[Element.tag],
      });
    });
  }
});
