import { aTimeout, expect } from '@open-wc/testing';
import { CampaignActions } from './campaign-actions/campaign-actions.ts';
import { Query } from './query.ts';
import { eventually, mount } from './testing/mount.ts';
import { testWorld } from './testing/test-world.ts';

CampaignActions.define();

describe('an answer of the server', () => {
  it('that is dropped for a newer one is over when that is there', async () => {
    const world = await testWorld({ campaigns: [{ conversations: [{ n: 1, status: 'needsMessage' }] }] });
    const host = mount(world, new CampaignActions());
    const answers: ((value: number) => void)[] = [];
    const query = new Query<number>(host, () => new Promise(resolve => answers.push(resolve)));
    const over: string[] = [];
    void query.run().then(() => over.push('first'));
    void query.run().then(() => over.push('second'));
    await eventually(() => answers.length === 2);
    answers[0]!(1);
    await aTimeout(50);
    expect([over, query.value]).to.deep.equal([[], undefined]);
    answers[1]!(2);
    await eventually(() => over.length === 2);
    expect(query.value).to.equal(2);
  });
});
