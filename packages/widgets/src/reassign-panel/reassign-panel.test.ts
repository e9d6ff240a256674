import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AskedMessageAction } from '@campaign-kit/shared/message-actions/registry';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import { createCampaignKit, type CampaignKit } from '../kit.ts';
import { control, eventually, mount, shows, tabTo, textOf } from '../testing/mount.ts';
import { testWorld, type TestWorld } from '../testing/test-world.ts';
import { ReassignPanel } from './reassign-panel.ts';

ReassignPanel.define();

const long = 'Wilhelmina Featherstonehaugh-Cholmondeley Vandenberghe';
const kits: CampaignKit[] = [];

afterEach(() => kits.splice(0).forEach(kit => kit.destroy()));

async function shown(filter: ReviewFilter = {}, ticked = 0) {
  const world = await testWorld({
    texters: ['Ada Park', 'Ben Osei', long],
    campaigns: [
      {
        title: 'Northside Neighbors',
        conversations: [
          { n: 21, status: 'needsResponse', texter: 3, waitingMinutes: 30 },
          { n: 20, status: 'convo', texter: 3 },
        ],
      },
    ],
  });
  const campaignId = world.campaignIds[0]!;
  const panel = new ReassignPanel();
  panel.campaignId = campaignId;
  panel.filter = filter;
  const ids = await world.texting.conversations(campaignId);
  if (ticked) panel.ids = ids.slice(0, ticked);
  mount(world, panel);
  await shows(panel, 'Ada Park');
  return { world, panel, campaignId, ids };
}

/** Another admin does this meanwhile, to all that match. */
async function behind(world: TestWorld, action: AskedMessageAction, ids: number[]) {
  const kit = createCampaignKit({ endpoint: world.endpoint, fetchSession: () => world.session() });
  kits.push(kit);
  const target = { filter: {}, ids, except: [] };
  const requestKey = crypto.randomUUID();
  const { id: operationId } = await kit.ask(api =>
    api.review.run.mutate({ target, action, previewed: ids.length, requestKey }),
  );
  const state = () => kit.ask(api => api.operations.get.query({ operationId })).then(({ state }) => state);
  while ((await state()) === 'running') await new Promise(done => setTimeout(done, 50));
}

describe('<reassign-panel>', () => {
  it('deals all that match out to the chosen, by keys alone, and gives them back', async () => {
    const { panel } = await shown();
    await shows(panel, '41 conversations to deal out');
    await expect(panel).to.be.accessible();
    await tabTo(panel, 'Find texters');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await shows(panel, 'Reassign all 41 matching');
    await shows(panel, /Ada Park holds 0 \+21 .*Ben Osei holds 0 \+20/);
    await shows(panel, 'from 1 texter');
    await expect(panel).to.be.accessible();
    await tabTo(panel, 'Reassign all 41 matching');
    await sendKeys({ press: 'Enter' });
    await shows(panel, 'Reassigned 41 conversations.');
    await expect(panel).to.be.accessible();
    await tabTo(panel, 'Undo');
    await sendKeys({ press: 'Enter' });
    await shows(panel, 'Gave back 41 conversations');
    control(panel, 'Go on reassigning').click();
    await shows(panel, `${long} holds 21`);
  });

  it('moves the ticked alone, or all that match instead; what no longer matches is left out and counted', async () => {
    const { world, panel, ids } = await shown({ statuses: ['needsResponse'] }, 5);
    await behind(world, { name: 'close', input: {} }, ids.slice(0, 2));
    control(panel, /^Ada Park/).click();
    await shows(panel, 'Reassign 3 conversations');
    await shows(panel, 'Changed in between 2');
    control(panel, /matching$/).click();
    await shows(panel, 'Reassign all 19 matching');
    control(panel, '5 selected').click();
    await shows(panel, 'Reassign 3 conversations');
    control(panel, 'Reassign 3 conversations').click();
    await shows(panel, 'Reassigned 3 conversations.');
  });

  it('runs nothing when too much has moved since the count was shown, and says so', async () => {
    const { world, panel, ids } = await shown({ statuses: ['needsResponse'] });
    control(panel, /^Ada Park/).click();
    await shows(panel, 'Reassign all 21 matching');
    // Nothing is heard of what the other does.
    await world.fault({ path: 'review.preview', status: 503 });
    await behind(world, { name: 'close', input: {} }, ids.slice(0, 15));
    control(panel, 'Reassign all 21 matching').click();
    await shows(panel, 'It was 21 when you asked, and is 6 now. Nothing was changed yet.');
    await world.fault({});
    control(panel, 'Reassign all 6 matching').click();
    await shows(panel, 'Reassigned 6 conversations.');
  });

  it('counts anew when somebody replies while it is open, and keeps who was chosen', async () => {
    const { world, panel, campaignId } = await shown({ statuses: ['convo'] });
    control(panel, /^Ben Osei/).click();
    await shows(panel, 'Reassign all 20 matching');
    const [id] = (await world.texting.conversations(campaignId)).slice(-1);
    await world.texting.write(id!, 'One more thing');
    await shows(panel, 'Reassign all 19 matching');
    expect(control<HTMLInputElement>(panel, /^Ben Osei/).checked).to.equal(true);
  });

  it('gives nothing to a suspended texter, and releases what they hold on the way', async () => {
    const { world, panel } = await shown();
    await world.suspend(3, true);
    panel.remove();
    document.body.append(panel);
    control(panel, 'Find texters').focus();
    await sendKeys({ type: 'wil' });
    await shows(panel, 'Release 21');
    await expect(panel).to.be.accessible();
    control(panel, `${long}: Release 21`).click();
    await shows(panel, `Release what ${long} holds`);
    await shows(panel, 'Unassign 41 conversations');
    control(panel, 'Unassign 41 conversations').click();
    await shows(panel, 'Unassigned 41 conversations. They have no texter now.');
    control(panel, 'Go on reassigning').click();
    await shows(panel, 'Deals the conversations out');
  });

  it('unassigns, and the host may keep it from running', async () => {
    const { panel } = await shown();
    panel.addEventListener('ck-action-request', event => event.preventDefault(), { once: true });
    control(panel, 'Unassign').click();
    await shows(panel, 'Unassign 41 conversations');
    control(panel, 'Unassign 41 conversations').click();
    expect(textOf(panel)).not.to.contain('Unassigned');
    control(panel, 'Unassign 41 conversations').click();
    await shows(panel, 'Unassigned 41 conversations.');
    control(panel, 'Go on reassigning').click();
    await shows(panel, 'Find texters');
    control(panel, 'Unassign').click();
    await shows(panel, 'Nothing to change now.');
  });

  it('fits where it is narrow, in German and from right to left; says what is empty and who may not', async () => {
    await setViewport({ width: 320, height: 700 });
    const { world, panel } = await shown({}, 5);
    for (const [lang, words] of [
      ['de', 'Texter suchen'],
      ['ar', 'البحث عن مراسلين'],
    ] as const) {
      panel.lang = lang;
      await shows(panel, words);
      expect(document.documentElement.scrollWidth, lang).to.be.at.most(320);
    }
    await expect(panel).to.be.accessible();
    await setViewport({ width: 800, height: 600 });
    const empty = new ReassignPanel();
    empty.setAttribute('filter', 'escalated=yes');
    mount(world, empty);
    await shows(empty, 'No conversation matches');
    expect(empty.matches(':state(empty)')).to.equal(true);
    const texter = new ReassignPanel();
    mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, texter);
    await eventually(() => texter.matches(':state(forbidden)'));
  });
});
