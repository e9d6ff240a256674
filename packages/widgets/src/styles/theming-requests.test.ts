import { emulateMedia, sendKeys, sendMouse } from '@web/test-runner-commands';
import { createCampaignKit } from '../kit.ts';
import { RequestForm } from '../request-form/request-form.ts';
import { RequestList } from '../request-list/request-list.ts';
import { control, eventually, mount, shows } from '../testing/mount.ts';
import { reachedByHost } from '../testing/reached-by-host.ts';
import { testWorld, type TestWorld } from '../testing/test-world.ts';

RequestForm.define();
RequestList.define();

const seed = {
  texters: ['Ada Park'],
  campaigns: [
    {
      autoAssign: true,
      conversations: [
        { n: 90, status: 'needsMessage' },
        { n: 4, status: 'needsResponse', texter: 1 },
      ],
    },
  ],
};

type Scenes = (element: never, world: TestWorld, look: () => void) => Promise<void>;

const over = async (target: Element) => {
  const { x, y, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
};

const form: Scenes = async (element: RequestForm, world, look) => {
  await shows(element, 'Request 90 initial messages');
  await over(control(element, 'Request 90 initial messages'));
  look();
  control(element, 'How many').focus();
  await sendKeys({ type: '900' });
  await shows(element, 'A whole number from 1 to 200.');
  look();
  await world.fault({ path: 'requests.ask', down: true });
  control(element, 'Fewer').click();
  await shows(element, 'Request 80 initial messages');
  control(element, 'Request 80 initial messages').click();
  await shows(element, 'There is no connection.');
  look();
  await world.fault({});
  control(element, 'Try again').click();
  await shows(element, 'You got 80 initial messages.');
  look();
};

const list: Scenes = async (element: RequestList, world, look) => {
  await shows(element, 'No request waits');
  look();
  const texter = createCampaignKit({ endpoint: world.endpoint, fetchSession: () => world.session({ texter: 1 }) });
  const ask = (kind: 'unsent' | 'unreplied') =>
    texter.ask(api => api.requests.ask.mutate({ kind, count: 50, requestKey: crypto.randomUUID() }));
  await ask('unreplied');
  await shows(element, 'Give 50');
  await over(control(element, 'Reject the request of Ada Park'));
  element.shadowRoot!.querySelector<HTMLElement>('.when')!.focus();
  look();
  control(element, 'Give 50 to Ada Park').click();
  await shows(element, 'Nothing was given. No reply waits in the pool.');
  look();
  await world.fault({ path: 'requests.decide', down: true });
  control(element, 'Reject the request of Ada Park').click();
  await shows(element, 'There is no connection.');
  look();
  await world.fault({});
  control(element, 'Reject the request of Ada Park').click();
  await shows(element, 'Rejected.');
  await ask('unsent');
  // The number of those that wait may still be that of the request before.
  await eventually(() => element.shadowRoot!.textContent.includes('Give 50'));
  control(element, 'Give 50 to Ada Park').click();
  await shows(element, 'Gave 50 initial messages.');
  look();
  texter.destroy();
};

/** Tokens that an element has no use for. */
const unused: Readonly<Record<string, readonly string[]>> = {
  'request-form': ['--ck-color-on-danger', '--ck-color-surface-raised', '--ck-color-warning', '--ck-shadow'],
  'request-list': ['--ck-color-on-danger', '--ck-color-warning'],
};

describe('a host’s look, where texters ask and admins decide', function () {
  this.timeout(120_000);
  afterEach(() => emulateMedia({ reducedMotion: 'reduce' }));

  for (const [Element, scenes] of [
    [RequestForm, form],
    [RequestList, list],
  ] as const) {
    it(`reaches <${Element.tag}>: each documented token changes it, and each documented part is drawn`, async () => {
      const world = await testWorld(structuredClone(seed) as never);
      await world.texting.change(world.campaignIds[0]!, { closed: false });
      const isList = Element === RequestList;
      if (isList) await world.settings({ requestApproval: 'admin' });
      const element = new Element();
      const fetchSession = () => world.session(isList ? {} : { texter: 1 });
      await reachedByHost(Element.tag, {
        mounting: () => mount({ ...world, fetchSession }, element),
        scenes: look => scenes(element as never, world, look),
        unused: unused[Element.tag],
      });
    });
  }
});
