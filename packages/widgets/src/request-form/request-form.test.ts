import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { createCampaignKit } from '../kit.ts';
import { control, eventually, mount, shows, tabTo, textOf } from '../testing/mount.ts';
import { testWorld, type CampaignSeed, type TestWorld } from '../testing/test-world.ts';
import { RequestForm } from './request-form.ts';

RequestForm.define();

const pool: CampaignSeed = {
  title: 'Phonebank P1',
  autoAssign: true,
  conversations: [
    { n: 320, status: 'needsMessage' },
    { n: 5, status: 'needsResponse', waitingMinutes: 90 },
  ],
};

/** The form of the first texter, in a world whose campaigns may be texted at any hour. */
async function shown(
  seed: CampaignSeed[] = [structuredClone(pool)],
  settings: Parameters<TestWorld['settings']>[0] = {},
) {
  const world = await testWorld({ campaigns: seed });
  for (const id of world.campaignIds) await world.texting.change(id, { closed: false });
  await world.settings(settings);
  const form = new RequestForm();
  mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, form);
  return { world, form, campaignId: world.campaignIds[0]! };
}

/** What an admin does elsewhere. */
async function admin(world: TestWorld) {
  const kit = createCampaignKit({ endpoint: world.endpoint, fetchSession: () => world.session() });
  const { requests } = await kit.ask(api => api.requests.waiting.query());
  const decide = async (count: number) => {
    await kit.ask(api =>
      api.requests.decide.mutate({ requestId: requests[0]!.id, count, requestKey: crypto.randomUUID() }),
    );
    kit.destroy();
  };
  return { requests, decide };
}

const held = async (world: TestWorld, campaignId: number) =>
  (await world.count(campaignId)).filter(one => one.held).reduce((sum, { count }) => sum + count, 0);
const type = async (form: RequestForm, number: string) => {
  const field = control<HTMLInputElement>(form, 'How many');
  field.focus();
  field.select();
  await sendKeys({ type: number });
  await form.updateComplete;
};

