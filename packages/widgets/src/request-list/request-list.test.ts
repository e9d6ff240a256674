import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { createCampaignKit, type CampaignKit } from '../kit.ts';
import { control, eventually, mount, shows, tabTo, textOf } from '../testing/mount.ts';
import { testWorld, type TestWorld } from '../testing/test-world.ts';
import { RequestList } from './request-list.ts';

RequestList.define();

const long = 'Wilhelmina Featherstonehaugh-Cholmondeley Vandenberghe';
const kits: CampaignKit[] = [];

afterEach(() => kits.splice(0).forEach(kit => kit.destroy()));

/** One of the texters asks, and an admin is to decide. */
const ask = async (world: TestWorld, texter: number, kind: 'unsent' | 'unreplied', count: number) => {
  const kit = createCampaignKit({ endpoint: world.endpoint, fetchSession: () => world.session({ texter }) });
  kits.push(kit);
  return kit.ask(api => api.requests.ask.mutate({ kind, count, requestKey: crypto.randomUUID() }));
};

async function shown({ approval = 'admin', n = 300 }: { approval?: 'admin' | 'automatic'; n?: number } = {}) {
  const world = await testWorld({
    texters: ['Ada Park', 'Ben Osei', long],
    campaigns: [
      {
        autoAssign: true,
        conversations: [
          { n, status: 'needsMessage' },
          { n: 2, status: 'needsResponse' },
        ],
      },
    ],
  });
  await world.texting.change(world.campaignIds[0]!, { closed: false });
  await world.settings({ requestApproval: approval });
  const list = new RequestList();
  const counts: number[] = [];
  list.addEventListener('ck-count-change', event => counts.push(event.count));
  mount(world, list);
  return { world, list, counts, campaignId: world.campaignIds[0]! };
}

const rows = (list: RequestList) =>
  [...list.shadowRoot!.querySelectorAll<HTMLElement>('li')].map(row => row.innerText.replace(/\s+/g, ' ').trim());
const held = async (world: TestWorld, campaignId: number) =>
  (await world.count(campaignId)).filter(one => one.held).reduce((sum, { count }) => sum + count, 0);

