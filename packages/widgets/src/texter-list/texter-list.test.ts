import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { control, eventually, mount, shows, tabTo, textOf } from '../testing/mount.ts';
import { testWorld } from '../testing/test-world.ts';
import { TexterList } from './texter-list.ts';

TexterList.define();

const long = 'Wilhelmina Featherstonehaugh-Cholmondeley Vandenberghe';

async function shown(teams: string[] = []) {
  const world = await testWorld({
    teams,
    texters: ['Ada Park', 'Ben Osei', long],
    campaigns: [
      {
        autoAssign: true,
        conversations: [
          { n: 12, status: 'needsMessage', texter: 1 },
          { n: 3, status: 'needsResponse', texter: 1 },
          { n: 4, status: 'convo', texter: 1 },
          { n: 40, status: 'needsMessage' },
        ],
      },
    ],
  });
  const list = mount(world, new TexterList());
  await shows(list, 'Ada Park 12 to send 3 to answer');
  return { world, list, campaignId: world.campaignIds[0]! };
}

describe('<texter-list>', () => {
  it('says what each holds, finds by name, and stays true', async () => {
    const { world, list, campaignId } = await shown();
    await shows(list, 'Ben Osei Nothing waits');
    await expect(list).to.be.accessible();
    control(list, 'Find texters').focus();
    await sendKeys({ type: 'ada' });
    await eventually(() => !textOf(list).includes('Ben Osei'));
    await world.change(campaignId, { answered: 1 });
    await shows(list, '2 to answer');
    await sendKeys({ type: 'xyz' });
    await shows(list, 'No texter has “adaxyz” in the name.');
    await expect(list).to.be.accessible();
  });

  it('suspends by keys alone, releases what they hold, and lets them in again', async () => {
    const { world, list, campaignId } = await shown();
    await tabTo(list, 'Suspend: Ada Park');
    await sendKeys({ press: 'Enter' });
    await shows(list, 'Suspend Ada Park?');
    await shows(list, 'Release the 19 conversations they hold');
    await expect(list).to.be.accessible();
    await tabTo(list, 'Suspend');
    await sendKeys({ press: 'Enter' });
    await shows(list, 'Unassigned 19 conversations. They have no texter now.');
    await shows(list, 'Ada Park is suspended.');
    const held = (await world.count(campaignId)).filter(one => one.held);
    expect(held).to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    await shows(list, /Ada Park Suspended now/);
    await eventually(() => list.shadowRoot!.activeElement !== null);
    control(list, 'Resume: Ada Park').click();
    await shows(list, 'Ada Park can text again.');
    await eventually(() => !/Suspended now/.test(textOf(list)));
  });

  it('suspends one who keeps what they hold, or holds nothing, and takes it back at once', async () => {
    const { list } = await shown();
    control(list, 'Suspend: Ada Park').click();
    await shows(list, 'Release the 19 conversations they hold');
    control(list, /^Release the 19/).click();
    control(list, 'Suspend').click();
    await shows(list, 'Ada Park is suspended.');
    await shows(list, /Suspended now 12 to send 3 to answer/);
    control(list, 'Undo').click();
    await shows(list, 'Ada Park can text again.');
    control(list, 'Suspend: Ben Osei').click();
    await shows(list, /Suspend Ben Osei\?.* Holds nothing Cancel/);
    control(list, 'Cancel').click();
  });

  it('releases all that somebody holds, with its count before and Undo after', async () => {
    const { list } = await shown();
    control(list, 'Release all: Ada Park').click();
    const dialog = () => list.shadowRoot!.querySelector('.dialogs > *')!;
    await eventually(() => dialog());
    await shows(dialog(), 'Unassign 19 conversations');
    await expect(dialog()).to.be.accessible();
    control(dialog(), 'Unassign 19 conversations').click();
    await shows(dialog(), 'Unassigned 19 conversations.');
    control(dialog(), 'Undo').click();
    await shows(dialog(), 'Gave back 19 conversations');
    control(dialog(), 'Done').click();
    await shows(list, 'Ada Park 12 to send 3 to answer');
  });

  it('puts a texter on teams and takes them off by keys alone, with Undo, and keeps what others changed', async () => {
    const { list } = await shown(['Evenings', 'Spanish speakers', 'Weekend']);
    await tabTo(list, 'Teams: Ada Park');
    await sendKeys({ press: 'Enter' });
    await shows(list, /Teams Ada Park A campaign/);
    await expect(list).to.be.accessible();
    expect(control(list, 'Save').getAttribute('aria-disabled')).to.equal('true');
    for (const name of ['Evenings', 'Weekend']) {
      await tabTo(list, name);
      await sendKeys({ press: 'Space' });
    }
    const { texters } = await list.kit!.ask(api => api.texters.list.query({ text: 'Ada', after: null, limit: 1 }));
    const [, second] = await list.kit!.ask(api => api.texters.teams.query());
    const change = { texterId: texters[0]!.id, teamId: second!.id, member: true };
    await list.kit!.ask(api => api.texters.setTeam.mutate(change));
    await tabTo(list, 'Save');
    await sendKeys({ press: 'Enter' });
    await shows(list, 'Ada Park is on Evenings and Weekend now.');
    await shows(list, /Ada Park Evenings Spanish speakers Weekend 12 to send/);
    await eventually(() => list.shadowRoot!.activeElement?.getAttribute('aria-label') === 'Teams: Ada Park');
    control(list, 'Undo').click();
    await shows(list, 'Ada Park is on no team now.');
    await shows(list, /Ada Park Spanish speakers 12 to send/);
    control(list, 'Teams: Ada Park').click();
    await shows(list, /Teams Ada Park A campaign/);
    expect(control<HTMLInputElement>(list, 'Spanish speakers').checked).to.equal(true);
    control(list, 'Spanish speakers').click();
    await eventually(() => control(list, 'Save').getAttribute('aria-disabled') === 'false');
    control(list, 'Save').click();
    await shows(list, /Ada Park 12 to send/);
    expect(textOf(list)).to.contain('Ada Park is on no team now.');
  });

  it('fits where it is narrow, in German and from right to left, and says who may not', async () => {
    await setViewport({ width: 320, height: 700 });
    const { world, list } = await shown();
    for (const [lang, words] of [
      ['de', '12 zu senden'],
      ['ar', '12 للإرسال'],
    ] as const) {
      list.lang = lang;
      await shows(list, words);
      expect(document.documentElement.scrollWidth, lang).to.be.at.most(320);
      await expect(list).to.be.accessible();
    }
    await setViewport({ width: 800, height: 600 });
    const other = new TexterList();
    mount({ ...world, fetchSession: () => world.session({ role: 'supervolunteer' }) }, other);
    await shows(other, 'Only an admin or an owner can do this.');
    expect(other.matches(':state(forbidden)')).to.equal(true);
  });
});
