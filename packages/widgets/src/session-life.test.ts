import { expect, fixture, html } from '@open-wc/testing';
import { CampaignActions } from './campaign-actions/campaign-actions.ts';
import { CampaignKit } from './kit.ts';
import type { KitError } from './kit-error.ts';
import { Session, type MintReason } from './session.ts';
import { eventually } from './testing/mount.ts';
import { testClock } from './testing/test-clock.ts';
import { testWorld, type TestWorld } from './testing/test-world.ts';

CampaignActions.define();

const minute = 60_000;
const campaigns = [{ title: 'Phonebank P1', conversations: [{ n: 4, status: 'needsMessage' as const, texter: 1 }] }];

describe('the life of a session on a real server', () => {
  let world: TestWorld;
  const kits: CampaignKit[] = [];
  beforeEach(async () => {
    world = await testWorld({ campaigns });
  });
  afterEach(() => kits.splice(0).forEach(kit => kit.destroy()));

  /** A kit on a clock that the test owns, that far from the server's. */
  function make({ aheadMs = 0, mint = world.fetchSession, channel = '' } = {}) {
    const asked: MintReason[] = [];
    const { clock, advance } = testClock(Date.now() + aheadMs);
    const fetchSession: typeof mint = ask => {
      asked.push(ask.reason);
      return mint(ask);
    };
    const session = new Session(fetchSession, { clock, ...(channel && { channel }) });
    const kit = new CampaignKit({ endpoint: world.endpoint, fetchSession }, session);
    kits.push(kit);
    return { kit, session, asked, advance };
  }
  const menu = (kit: CampaignKit) =>
    kit.ask(api => api.campaigns.menu.query({ campaignId: world.campaignIds[0]! })).then(found => found.campaign.title);
  const failure = (call: Promise<unknown>) =>
    call.then(
      () => null,
      (thrown: KitError) => thrown.code,
    );
  const actions = async (kit: CampaignKit, n = 3) => {
    const box = await fixture<HTMLElement>(
      html`<div>
        ${Array.from(
          { length: n },
          () => html`<campaign-actions campaign-id=${world.campaignIds[0]!}></campaign-actions>`,
        )}
      </div>`,
    );
    kit.attach(box);
    const elements = [...box.querySelectorAll('campaign-actions')];
    await eventually(() => elements.every(element => element.matches(':state(ready)')), 'all are ready');
    return { box, elements };
  };

  for (const [where, aheadMs] of [
    ['right', 0],
    ['seven minutes ahead', 7 * minute],
    ['an hour ahead', 60 * minute],
    ['seven minutes behind', -7 * minute],
    ['a year behind', -365 * 24 * 60 * minute],
  ] as const) {
    it(`renews once in ten minutes where the clock of the browser is ${where}`, async () => {
      const { kit, asked, advance } = make({ aheadMs });
      await kit.ready;
      for (let passed = 0; passed < 7; passed++) {
        await advance(minute);
        await world.advance(1);
        expect(await menu(kit)).to.equal('Phonebank P1');
      }
      expect(asked).to.deep.equal(['start']);
      await advance(minute);
      await eventually(() => asked.length === 2, 'renewed');
      expect(asked).to.deep.equal(['start', 'renew']);
    });
  }

  it('costs one mint for three elements', async () => {
    const { kit, asked } = make();
    await actions(kit);
    expect(asked).to.deep.equal(['start']);
  });

  it('is renewed once for all calls that the server refuses, and they go through', async () => {
    const { kit, asked } = make();
    await kit.ready;
    await world.advance(11);
    expect(await Promise.all([menu(kit), menu(kit), menu(kit)])).to.deep.equal(Array(3).fill('Phonebank P1'));
    expect(asked).to.deep.equal(['start', 'unauthorized']);
  });

  it('expires, and does not ask the host over and over, where the server takes none of its tokens', async () => {
    const bad = () => Promise.resolve({ token: 'not a token', expiresAt: Date.now() + 10 * minute });
    const { kit, session, asked } = make({ mint: bad });
    expect(await failure(kit.ready)).to.equal('session_expired');
    expect(session.state).to.equal('expired');
    const before = asked.length;
    expect(await Promise.all([failure(menu(kit)), failure(menu(kit))])).to.deep.equal(Array(2).fill('session_expired'));
    expect(asked.length).to.equal(before);
  });

  for (const [name, event, passes] of [
    ['the network is back', () => dispatchEvent(new Event('online')), 9],
    ['the page is seen again', () => document.dispatchEvent(new Event('visibilitychange')), 9],
    ['the page comes back', () => dispatchEvent(new PageTransitionEvent('pageshow')), 9],
    [
      'the page comes out of the back/forward cache, also before it is due',
      () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
      1,
    ],
  ] as const) {
    it(`renews when ${name}`, async () => {
      const { kit, session, asked, advance } = make();
      await kit.ready;
      world.logOut();
      await advance(passes * minute);
      await eventually(() => asked.length === (passes === 1 ? 1 : 2));
      world.logIn();
      event();
      await eventually(() => asked.at(-1) === 'return' && session.current, 'a new token');
      expect(await menu(kit)).to.equal('Phonebank P1');
    });
  }

  it('shows nothing more after the back/forward cache when the user has logged out meanwhile', async () => {
    const { kit, session } = make();
    await kit.ready;
    world.logOut();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await eventually(() => session.state === 'expired');
    expect(await failure(menu(kit))).to.equal('session_expired');
  });

  it('tells the host of an expiry once, however many elements there are, and again of the next', async () => {
    const { kit, session, advance } = make();
    const { box, elements } = await actions(kit);
    const told: EventTarget[] = [];
    box.addEventListener('ck-session-expired', event => told.push(event.target!));
    for (const expiries of [1, 2]) {
      world.logOut();
      await world.advance(11);
      await advance(11 * minute);
      await eventually(() => session.state === 'expired');
      expect(await Promise.all([failure(menu(kit)), failure(menu(kit))])).to.have.length(2);
      expect(told).to.deep.equal(Array(expiries).fill(elements[0]));
      world.logIn();
      await session.renew('reconnect');
      await eventually(() => elements.every(element => element.matches(':state(ready)')));
    }
  });

  it('goes on hearing of changes with the next token, from the last event that was heard', async () => {
    const { kit, session, asked } = make();
    await kit.ready;
    const heard: string[] = [];
    kit.live.watch({ campaignId: null, running: () => [], onPush: pushed => heard.push(pushed.type) });
    const change = () => world.change(world.campaignIds[0]!, { autoAssign: true });
    await eventually(async () => {
      await change();
      return heard.length > 0;
    }, 'the stream is open');
    await world.advance(11);
    await world.recheckStreams();
    const first = heard.length;
    await change();
    await eventually(() => heard.length > first, 'heard with the next token');
    expect(asked).to.deep.equal(['start', 'unauthorized']);
    session.logout();
    const second = heard.length;
    await change();
    await session.renew('reconnect');
    await eventually(() => heard.length > second, 'caught up after the session was over');
  });

  it('ends with a log-out for this user alone, in every kit of the endpoint', async () => {
    const channel = `campaign-kit ${world.endpoint}`;
    const [here, there, texter] = [
      make({ channel }),
      make({ channel }),
      make({ channel, mint: () => world.session({ role: 'texter' }) }),
    ];
    const elsewhere = make({ channel: 'campaign-kit https://other.example' });
    await Promise.all([here, there, texter, elsewhere].map(({ kit }) => kit.ready));
    await here.kit.logout();
    await eventually(() => there.session.state === 'ended', 'ended there');
    expect([here, texter, elsewhere].map(({ session }) => session.state)).to.deep.equal(['ended', 'live', 'live']);
    expect(await failure(there.kit.ready.then(() => menu(there.kit)))).to.equal('session_expired');
  });

  it('ends where somebody else has logged in meanwhile, and is theirs after a reconnect', async () => {
    let role: 'admin' | 'texter' = 'admin';
    const { kit, session, advance } = make({ mint: () => world.session({ role }) });
    const { elements } = await actions(kit, 1);
    expect(kit.current?.user.role).to.equal('admin');
    role = 'texter';
    await advance(8 * minute);
    await eventually(() => session.state === 'ended');
    expect(session.current).to.equal('');
    await session.renew('reconnect');
    await eventually(() => kit.current?.user.role === 'texter');
    await eventually(() => elements[0]!.matches(':state(forbidden)'), 'nothing of the admin’s menu is left');
  });

  it('asks nobody any more once its kit is destroyed', async () => {
    const { kit, session, asked } = make();
    await kit.ready;
    kit.destroy();
    kit.destroy();
    expect(await failure(session.token())).to.equal('session_expired');
    expect(asked).to.deep.equal(['start']);
  });
});