describe('<request-list>', () => {
  it('says what would be here, and whether anything will come', async () => {
    const { world, list } = await shown({ approval: 'automatic' });
    await shows(list, 'No request waits Texters get what they ask for at once.');
    expect(list.matches(':state(empty)')).to.equal(true);
    await expect(list).to.be.accessible();
    await world.settings({ requestApproval: 'admin' });
    await shows(list, 'When a texter asks for conversations, it appears here by itself.');
  });

  it('lists who asks for what as they ask, the oldest first, and tells the count', async () => {
    const { world, list, counts } = await shown();
    await shows(list, 'No request waits');
    await ask(world, 1, 'unsent', 200);
    await shows(list, /1 request waits Ada Park 200 initial messages · now/);
    await ask(world, 2, 'unreplied', 2);
    await shows(list, '2 requests wait');
    expect(rows(list)[0]).to.match(/^Ada Park/);
    expect(rows(list)[1]).to.match(/^Ben Osei 2 replies/);
    expect(counts).to.deep.equal([0, 1, 2]);
    expect(list.count).to.equal(2);
    await expect(list).to.be.accessible();
  });

  it('gives all, gives fewer and rejects, by keyboard alone, and each row says what came of it', async () => {
    const { world, list, counts, campaignId } = await shown();
    await ask(world, 1, 'unsent', 200);
    await ask(world, 2, 'unsent', 80);
    await ask(world, 3, 'unreplied', 2);
    await shows(list, '3 requests wait');
    await tabTo(list, 'Give 200 to Ada Park');
    await sendKeys({ press: 'Enter' });
    await shows(list, 'Gave 200 initial messages.');
    await eventually(() => list.shadowRoot!.activeElement?.className === 'decided');
    await tabTo(list, 'How many Ben Osei gets');
    await sendKeys({ type: '30' });
    await shows(list, 'Give 30');
    await sendKeys({ press: 'Enter' });
    await shows(list, 'Gave 30 initial messages. Asked for 80.');
    await tabTo(list, `Reject the request of ${long}`);
    await sendKeys({ press: 'Enter' });
    await shows(list, 'Rejected.');
    await shows(list, '0 requests wait');
    expect(rows(list)).to.have.length(3);
    expect(counts.at(-1)).to.equal(0);
    expect(await held(world, campaignId)).to.equal(230);
    await expect(list).to.be.accessible();
    control(list, 'Clear 3 decided').click();
    await shows(list, 'No request waits');
  });

  it('gives no more than was asked for, and nothing while the number is none', async () => {
    const { world, list, campaignId } = await shown();
    await ask(world, 1, 'unsent', 60);
    await shows(list, 'Give 60');
    control(list, 'How many Ada Park gets').focus();
    await sendKeys({ type: '61' });
    await shows(list, 'A whole number from 1 to 60.');
    await sendKeys({ press: 'Enter' });
    await expect(list).to.be.accessible();
    control(list, 'Fewer').click();
    await shows(list, 'Give 50');
    expect(await held(world, campaignId)).to.equal(0);
  });

  it('says when the pool has fewer or nothing; then the request waits on', async () => {
    const { world, list, campaignId } = await shown({ n: 100 });
    await ask(world, 1, 'unsent', 150);
    await ask(world, 2, 'unsent', 150);
    await shows(list, '2 requests wait');
    control(list, 'Give 150 to Ada Park').click();
    await shows(list, 'Gave 100 initial messages. The pool has no more.');
    control(list, 'Give 150 to Ben Osei').click();
    await shows(list, 'Nothing was given. All initial messages are sent or with texters.');
    await shows(list, '1 request waits');
    expect(await held(world, campaignId)).to.equal(100);
  });

  it('loses a row that another admin decided, keeps what was typed for the others, and says what came too late', async () => {
    const { world, list } = await shown();
    await ask(world, 1, 'unsent', 50);
    await ask(world, 2, 'unsent', 70);
    await shows(list, '2 requests wait');
    const other = createCampaignKit({ endpoint: world.endpoint, fetchSession: () => world.session() });
    kits.push(other);
    const { requests } = await other.ask(api => api.requests.waiting.query());
    control(list, 'How many Ben Osei gets').focus();
    await sendKeys({ type: '12' });
    await other.ask(api =>
      api.requests.decide.mutate({ requestId: requests[0]!.id, count: 50, requestKey: crypto.randomUUID() }),
    );
    await shows(list, '1 request waits');
    expect(textOf(list)).not.to.contain('Ada Park');
    await shows(list, 'Give 12');
    await world.fault({ path: 'requests.watchWaiting', status: 503 });
    await world.fault({ path: 'requests.waiting', slowMs: 3000 });
    await other.ask(api =>
      api.requests.decide.mutate({ requestId: requests[1]!.id, count: 0, requestKey: crypto.randomUUID() }),
    );
    control(list, 'Give 12 to Ben Osei').click();
    await shows(list, 'This request was decided already.');
    await world.fault({});
    await shows(list, 'No request waits');
  });

  it('tells the texter’s own language of counts, fits where it is narrow, and runs from right to left', async () => {
    await setViewport({ width: 320, height: 640 });
    const { world, list } = await shown();
    await ask(world, 3, 'unsent', 200);
    await shows(list, 'Give 200');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    list.lang = 'ar';
    await shows(list, 'طلب واحد ينتظر');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(list).to.be.accessible();
    await setViewport({ width: 800, height: 600 });
  });

  it('says who may decide, what failed, and that it is out of date', async () => {
    const { world, list } = await shown();
    const texter = new RequestList();
    mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, texter);
    await shows(texter, 'Only an admin or an owner can do this.');
    expect(texter.matches(':state(forbidden)')).to.equal(true);
    await ask(world, 1, 'unsent', 50);
    await shows(list, 'Give 50');
    await world.fault({ path: 'requests.decide', down: true });
    control(list, 'Give 50 to Ada Park').click();
    await shows(list, 'There is no connection.');
    await world.fault({});
    control(list, 'Try again').click();
    await shows(list, 'Gave 50 initial messages.');
    await world.fault({ down: true });
    await ask(world, 1, 'unsent', 1).catch(() => {});
    list.remove();
    document.body.append(list);
    await shows(list, 'No connection. What is shown may be out of date.');
    expect(list.matches(':state(offline)')).to.equal(true);
    await world.fault({});
  });
});
