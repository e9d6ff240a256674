import { expect, waitUntil } from '@open-wc/testing';
import type { Pushed } from './contract.ts';
import { createCampaignKit, type CampaignKit } from './kit.ts';
import { testWorld, type TestWorld } from './testing/test-world.ts';

let world: TestWorld;
let kit: CampaignKit;

async function start() {
  world = await testWorld({
    texters: ['Ada'],
    campaigns: [{ conversations: [{ n: 20, status: 'needsMessage', texter: 1 }] }, {}],
  });
  kit = createCampaignKit({ endpoint: world.endpoint, fetchSession: world.fetchSession });
  await kit.ready;
}
const release = () =>
  kit.ask(api =>
    api.campaigns.runAction.mutate({
      campaignId: world.campaignIds[0]!,
      action: { name: 'releaseUnsent', input: {} },
      previewed: 20,
      requestKey: crypto.randomUUID(),
    }),
  );
function watch(campaignId: number | null, running: number[] = []) {
  const heard: Pushed[] = [];
  const stop = kit.live.watch({ campaignId, running: () => running, onPush: pushed => heard.push(pushed) });
  const ended = () => heard.some(one => one.type === 'operation' && one.operation.state === 'done');
  return { heard, stop, ended };
}
const streams = () =>
  performance
    .getEntriesByType('resource')
    .filter(entry => entry.name.includes(`${world.endpoint}/trpc/operations.watch`));

describe('what changes on the server', () => {
  afterEach(() => kit.destroy());

  it('is heard as it happens, by those whom it concerns, over one stream', async () => {
    await start();
    const mine = watch(world.campaignIds[0]!);
    const all = watch(null);
    const other = watch(world.campaignIds[1]!);
    await new Promise(resolve => setTimeout(resolve, 700));
    await release();
    await waitUntil(() => mine.ended() && all.ended(), 'heard', { timeout: 5000 });
    expect(other.heard).to.deep.equal([]);
    expect(streams().length).to.be.at.most(1);
  });

  it('is asked for where streams are blocked', async () => {
    await start();
    await world.fault({ path: 'operations.watch', status: 503 });
    await world.hold(true);
    const operation = await release();
    const blocked = watch(world.campaignIds[0]!, [operation.id]);
    await new Promise(resolve => setTimeout(resolve, 500));
    await world.hold(false);
    await waitUntil(() => blocked.ended(), 'asked', { timeout: 10_000 });
  }).timeout(15_000);

  it('is caught up with by the last event that was heard', async () => {
    await start();
    const first = watch(world.campaignIds[0]!);
    await new Promise(resolve => setTimeout(resolve, 700));
    const operation = await release();
    await waitUntil(() => first.ended(), 'heard', { timeout: 5000 });
    first.stop();
    await new Promise(resolve => setTimeout(resolve, 2300));
    await kit.ask(api => api.operations.undo.mutate({ operationId: operation.id, requestKey: crypto.randomUUID() }));
    await new Promise(resolve => setTimeout(resolve, 500));
    const again = watch(world.campaignIds[0]!);
    const undone = () => again.heard.some(one => one.type === 'operation' && one.operation.kind === 'undo');
    await waitUntil(undone, 'caught up', { timeout: 5000 });
  }).timeout(15_000);

  it('is not asked for by a page where nothing happens', async () => {
    await start();
    expect(streams()).to.deep.equal([]);
  });
});
