import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { CampaignKitElement } from './campaign-kit.ts';
import { CampaignActions } from './campaign-actions/campaign-actions.ts';
import { createCampaignKit, type CampaignKit } from './kit.ts';
import type { KitError } from './kit-error.ts';
import { testWorld, type TestWorld } from './testing/test-world.ts';

CampaignActions.define();

describe('a kit', () => {
  let world: TestWorld;
  const kits: CampaignKit[] = [];
  beforeEach(async () => {
    world = await testWorld({ campaigns: [{ title: 'Phonebank P1' }] });
  });
  afterEach(() => kits.splice(0).forEach(kit => kit.destroy()));
  function make(options: Partial<Parameters<typeof createCampaignKit>[0]> = {}) {
    const kit = createCampaignKit({ endpoint: world.endpoint, fetchSession: world.fetchSession, ...options });
    kits.push(kit);
    return kit;
  }
  const actions = () =>
    html`<div>
      <campaign-actions campaign-id=${world.campaignIds[0]!}></campaign-actions>
    </div>`;

  it('is ready when the server has said who this is', async () => {
    const kit = make();
    await kit.ready;
    expect(kit.current?.user.role).to.equal('admin');
    expect(kit.timeZone).to.equal(kit.current?.organization.timeZone);
    kit.update({ timeZone: 'Asia/Tokyo' });
    expect(kit.timeZone).to.equal('Asia/Tokyo');
  });

  it('serves what is inside an attached element, also when it comes later than the elements', async () => {
    const box = await fixture<HTMLElement>(actions());
    const element = box.querySelector('campaign-actions')!;
    expect(element.kit).to.equal(null);
    const ready = oneEvent(element, 'ck-ready');
    const detach = make().attach(box);
    await ready;
    expect(element.matches(':state(ready)')).to.equal(true);
    detach();
    const late = document.createElement('campaign-actions');
    box.append(late);
    expect(late.kit).to.equal(null);
  });

  it('goes to the element itself by its property', async () => {
    const box = await fixture<HTMLElement>(actions());
    const element = box.querySelector('campaign-actions')!;
    const kit = make();
    kit.attach(element);
    await oneEvent(element, 'ck-ready');
    expect(element.kit).to.equal(kit);
  });

  it('waits, then says that it is missing', async () => {
    const warned: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => warned.push(line);
    const box = await fixture<HTMLElement>(actions());
    await new Promise(resolve => setTimeout(resolve, 3200));
    console.warn = warn;
    expect(box.firstElementChild?.matches(':state(error)')).to.equal(true);
    expect(warned.join()).to.include('<campaign-actions> has no kit');
  });

  it('gets a new token when the server no longer takes the old one, and the call goes through', async () => {
    let minted = 0;
    const kit = make({
      fetchSession: async ask => {
        const session = await world.fetchSession(ask);
        return minted++ === 0 ? { ...session, token: 'not a token' } : session;
      },
    });
    await kit.ready;
    expect(minted).to.equal(2);
  });

  it('tells the host what failed, with a way to try again', async () => {
    const errors: KitError[] = [];
    const kit = make({ onError: error => errors.push(error) });
    await kit.ready;
    const error: KitError = await kit
      .ask(api => api.campaigns.menu.query({ campaignId: 999_999 }))
      .then(() => null as never)
      .catch((thrown: KitError) => thrown);
    expect(error.code).to.equal('not_found');
    expect(error.reason).to.equal('refusal.noCampaign');
    expect(error.requestId).to.be.a('string');
    expect(errors).to.deep.equal([error]);
    await world.fault({ down: true });
    const lost: KitError = await kit
      .ask(api => api.sessions.current.query())
      .then(
        () => null as never,
        (thrown: KitError) => thrown,
      );
    expect(lost.code).to.equal('network');
    await world.fault({});
    expect(await lost.retry()).to.deep.include({ user: kit.current?.user });
  });

  it('puts the calls of one moment into one request', async () => {
    const kit = make();
    await kit.ready;
    const before = performance.getEntriesByType('resource').length;
    const campaignId = world.campaignIds[0]!;
    await Promise.all([
      kit.ask(api => api.campaigns.menu.query({ campaignId })),
      kit.ask(api => api.sessions.current.query()),
    ]);
    expect(performance.getEntriesByType('resource').length - before).to.equal(1);
  });

  it('ends the session on the server when it logs out', async () => {
    const kit = make();
    await kit.ready;
    const token = await kit.session.token();
    await kit.logout();
    expect(kit.session.state).to.equal('ended');
    const other = make({ fetchSession: () => Promise.resolve({ token, expiresAt: Date.now() + 60_000 }) });
    const refused = await other.ready.catch((thrown: KitError) => thrown);
    expect((refused as KitError).code).to.equal('session_expired');
  });
});

describe('<campaign-kit>', () => {
  CampaignKitElement.define();

  it('serves the elements inside it, and goes on when it is moved', async () => {
    const world = await testWorld({ campaigns: [{}] });
    const element = await fixture<CampaignKitElement>(
      html`<campaign-kit endpoint=${world.endpoint} .fetchSession=${world.fetchSession} time-zone="America/New_York">
        <campaign-actions campaign-id=${world.campaignIds[0]!}></campaign-actions>
      </campaign-kit>`,
    );
    const inner = element.querySelector('campaign-actions')!;
    if (!inner.matches(':state(ready)')) await oneEvent(inner, 'ck-ready');
    const { kit } = element;
    expect(inner.kit).to.equal(kit);
    expect(inner.timeZone).to.equal('America/New_York');
    const section = await fixture<HTMLElement>(html`<section></section>`);
    section.append(element);
    await element.updateComplete;
    expect([element.kit, inner.kit]).to.deep.equal([kit, kit]);
  });

  it('leaves a tag that is taken alone, and says so', () => {
    const warned: string[] = [];
    const { warn } = console;
    console.warn = (line: string) => warned.push(line);
    customElements.define('taken-tag', class extends HTMLElement {});
    CampaignKitElement.define('taken-tag');
    CampaignKitElement.define();
    console.warn = warn;
    expect(warned).to.have.length(1);
    expect(warned[0]).to.include('<taken-tag>');
  });
});
