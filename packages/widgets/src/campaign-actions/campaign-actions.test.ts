import { expect, fixture, html, oneEvent, waitUntil as soon } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { ActionRequestEvent, ActionSuccessEvent } from '../action-events.ts';
import { createCampaignKit, type CampaignKit } from '../kit.ts';
import { testWorld, type TestWorld, type WorldSeed } from '../testing/test-world.ts';
import { CampaignActions } from './campaign-actions.ts';

CampaignActions.define();

const seed: WorldSeed = {
  texters: ['Ada', 'Ben'],
  campaigns: [
    {
      title: 'Phonebank P1',
      conversations: [
        { n: 120, status: 'needsMessage', texter: 1 },
        { n: 7, status: 'needsMessage' },
        { n: 3, status: 'needsMessage', texter: 2, escalated: true },
        { n: 40, status: 'messaged', messagedMinutesAgo: 24 * 60 },
      ],
    },
  ],
};

/** Machines that build something else meanwhile take their time. */
const waitUntil = (what: () => unknown, why = 'it happens', { timeout = 9000 } = {}) => soon(what, why, { timeout });

let world: TestWorld;
let kit: CampaignKit;

async function menuOf(options: { seed?: WorldSeed; role?: 'texter' } = {}) {
  world = await testWorld(options.seed ?? seed);
  const { role } = options;
  kit = createCampaignKit({
    endpoint: world.endpoint,
    fetchSession: role ? () => world.session({ role }) : world.fetchSession,
  });
  const box = await fixture<HTMLElement>(html`<div><campaign-actions></campaign-actions></div>`);
  const element = box.querySelector('campaign-actions')!;
  element.campaignId = world.campaignIds[0]!;
  const settled = Promise.race([oneEvent(element, 'ck-ready'), oneEvent(element, 'ck-load-error')]);
  kit.attach(element);
  await settled;
  return element;
}
const part = <T extends HTMLElement>(element: Element, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector)!;
async function openMenu(element: CampaignActions) {
  part(element, '#menu-button').click();
  await waitUntil(() => part(element, '#menu').matches(':popover-open'));
  await element.updateComplete;
}
const items = (element: CampaignActions) =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]')].map(item => ({
    label: item.querySelector('.label')!.textContent.trim(),
    detail: item.querySelector('.detail')?.textContent ?? '',
    end: item.querySelector('.end')!.textContent.trim(),
    off: item.getAttribute('aria-disabled') === 'true',
    element: item,
  }));
async function choose(element: CampaignActions, label: string) {
  await openMenu(element);
  items(element)
    .find(item => item.label === label)!
    .element.click();
}
const toast = (element: CampaignActions) => element.shadowRoot!.querySelector('.toast:popover-open')?.textContent ?? '';

