import { expect } from '@open-wc/testing';
import type { Api } from './contract.ts';
import { KitError, type KitErrorCode } from './kit-error.ts';
import { createCampaignKit, type CampaignKit } from './kit.ts';
import type { Mint } from './session.ts';
import { testWorld, type TestWorld, type WorldSeed } from './testing/test-world.ts';

type Case = {
  code: KitErrorCode;
  when: string;
  seed?: WorldSeed;
  before?: (world: TestWorld) => Promise<void>;
  fetchSession?: (world: TestWorld) => Mint;
  call?: (api: Api, campaignId: number) => Promise<unknown>;
  /** The answer came from the server, and bears its request id. */
  fromServer: boolean;
  retryable: boolean;
};

const elsewhere = 'https://other.example';
const fake = () => () => Promise.resolve({ token: 'none', expiresAt: Date.now() + 600_000 });
const menu = (api: Api, campaignId: number) => api.campaigns.menu.query({ campaignId });
const archive = { name: 'archive', input: {} } as const;

const cases: Case[] = [
  {
    code: 'network',
    when: 'the connection is cut',
    before: world => world.fault({ down: true }),
    fromServer: false,
    retryable: true,
  },
  {
    code: 'session_expired',
    when: 'the server does not know the token',
    fetchSession: fake,
    fromServer: true,
    retryable: false,
  },
  {
    code: 'session_expired',
    when: 'the host has nobody logged in',
    fetchSession: () => () => Promise.reject(new Error('401')),
    fromServer: false,
    retryable: true,
  },
  {
    code: 'origin_not_allowed',
    when: 'no organization allows this page, which the browser calls a dead network',
    seed: { origins: [elsewhere] },
    fetchSession: fake,
    fromServer: false,
    retryable: false,
  },
  {
    code: 'origin_not_allowed',
    when: 'the session is for pages of another origin',
    seed: { origins: [location.origin, elsewhere] },
    fetchSession: world => () => world.session({ origin: elsewhere }),
    fromServer: true,
    retryable: false,
  },
  {
    code: 'forbidden',
    when: 'a texter asks for what only admins may',
    fetchSession: world => () => world.session({ role: 'texter' }),
    fromServer: true,
    retryable: false,
  },
  {
    code: 'validation',
    when: 'the input is none',
    call: api => api.campaigns.menu.query({ campaignId: -1 }),
    fromServer: true,
    retryable: false,
  },
  {
    code: 'not_found',
    when: 'there is no such campaign',
    call: api => api.campaigns.menu.query({ campaignId: 999_999 }),
    fromServer: true,
    retryable: false,
  },
  {
    code: 'conflict',
    when: 'the campaign is no longer so that it may be done',
    seed: { campaigns: [{ archived: true }] },
    call: (api, campaignId) =>
      api.campaigns.runAction.mutate({
        campaignId,
        action: archive,
        previewed: null,
        requestKey: crypto.randomUUID(),
      }),
    fromServer: true,
    retryable: false,
  },
  {
    code: 'rate_limited',
    when: 'a user asks more than the server takes',
    seed: { userRequestsPerSecond: 1, campaigns: [{}] },
    call: async (api, campaignId) => {
      for (let asked = 0; asked < 200; asked++) await menu(api, campaignId);
    },
    fromServer: true,
    retryable: true,
  },
  {
    code: 'version_mismatch',
    when: 'the server is too old to know the procedure',
    call: api =>
      (api as unknown as Record<string, Record<string, { query: () => Promise<unknown> }>>).moons!.list!.query(),
    fromServer: true,
    retryable: false,
  },
  {
    code: 'server',
    when: 'something else answers than the server',
    before: world => world.fault({ status: 502 }),
    fromServer: false,
    retryable: true,
  },
];

describe('a failure says which of the few kinds it is', () => {
  const kits: CampaignKit[] = [];
  afterEach(() => kits.splice(0).forEach(kit => kit.destroy()));

  for (const { code, when, seed = { campaigns: [{}] }, before, fetchSession, call = menu, ...expected } of cases) {
    it(`${code}: ${when}`, async () => {
      const world = await testWorld(seed);
      const kit = createCampaignKit({
        endpoint: world.endpoint,
        fetchSession: fetchSession?.(world) ?? world.fetchSession,
      });
      kits.push(kit);
      await kit.ready.catch(() => {});
      await before?.(world);
      const error = await kit
        .ask(api => call(api, world.campaignIds[0] ?? 1))
        .then(
          () => expect.fail('It did not fail.'),
          (thrown: unknown) => thrown as KitError,
        );
      expect(error).to.be.instanceOf(KitError);
      expect(error.code).to.equal(code);
      expect(error.requestId !== null, 'has a request id').to.equal(expected.fromServer);
      expect(error.retryable).to.equal(expected.retryable);
      const again = await error.retry().then(
        () => null,
        (thrown: unknown) => thrown as KitError,
      );
      if (code !== 'rate_limited') expect(again?.code, 'retry asks once more').to.equal(code);
    });
  }

  it('what failed for a while works when it is tried again', async () => {
    const world = await testWorld({ campaigns: [{}] });
    const kit = createCampaignKit({ endpoint: world.endpoint, fetchSession: world.fetchSession });
    kits.push(kit);
    await kit.ready;
    await world.fault({ status: 503 });
    const error = await kit.ask(api => menu(api, world.campaignIds[0]!)).catch((thrown: KitError) => thrown);
    await world.fault({});
    expect(await (error as KitError).retry()).to.have.property('actions');
  });
});
