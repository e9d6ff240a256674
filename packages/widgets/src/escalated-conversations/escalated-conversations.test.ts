import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { createCampaignKit, type CampaignKit } from '../kit.ts';
import { control, eventually, mount, shows, tabTo, textOf } from '../testing/mount.ts';
import { testWorld, type TestWorld } from '../testing/test-world.ts';
import { EscalatedConversations } from './escalated-conversations.ts';

EscalatedConversations.define();

const reason = 'Asks for a lawyer, and whether we record what they say';
const kits: CampaignKit[] = [];

afterEach(() => kits.splice(0).forEach(kit => kit.destroy()));

/** A texter sets one of their replies aside. */
async function escalate(world: TestWorld, conversationId: number, why = reason) {
  const kit = createCampaignKit({ endpoint: world.endpoint, fetchSession: () => world.session({ texter: 1 }) });
  kits.push(kit);
  const change = { type: 'escalate', reason: why } as const;
  await kit.ask(api => api.texting.change.mutate({ conversationId, change, own: true }));
}

async function shown(role: 'admin' | 'supervolunteer' = 'admin') {
  const world = await testWorld({
    texters: ['Ada Park'],
    campaigns: [
      {
        title: 'Northside Neighbors',
        conversations: [{ n: 3, status: 'needsResponse', texter: 1, waitingMinutes: 90, replied: true }],
      },
    ],
  });
  await world.texting.change(world.campaignIds[0]!, { closed: false });
  const ids = await world.texting.conversations(world.campaignIds[0]!);
  const list = new EscalatedConversations();
  const counts: number[] = [];
  list.addEventListener('ck-count-change', event => counts.push(event.count));
  mount({ ...world, fetchSession: () => world.session({ role }) }, list);
  return { world, list, ids, counts };
}

const rows = (list: Element) => [...list.shadowRoot!.querySelectorAll<HTMLElement>('.entry:not(.bones)')];
const root = (list: Element) => list.shadowRoot!;

describe('<escalated-conversations>', () => {
  it('says what would be here, and shows each as it is escalated: who did, why and since when; the badge follows', async () => {
    const { world, list, ids, counts } = await shown();
    await shows(list, 'Nothing is escalated');
    expect(list.matches(':state(empty)')).to.equal(true);
    await expect(list).to.be.accessible();
    await escalate(world, ids[0]!);
    await shows(list, '1 conversation waits for a decision');
    await eventually(() => rows(list).length === 1);
    expect(rows(list)[0]!.innerText.replace(/\s+/g, ' ')).to.match(/Asks for a lawyer.*Ada Park/);
    expect(counts).to.deep.equal([0, 1]);
    expect(list.count).to.equal(1);
    await expect(list).to.be.accessible();
  });

  it('is opened, answered and resolved beside the list, live, and what was typed stays', async () => {
    const { world, list, ids, counts } = await shown();
    await escalate(world, ids[0]!);
    await escalate(world, ids[1]!, 'Wants to speak to the candidate');
    await eventually(() => rows(list).length === 2);
    list.conversationId = ids[0]!;
    await shows(list, 'Escalated by Ada Park');
    await shows(list, 'With no texter');
    const box = () => root(list).querySelector<HTMLTextAreaElement>('#reply')!;
    await eventually(() => box());
    box().focus();
    await sendKeys({ type: 'We call you' });
    await world.texting.write(ids[0]!, 'Are you there');
    await shows(list, 'Are you there');
    expect(box().value).to.equal('We call you');
    await expect(list).to.be.accessible();
    list.conversationId = ids[1]!;
    await shows(list, 'Wants to speak to the candidate');
    list.conversationId = ids[0]!;
    await eventually(() => box()?.value === 'We call you');
    box().focus();
    await sendKeys({ press: 'Enter' });
    await eventually(async () => (await world.texting.conversation(ids[0]!)).texts.at(-1)?.text === 'We call you');
    expect((await world.texting.conversation(ids[0]!)).held).to.equal(false);
    control(list, 'Resolve').click();
    await shows(list, /Resolved the conversation with/);
    await shows(list, '1 conversation waits for a decision');
    expect((await world.texting.conversation(ids[0]!)).escalated).to.equal(false);
    await eventually(() => counts.at(-1) === 1);
  });

  it('is given to a texter and stays escalated, by keys alone', async () => {
    const { world, list, ids } = await shown();
    await escalate(world, ids[0]!);
    await eventually(() => rows(list).length === 1);
    list.conversationId = ids[0]!;
    await shows(list, 'Escalated by Ada Park');
    await tabTo(list, 'Reassign');
    await sendKeys({ press: 'Enter' });
    const dialog = () => root(list).querySelector('.dialogs > *')!;
    await eventually(() => dialog());
    await shows(dialog(), 'Ada Park');
    await tabTo(dialog(), /^Ada Park/);
    await sendKeys({ press: 'Space' });
    await shows(dialog(), 'Reassign 1 selected');
    await expect(dialog()).to.be.accessible();
    await tabTo(dialog(), 'Reassign 1 selected');
    await sendKeys({ press: 'Enter' });
    await shows(dialog(), 'Reassigned 1 conversation.');
    control(dialog(), 'Done').click();
    await shows(list, 'With Ada Park');
    expect(await world.texting.conversation(ids[0]!)).to.include({ held: true, escalated: true });
  });

  it('lets supervolunteers read and reply, and no more; texters see who may', async () => {
    const { world, list, ids } = await shown('supervolunteer');
    await escalate(world, ids[0]!);
    await eventually(() => rows(list).length === 1);
    list.conversationId = ids[0]!;
    await shows(list, 'Escalated by Ada Park');
    expect(textOf(list)).not.to.match(/Resolve|Reassign/);
    const texter = new EscalatedConversations();
    mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, texter);
    await eventually(() => texter.matches(':state(forbidden)'));
  });

  it('fits where it is narrow, in German and from right to left', async () => {
    await setViewport({ width: 320, height: 700 });
    const { world, list, ids } = await shown();
    await escalate(world, ids[0]!);
    await eventually(() => rows(list).length === 1);
    for (const [lang, words] of [
      ['de', '1 Konversation wartet'],
      ['ar', 'محادثة واحدة تنتظر'],
    ] as const) {
      list.lang = lang;
      await shows(list, words);
      expect(document.documentElement.scrollWidth, lang).to.be.at.most(320);
    }
    list.conversationId = ids[0]!;
    await eventually(() => root(list).querySelector('#reply'));
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(list).to.be.accessible();
    await setViewport({ width: 800, height: 600 });
  });
});
