import { expect } from '@open-wc/testing';
import type { KitError } from './kit-error.ts';
import { Session, type Clock, type MintReason, type Minted } from './session.ts';
import { testClock } from './testing/test-clock.ts';

/** A host's server that gives numbered tokens of ten minutes, until it is told to fail. */
function host(clock: Clock) {
  const asked: MintReason[] = [];
  const state = { failure: null as Error | null, silent: false };
  const mint = ({ reason }: { reason: MintReason }): Promise<Minted> => {
    asked.push(reason);
    if (state.silent) return new Promise(() => {});
    if (state.failure) return Promise.reject(state.failure);
    return Promise.resolve({ token: `token ${asked.length}`, expiresAt: clock.now() + 600_000 });
  };
  return { asked, state, mint };
}

describe('a session', () => {
  const open: Session[] = [];
  function make(channel?: string) {
    const { clock, advance } = testClock();
    const server = host(clock);
    const session = new Session(server.mint, { clock, ...(channel ? { channel } : {}) });
    open.push(session);
    return { session, advance, ...server };
  }
  afterEach(() => open.splice(0).forEach(session => session.destroy()));

  it('mints once, however many calls wait for a token', async () => {
    const { session, asked } = make();
    const tokens = await Promise.all([session.token(), session.token(), session.token()]);
    expect(tokens).to.deep.equal(['token 1', 'token 1', 'token 1']);
    expect(asked).to.deep.equal(['start']);
    expect(session.state).to.equal('live');
  });

  it('renews itself before the token ends', async () => {
    const { session, asked, advance } = make();
    await session.token();
    await advance(440_000);
    expect(asked).to.deep.equal(['start']);
    await advance(41_000);
    expect(asked).to.deep.equal(['start', 'renew']);
    expect(session.current).to.equal('token 2');
  });

  it('renews for the first call that was refused, and gives the others the new token', async () => {
    const { session, asked } = make();
    const old = await session.token();
    expect(await session.renew('unauthorized', old)).to.equal('token 2');
    expect(await session.renew('unauthorized', old)).to.equal('token 2');
    expect(asked).to.deep.equal(['start', 'unauthorized']);
  });

  for (const [name, target] of [
    ['online', window],
    ['pageshow', window],
    ['visibilitychange', document],
  ] as const) {
    it(`renews on ${name} when the token is due, and not before`, async () => {
      const { session, asked, advance } = make();
      await session.token();
      target.dispatchEvent(new Event(name));
      expect(asked).to.deep.equal(['start']);
      await advance(0);
      const due = make();
      await due.session.token();
      due.state.failure = new Error('log in first');
      await due.advance(480_000);
      due.state.failure = null;
      target.dispatchEvent(new Event(name));
      await due.advance(0);
      expect(due.asked).to.deep.equal(['start', 'renew', 'return']);
    });
  }

  it('gives up on a mint after 15 s, and tries again with growing pauses', async () => {
    const { session, state, asked, advance } = make();
    state.silent = true;
    const first = session.token().catch((error: KitError) => error);
    await advance(15_000);
    expect(((await first) as KitError).code).to.equal('network');
    state.silent = false;
    state.failure = new TypeError('Failed to fetch');
    await advance(1000);
    await advance(1500);
    expect(asked.length).to.equal(2);
    await advance(500);
    expect(asked.length).to.equal(3);
    state.failure = null;
    await advance(4000);
    expect(session.state).to.equal('live');
  });

  it('keeps a good token through failures, is expired after it, and comes back where it was', async () => {
    const { session, state, advance } = make();
    const states: string[] = [];
    session.addEventListener('change', () => states.push(session.state));
    await session.token();
    state.failure = new Error('401');
    await advance(480_000);
    expect(session.state).to.equal('live');
    expect(await session.token()).to.equal('token 1');
    await advance(120_001);
    expect(session.state).to.equal('expired');
    state.failure = null;
    await session.renew('reconnect');
    expect(states).to.deep.equal(['live', 'expired', 'live']);
  });

  it('is not expired for want of a network', async () => {
    const { session, state } = make();
    state.failure = new TypeError('Failed to fetch');
    const error = await session.token().catch((thrown: KitError) => thrown);
    expect((error as KitError).code).to.equal('network');
    expect(session.state).to.equal('starting');
  });

  it('says session_expired for an answer without a token', async () => {
    const session = new Session(() => Promise.resolve({} as Minted));
    open.push(session);
    const error = await session.token().catch((thrown: KitError) => thrown);
    expect((error as KitError).code).to.equal('session_expired');
    expect(session.state).to.equal('expired');
  });

  it('ends in the other tabs too, and mints nothing until someone reconnects', async () => {
    const here = make('test tabs');
    const there = make('test tabs');
    await Promise.all([here.session.token(), there.session.token()]);
    const heard = new Promise(resolve => there.session.addEventListener('change', resolve));
    here.session.logout();
    await heard;
    expect([here.session.state, there.session.state]).to.deep.equal(['ended', 'ended']);
    const refused = await there.session.token().catch((thrown: KitError) => thrown);
    expect((refused as KitError).code).to.equal('session_expired');
    expect(there.asked).to.deep.equal(['start']);
    expect(await there.session.renew('reconnect')).to.equal('token 2');
    expect(there.session.state).to.equal('live');
  });

  it('keeps the token out of every storage', async () => {
    const { session } = make();
    await session.token();
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])).not.to.include('token 1');
  });
});