describe('<campaign-actions>', function () {
  this.timeout(20_000);
  afterEach(() => kit.destroy());

  it('draws the menu of the campaign: labels, help, kept counts, the dangerous last', async () => {
    const element = await menuOf();
    await openMenu(element);
    const shown = items(element);
    expect(shown.map(item => item.label)).to.deep.equal([
      'Release unsent messages',
      'Release unreplied conversations',
      'Mark for second pass',
      'Un-mark for second pass',
      'Turn auto-assign on',
      'Archive campaign',
      'Delete unmessaged contacts',
    ]);
    expect(shown[0]).to.deep.include({ end: '120', off: false });
    expect(shown[0]?.detail).to.match(/^Takes conversations/);
    expect(shown[5]?.element.previousElementSibling?.getAttribute('role')).to.equal('separator');
    expect(part(element, '#menu-button').getAttribute('aria-label')).to.equal('Actions of Phonebank P1');
  });

  it('greys out what may not run, with the server’s own reason', async () => {
    const element = await menuOf({ seed: { campaigns: [{ archived: true }] } });
    await openMenu(element);
    const release = items(element).find(item => item.label === 'Release unsent messages')!;
    expect(release).to.deep.include({ off: true, detail: 'The campaign is archived.' });
    release.element.focus();
    expect(element.shadowRoot?.activeElement).to.equal(release.element);
    release.element.click();
    expect(part(element, '#menu').matches(':popover-open')).to.equal(true);
    expect(items(element).map(item => item.label)).to.include('Unarchive campaign');
  });

  it('turns auto-assign on at once, says so at the button, and takes it back', async () => {
    const element = await menuOf();
    const success = oneEvent<ActionSuccessEvent>(element, 'ck-action-success');
    await choose(element, 'Turn auto-assign on');
    expect((await success).action).to.equal('turnAutoAssignOn');
    await waitUntil(() => toast(element).includes('Auto-assign is on.'));
    await openMenu(element);
    await waitUntil(() => items(element).some(item => item.label === 'Turn auto-assign off'));
    part(element, '#menu-button').click();
    await (await success).undo();
    await waitUntil(() => toast(element).includes('Undone.'));
  });

  it('asks the host first, and does nothing when the host says no', async () => {
    const element = await menuOf();
    const asked: ActionRequestEvent[] = [];
    const box = element.parentElement!;
    box.addEventListener('ck-action-request', event => {
      asked.push(event);
      event.preventDefault();
    });
    await choose(element, 'Turn auto-assign on');
    await waitUntil(() => asked.length === 1);
    expect(asked[0]).to.deep.include({ action: 'turnAutoAssignOn', preview: null });
    await openMenu(element);
    expect(items(element).map(item => item.label)).to.include('Turn auto-assign on');
  });

  it('tells the host when it opens and when everything is closed again', async () => {
    const element = await menuOf();
    const said: string[] = [];
    for (const type of ['ck-open', 'ck-close'] as const) {
      element.addEventListener(type, () => said.push(type));
      element.parentElement!.addEventListener(type, () => said.push('bubbled'));
    }
    await choose(element, 'Archive campaign');
    await waitUntil(() => part(element, 'ck-action-dialog')?.shadowRoot?.querySelector('dialog')?.open);
    expect(said).to.deep.equal(['ck-open']);
    part<HTMLElement & { close: () => void }>(element, 'ck-action-dialog').close();
    await waitUntil(() => !part(element, 'ck-action-dialog'));
    expect(said).to.deep.equal(['ck-open', 'ck-close']);
  });

  it('shows what runs, also when it was started elsewhere, and opens its progress', async () => {
    const element = await menuOf();
    await world.hold(true, 60);
    const campaignId = world.campaignIds[0]!;
    await kit.ask(api =>
      api.campaigns.runAction.mutate({
        campaignId,
        action: { name: 'releaseUnsent', input: {} },
        previewed: 120,
        requestKey: crypto.randomUUID(),
      }),
    );
    await openMenu(element);
    await waitUntil(() => items(element).length === 8);
    expect(part(element, '#menu-button').getAttribute('aria-label')).to.include('Release unsent messages is running');
    expect(part(element, '#menu-button .ring')).to.exist;
    items(element)[0]!.element.click();
    await waitUntil(() => part(element, 'ck-action-dialog')?.shadowRoot?.querySelector('progress'));
    await world.hold(false);
    await waitUntil(() => !part(element, '#menu-button .ring'), 'the ring goes', { timeout: 9000 });
  });

  it('says who may, to somebody who may not', async () => {
    const element = await menuOf({ role: 'texter' });
    expect(element.matches(':state(forbidden)')).to.equal(true);
    await openMenu(element);
    await waitUntil(() => part(element, '.notice'));
    expect(part(element, '.notice').textContent).to.include('Only an admin or an owner can do this.');
  });

  it('keeps what it shows when the connection goes, and comes back by itself', async () => {
    const element = await menuOf();
    await world.fault({ down: true });
    await openMenu(element);
    await waitUntil(() => element.matches(':state(offline)'));
    expect(items(element)).to.have.length(7);
    expect(part(element, '.notice').textContent).to.include('No connection.');
    await world.fault({});
    await waitUntil(() => element.matches(':state(ready)'), 'comes back', { timeout: 8000 });
  });

  it('offers to reconnect in place when the session is over', async () => {
    const element = await menuOf();
    const expired = oneEvent(element.parentElement!, 'ck-session-expired');
    world.logOut();
    await kit.session.renew('unauthorized', kit.session.current).catch(() => {});
    await expired;
    await waitUntil(() => element.matches(':state(expired)'));
    await openMenu(element);
    expect(part(element, '.notice').textContent).to.include('The session has ended.');
  });

  it('changes nothing of the page but itself', async () => {
    const before = [document.head.innerHTML, document.documentElement.outerHTML.length];
    const element = await menuOf();
    await choose(element, 'Release unsent messages');
    await waitUntil(() => part(element, 'ck-action-dialog')?.shadowRoot?.querySelector('dialog')?.open);
    const outside = element.parentElement!.parentElement!;
    outside.remove();
    expect([document.head.innerHTML, document.documentElement.outerHTML.length]).to.deep.equal(before);
    expect([...element.attributes].map(attribute => attribute.name)).to.deep.equal([]);
    document.body.append(outside);
  });

  it('works after it was moved and after it was away', async () => {
    const element = await menuOf();
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(element);
    await openMenu(element);
    expect(items(element)).to.have.length(7);
    element.remove();
    elsewhere.append(element);
    await openMenu(element);
    expect(items(element)).to.have.length(7);
  });

  it('fits into 320 px', async () => {
    await setViewport({ width: 320, height: 600 });
    const element = await menuOf();
    await openMenu(element);
    await new Promise(resolve => setTimeout(resolve, 150));
    const { left, right, bottom } = part(element, '#menu').getBoundingClientRect();
    await setViewport({ width: 800, height: 600 });
    expect(left).to.be.at.least(8);
    expect(right).to.be.at.most(312);
    expect(bottom).to.be.at.most(592);
  });

  it('is accessible, closed and open', async () => {
    const element = await menuOf();
    await expect(element).to.be.accessible();
    await openMenu(element);
    await new Promise(resolve => setTimeout(resolve, 250));
    await expect(element).to.be.accessible();
  });
});