describe('<request-form>', () => {
  it('offers what the pool holds, asks by keyboard alone, and leads to the queue', async () => {
    const { world, form, campaignId } = await shown();
    const heard: string[] = [];
    form.addEventListener('ck-request-success', event => {
      const { kind, given } = event;
      heard.push(`${kind} ${given}`);
    });
    form.addEventListener('ck-open-queue', event => heard.push(`open ${event.kind}`));
    await shows(form, /Initial messages 320 in the pool .*Replies 5 in the pool/);
    await shows(form, '200 at most.');
    await expect(form).to.be.accessible();
    await tabTo(form, 'Request 200 initial messages');
    await sendKeys({ press: 'Enter' });
    await shows(form, 'You got 200 initial messages.');
    await eventually(() => form.shadowRoot!.activeElement?.className === 'result');
    expect(await held(world, campaignId)).to.equal(200);
    await expect(form).to.be.accessible();
    await tabTo(form, 'Start texting');
    await sendKeys({ press: 'Enter' });
    expect(heard).to.deep.equal(['initial 200', 'open initial']);
    control(form, 'Request more').click();
    await shows(form, /You hold 200 initial messages that are not sent yet\..*Initial messages 120 in the pool/);
  });

  it('asks for exactly the number that is typed, with Enter once, and says when the pool had fewer', async () => {
    const { world, form, campaignId } = await shown();
    await shows(form, '320 in the pool');
    control(form, /^Replies/).click();
    await shows(form, 'Request 5 replies');
    await type(form, '7');
    await shows(form, 'Request 7 replies');
    await sendKeys({ down: 'Enter' });
    await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await shows(form, 'You got 5 replies. The pool has no more.');
    expect(await held(world, campaignId)).to.equal(5);
    control(form, 'Request more').click();
    await shows(form, /You hold 5 replies\. Answer them first\. Answer 5 replies/);
    await shows(form, 'No reply waits in the pool.');
  });

  it('keeps a number above the limit as it was typed, says so, and asks for nothing', async () => {
    const { world, form, campaignId } = await shown(undefined, { maxPerRequest: 50 });
    await shows(form, 'Request 50 initial messages');
    await type(form, '51');
    await shows(form, 'A whole number from 1 to 50.');
    await sendKeys({ press: 'Enter' });
    control(form, /^Request/).click();
    await expect(form).to.be.accessible();
    expect(control<HTMLInputElement>(form, 'How many').value).to.equal('51');
    control(form, 'Fewer').click();
    await shows(form, 'Request 40 initial messages');
    control(form, 'How many').focus();
    await sendKeys({ press: 'ArrowUp' });
    await shows(form, 'Request 41 initial messages');
    control(form, 'More').click();
    await shows(form, 'Request 50 initial messages');
    expect(await held(world, campaignId)).to.equal(0);
  });

  it('follows the pool as others empty and fill it', async () => {
    const { world, form, campaignId } = await shown();
    await shows(form, '320 in the pool');
    const other = createCampaignKit({ endpoint: world.endpoint, fetchSession: () => world.session({ texter: 2 }) });
    const asked = { kind: 'unsent', count: 150, requestKey: crypto.randomUUID() } as const;
    await other.ask(api => api.requests.ask.mutate(asked));
    await shows(form, '170 in the pool');
    await shows(form, 'Request 170 initial messages');
    await world.change(campaignId, { autoAssign: false });
    await shows(form, 'Auto-assign is off, so nothing is offered. An admin can turn it on.');
    expect(form.matches(':state(empty)')).to.equal(true);
    await world.settings({ maxPerRequest: 30 });
    await world.change(campaignId, { autoAssign: true });
    await shows(form, 'Request 30 initial messages');
    other.destroy();
  });

  it('puts replies that the texter holds first', async () => {
    const { form } = await shown([
      {
        ...structuredClone(pool),
        conversations: [...pool.conversations!, { n: 3, status: 'needsResponse', texter: 1 }],
      },
    ]);
    let opened = '';
    form.addEventListener('ck-open-queue', event => (opened = event.kind));
    await shows(form, 'You hold 3 replies. Answer them first.');
    const main = form.shadowRoot!.querySelectorAll('[part=main]');
    expect([...main].map(one => (one as HTMLElement).innerText)).to.deep.equal(['Answer 3 replies']);
    control(form, 'Answer 3 replies').click();
    expect(opened).to.equal('replies');
    await expect(form).to.be.accessible();
    control(form, /^Request/).click();
    await shows(form, /Answer them first\. Answer 3 replies You got 200 initial messages\./);
    expect(form.shadowRoot!.querySelectorAll('[part=main]')).to.have.length(1);
  });

  for (const [why, seed, to, said] of [
    ['there is no campaign', [], null, 'No campaign is active for you now.'],
    ['auto-assign is off', [{ ...pool, autoAssign: false }], null, 'Auto-assign is off, so nothing is offered.'],
    ['sending is paused', [pool], { paused: true }, 'Sending is paused. An admin can resume it.'],
    ['it is past the due date', [{ ...pool, dueInHours: -1 }], null, 'The campaigns are past their due date.'],
    ['it is outside the hours', [pool], { closed: true }, /Outside the texting hours until .*[AP]M Eastern Time\./],
    ['all are sent', [{ ...pool, conversations: [] }], null, 'All initial messages are sent or with texters.'],
  ] as const) {
    it(`says so where ${why}`, async () => {
      const { world, form } = await shown(structuredClone(seed) as unknown as CampaignSeed[]);
      if (to) {
        await world.texting.change(world.campaignIds[0]!, to);
        await world.settings({});
      }
      await shows(form, said);
      await expect(form).to.be.accessible();
    });
  }

  it('says who decides, waits, and shows what an admin has given as soon as it is decided', async () => {
    const { world, form, campaignId } = await shown(undefined, { requestApproval: 'admin' });
    await shows(form, 'An admin decides about each request.');
    control(form, 'Request 200 initial messages').click();
    await shows(form, 'Your request waits for an admin 200 initial messages, requested now.');
    await expect(form).to.be.accessible();
    const { requests, decide } = await admin(world);
    expect(requests).to.have.length(1);
    await decide(120);
    await shows(form, 'An admin gave you 120 initial messages. You asked for 200.');
    expect(await held(world, campaignId)).to.equal(120);
    control(form, 'Request more').click();
    await shows(form, 'Request 200 initial messages');
    control(form, 'Request 200 initial messages').click();
    await shows(form, 'Your request waits');
    await (await admin(world)).decide(0);
    await shows(form, 'An admin said no to your request for 200 initial messages.');
  });

  it('takes a request back that waits, and shows one that waits after a reload too', async () => {
    const { world, form } = await shown(undefined, { requestApproval: 'admin' });
    await shows(form, 'Request 200 initial messages');
    control(form, 'Request 200 initial messages').click();
    await shows(form, 'Your request waits');
    const again = new RequestForm();
    mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, again);
    await shows(again, 'Your request waits');
    control(again, 'Take it back').click();
    await shows(again, 'Request 200 initial messages');
    await shows(form, 'Request 200 initial messages');
    expect((await admin(world)).requests).to.deep.equal([]);
  });

  it('asks once though the answer is lost, when it is tried again', async () => {
    const { world, form, campaignId } = await shown();
    await shows(form, '320 in the pool');
    await type(form, '20');
    await world.fault({ path: 'requests.ask', down: true });
    control(form, 'Request 20 initial messages').click();
    await shows(form, 'There is no connection. Trying again is safe: it is done only once.');
    await world.fault({});
    control(form, 'Try again').click();
    await shows(form, 'You got 20 initial messages.');
    expect(await held(world, campaignId)).to.equal(20);
  });

  it('keeps what was typed when the session ends, and goes on after Reconnect', async () => {
    const { world, form } = await shown();
    let loggedIn = true;
    form.kit!.destroy();
    form.remove();
    const again = new RequestForm();
    const fetchSession = () => (loggedIn ? world.session({ texter: 1 }) : Promise.reject(new Error('logged out')));
    mount({ ...world, fetchSession }, again);
    await shows(again, '320 in the pool');
    await type(again, '33');
    loggedIn = false;
    await world.advance(20);
    control(again, 'Request 33 initial messages').click();
    await shows(again, 'The session has ended.');
    expect(again.matches(':state(expired)')).to.equal(true);
    loggedIn = true;
    control(again, 'Reconnect').click();
    await eventually(() => again.matches(':state(ready)'));
    await shows(again, 'Request 33 initial messages');
    control(again, 'Request 33 initial messages').click();
    await shows(again, 'You got 33 initial messages.');
  });

  it('says what failed, and comes back; says who gets nothing, and who may not', async () => {
    const world = await testWorld({ campaigns: [structuredClone(pool)] });
    await world.texting.change(world.campaignIds[0]!, { closed: false });
    await world.fault({ status: 500, path: 'requests.offer' });
    const form = new RequestForm();
    mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, form);
    await shows(form, 'The server failed.');
    expect(form.matches(':state(error)')).to.equal(true);
    await world.fault({});
    control(form, 'Try again').click();
    await shows(form, '320 in the pool');
    await world.suspend(1, true);
    await shows(form, 'You are suspended, so nothing can be requested.');
    expect(form.matches(':state(forbidden)')).to.equal(true);
    expect(textOf(form)).not.to.contain('in the pool');
    await world.suspend(1, false);
    await shows(form, '320 in the pool');
    const other = new RequestForm();
    mount({ ...world, fetchSession: () => world.session({ elements: ['operation-history'] }) }, other);
    await shows(other, 'This session was not made for this element.');
    expect(other.matches(':state(forbidden)')).to.equal(true);
  });

  it('fits where it is narrow', async () => {
    await setViewport({ width: 320, height: 640 });
    const { form } = await shown([
      {
        ...structuredClone(pool),
        conversations: [...pool.conversations!, { n: 3, status: 'needsResponse', texter: 1 }],
      },
    ]);
    await shows(form, 'Request 200 initial messages');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect(textOf(form)).to.contain('Answer 3 replies');
    await setViewport({ width: 800, height: 600 });
  });
});
