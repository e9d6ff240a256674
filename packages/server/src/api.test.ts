import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ElementName, Scope } from '@campaign-kit/shared/scopes';
import { elementNames, granted, roles, scopesOfElement } from '@campaign-kit/shared/scopes';
import { appRouter } from './api.ts';
import { textRequests } from './db/schema/conversations.ts';
import { addCampaign } from './fixture/add-campaign.ts';
import { runOperations } from './fixture/run-operations.ts';
import { testServer } from './fixture/test-server.ts';

type Ids = Record<'campaignId' | 'operationId' | 'requestId' | 'conversationId' | 'viewId' | 'texterId', number>;

type Called = {
  /** Several: any of them is enough. */
  scope: Scope | readonly Scope[] | null;
  input: (ids: Ids) => unknown;
  /** Another organization's ids are no error: nothing of theirs is in the answer. */
  seesOwnOnly?: true;
  /** Takes a file as its body; which one it belongs to says a header, tested beside it. */
  takesFile?: true;
};

const file = () => new Blob(['phone\n2125550001\n']).stream();

/** How each procedure is called about the ids of one organization. A procedure that is not here fails the first test. */
const calls: Record<string, Called> = {
  'sessions.current': { scope: null, input: () => undefined, seesOwnOnly: true },
  'sessions.logout': { scope: null, input: () => undefined, seesOwnOnly: true },
  'campaigns.menu': { scope: 'campaigns:act', input: ({ campaignId }) => ({ campaignId }) },
  'campaigns.previewAction': { scope: 'campaigns:act', input: ({ campaignId }) => ({ campaignId, action: release }) },
  'campaigns.runAction': {
    scope: 'campaigns:act',
    input: ({ campaignId }) => ({ campaignId, action: release, previewed: 0, requestKey: randomUUID() }),
  },
  'secondPass.start': { scope: 'campaigns:act', input: ({ campaignId }) => ({ campaignId }) },
  'replies.previewReleaseAll': { scope: 'campaigns:act', input: () => ({ idleMinutes: 60 }), seesOwnOnly: true },
  'replies.releaseAll': {
    scope: 'campaigns:act',
    input: () => ({ idleMinutes: 60, previewed: 0, requestKey: randomUUID() }),
    seesOwnOnly: true,
  },
  'texters.search': {
    scope: ['campaigns:act', 'review:read'],
    input: () => ({ text: '', limit: 10 }),
    seesOwnOnly: true,
  },
  'texters.list': { scope: 'texters:manage', input: () => ({ text: '', after: null, limit: 10 }), seesOwnOnly: true },
  'texters.held': { scope: 'texters:manage', input: ({ texterId }) => ({ texterId }) },
  'texters.suspend': { scope: 'texters:manage', input: ({ texterId }) => ({ texterId }) },
  'texters.resume': { scope: 'texters:manage', input: ({ texterId }) => ({ texterId }) },
  'texters.teams': { scope: 'texters:manage', input: () => undefined, seesOwnOnly: true },
  'texters.setTeam': { scope: 'texters:manage', input: ({ texterId }) => ({ texterId, teamId: 1, member: true }) },
  'requests.offer': { scope: 'requests:make', input: () => undefined, seesOwnOnly: true },
  'requests.ask': {
    scope: 'requests:make',
    input: () => ({ kind: 'unsent', count: 1, requestKey: randomUUID() }),
    seesOwnOnly: true,
  },
  'requests.withdraw': { scope: 'requests:make', input: ({ requestId }) => ({ requestId }) },
  'requests.watch': { scope: 'requests:make', input: () => ({}), seesOwnOnly: true },
  'requests.watchWaiting': { scope: 'requests:decide', input: () => ({}), seesOwnOnly: true },
  'requests.waiting': { scope: 'requests:decide', input: () => undefined, seesOwnOnly: true },
  'requests.decide': {
    scope: 'requests:decide',
    input: ({ requestId }) => ({ requestId, count: 1, requestKey: randomUUID() }),
  },
  'texting.queue': {
    scope: 'texting:send',
    input: () => ({ kind: 'unreplied', after: null, limit: 10 }),
    seesOwnOnly: true,
  },
  'texting.thread': { scope: 'texting:send', input: ({ conversationId }) => ({ conversationId, before: null }) },
  'texting.sendInitial': {
    scope: 'texting:send',
    input: ({ conversationId }) => ({ conversationId, text: 'Hi', requestKey: randomUUID() }),
  },
  'texting.sendReply': {
    scope: 'texting:send',
    input: ({ conversationId }) => ({ conversationId, text: 'Hi', media: [], requestKey: randomUUID() }),
  },
  'texting.change': {
    scope: 'texting:send',
    input: ({ conversationId }) => ({ conversationId, change: { type: 'close' } }),
  },
  'texting.typing': { scope: 'texting:send', input: ({ conversationId }) => ({ conversationId }) },
  'texting.watch': { scope: 'texting:send', input: () => ({}), seesOwnOnly: true },
  'review.preview': { scope: 'review:act', input: ({ campaignId }) => unassignIn(campaignId) },
  'review.run': {
    scope: 'review:act',
    input: ({ campaignId }) => ({ ...unassignIn(campaignId), previewed: 0, requestKey: randomUUID() }),
  },
  'review.resolve': { scope: 'review:act', input: ({ conversationId }) => ({ conversationId }) },
  'campaigns.search': { scope: 'review:read', input: () => ({ text: '', limit: 10 }), seesOwnOnly: true },
  'tags.list': { scope: 'review:read', input: () => undefined, seesOwnOnly: true },
  'review.list': {
    scope: 'review:read',
    input: ({ campaignId }) => ({ filter: { campaigns: [campaignId] }, sort: 'recent', after: null, limit: 10 }),
    seesOwnOnly: true,
  },
  'review.rows': {
    scope: 'review:read',
    input: ({ campaignId, conversationId }) => ({ filter: { campaigns: [campaignId] }, ids: [conversationId] }),
    seesOwnOnly: true,
  },
  'review.count': {
    scope: 'review:read',
    input: ({ campaignId }) => ({ filter: { campaigns: [campaignId] } }),
    seesOwnOnly: true,
  },
  'review.names': {
    scope: 'review:read',
    input: ({ campaignId }) => ({ filter: { campaigns: [campaignId] } }),
    seesOwnOnly: true,
  },
  'review.exportPage': {
    scope: 'review:read',
    input: ({ campaignId }) => ({ filter: { campaigns: [campaignId] }, after: null, limit: 10 }),
    seesOwnOnly: true,
  },
  'views.list': { scope: 'review:read', input: () => undefined, seesOwnOnly: true },
  'views.save': {
    scope: 'review:read',
    input: () => ({ name: 'Mine', filter: {}, sort: 'recent' }),
    seesOwnOnly: true,
  },
  'views.remove': { scope: 'review:read', input: ({ viewId }) => ({ viewId }) },
  'review.watch': { scope: 'review:read', input: () => ({}), seesOwnOnly: true },
  'sending.status': { scope: 'campaigns:act', input: ({ campaignId }) => ({ campaignId }) },
  'sending.start': { scope: 'campaigns:act', input: ({ campaignId }) => ({ campaignId, perHour: null }) },
  'sending.limit': { scope: 'campaigns:act', input: ({ campaignId }) => ({ campaignId, perHour: 100 }) },
  'sending.pause': { scope: 'campaigns:act', input: ({ campaignId }) => ({ campaignId }) },
  'sending.resume': { scope: 'campaigns:act', input: ({ campaignId }) => ({ campaignId }) },
  'sending.stop': { scope: 'campaigns:act', input: ({ campaignId }) => ({ campaignId }) },
  'contacts.previewImport': { scope: 'contacts:import', input: file, seesOwnOnly: true, takesFile: true },
  'contacts.startImport': {
    scope: 'contacts:import',
    input: ({ campaignId }) => ({ campaignId, fileName: 'people.csv', mapping: { columns: { phone: 'phone' } } }),
  },
  'contacts.uploadImport': { scope: 'contacts:import', input: file, takesFile: true },
  'contacts.importReport': { scope: 'contacts:import', input: ({ operationId }) => ({ operationId }) },
  'contacts.badRowsCsv': { scope: 'contacts:import', input: ({ operationId }) => ({ operationId }) },
  'operations.list': {
    scope: 'operations:read',
    input: ({ campaignId }) => ({ campaignId, before: null, limit: 10 }),
    seesOwnOnly: true,
  },
  'operations.get': { scope: 'operations:read', input: ({ operationId }) => ({ operationId }) },
  'operations.cancel': { scope: 'operations:undo', input: ({ operationId }) => ({ operationId }) },
  'operations.previewUndo': { scope: 'operations:undo', input: ({ operationId }) => ({ operationId }) },
  'operations.undo': {
    scope: 'operations:undo',
    input: ({ operationId }) => ({ operationId, requestKey: randomUUID() }),
  },
  'operations.watch': { scope: 'operations:read', input: ({ campaignId }) => ({ campaignId }), seesOwnOnly: true },
};

/** What every role may do. */
const forEveryone: readonly Scope[] = ['requests:make', 'texting:send'];

const unassignIn = (campaignId: number) => ({
  target: { filter: { campaigns: [campaignId] }, ids: null, except: [] },
  action: { name: 'unassign', input: {} },
});
const release = { name: 'releaseUnsent', input: {} } as const;
const refused = (code: string) => ({ cause: { code } });

/** Two organizations, each with a campaign, a texter's unanswered reply and an operation; and who may call. */
async function twoOrganizations({ shared = false } = {}) {
  const server = await testServer({ shared });
  const make = async () => {
    const session = await server.session();
    const { organizationId, userId } = session;
    const waiting = {
      status: 'needsResponse',
      replied: true,
      texterId: userId,
      waitingSince: server.now() - 7_200_000,
    } as const;
    const { campaignId, ids } = await addCampaign(server, {
      organizationId,
      conversations: [waiting, { texterId: userId }],
    });
    const caller = server.caller(session);
    const { id: operationId } = await caller.campaigns.runAction({
      campaignId,
      action: { name: 'turnAutoAssignOn', input: {} },
      previewed: null,
      requestKey: randomUUID(),
    });
    const { id: viewId } = await caller.views.save({ name: 'Theirs', filter: {}, sort: 'recent' });
    const asked = {
      organizationId,
      userId,
      kind: 'unsent',
      asked: 5,
      state: 'waiting',
      createdAt: server.now(),
    } as const;
    const [request] = await server.db.write(tx => tx.insert(textRequests).values(asked).returning());
    const made = { campaignId, operationId, requestId: request!.id, conversationId: ids[0]!, viewId, texterId: userId };
    return { session, caller, ids: made };
  };
  const [ours, theirs] = [await make(), await make()];
  await runOperations(server);
  return { server, ours, theirs };
}

/** What is refused changes nothing: all that is refused is asked of the same two. */
let refusing: Awaited<ReturnType<typeof twoOrganizations>>;
beforeAll(async () => {
  refusing = await twoOrganizations({ shared: true });
});
afterAll(() => refusing.server.close());

type Nested = { [name: string]: Nested };

/** The procedure by its path; a stream is opened and asked for nothing. */
function call(caller: object, path: string, input: unknown): Promise<unknown> {
  const procedure = path.split('.').reduce((at, name) => at[name] as Nested, caller as Nested);
  return (procedure as unknown as (given: unknown) => Promise<unknown>)(input);
}

const paths = Object.keys(appRouter._def.procedures);

test('every procedure is in the table', () => {
  expect(paths.filter(path => !calls[path])).toEqual([]);
});

for (const path of paths.filter(one => calls[one])) {
  const { scope, input, seesOwnOnly, takesFile } = calls[path]!;

  test(`${path} without a session is refused`, async () => {
    const { server, ours } = refusing;
    if (path === 'sessions.logout')
      return expect(call(server.caller(null), path, undefined)).resolves.toEqual({ ok: true });
    await expect(call(server.caller(null), path, input(ours.ids))).rejects.toMatchObject(refused('session_expired'));
  });

  if (scope) {
    const enough: readonly Scope[] = typeof scope === 'string' ? [scope] : scope;
    const grants = (given: readonly Scope[]) => enough.some(one => given.includes(one));
    const tooLow = roles.filter(role => !grants(granted(role, null)));
    const strangers = elementNames.filter(name => !grants(scopesOfElement[name]));

    test(`${path} is refused to ${tooLow.join(' and ') || 'nobody for a role'}`, async () => {
      const { server, ours } = refusing;
      expect(tooLow.includes('texter')).toBe(!grants(forEveryone));
      for (const role of tooLow) {
        const { organizationId } = ours.session;
        const low = server.caller(await server.session({ organizationId, role }));
        await expect(call(low, path, input(ours.ids))).rejects.toMatchObject(refused('forbidden'));
      }
    });

    test(`${path} is refused to a session that was made for other elements`, async () => {
      const { server, ours } = refusing;
      const { organizationId } = ours.session;
      for (const elements of [[] as ElementName[], strangers]) {
        const narrow = server.caller(await server.session({ organizationId, elements }));
        await expect(call(narrow, path, input(ours.ids))).rejects.toMatchObject(refused('forbidden'));
      }
    });
  }

  test(`${path} knows nothing of another organization`, async () => {
    if (!seesOwnOnly) {
      const { ours, theirs } = refusing;
      await expect(call(ours.caller, path, input(theirs.ids))).rejects.toMatchObject(refused('not_found'));
      return;
    }
    const { ours, theirs } = await twoOrganizations();
    const answer = JSON.stringify(await call(ours.caller, path, input(theirs.ids)));
    if (path === 'operations.list') expect(JSON.parse(answer)).toEqual({ operations: [], next: null });
    if (path === 'texters.list') expect(JSON.parse(answer).texters).toHaveLength(1);
    if (path === 'texters.search') expect(JSON.parse(answer)).toHaveLength(1);
    if (path === 'campaigns.search') expect(JSON.parse(answer)).toHaveLength(1);
    if (path === 'review.count') expect(JSON.parse(answer)).toEqual({ count: 0 });
    if (path === 'review.list') expect(JSON.parse(answer)).toEqual({ rows: [], next: null, count: 0 });
    if (path === 'review.names') expect(JSON.parse(answer)).toEqual({ campaigns: [], texters: [], tags: [] });
    if (path === 'review.exportPage') expect(JSON.parse(answer).csv.trim().split('\n')).toHaveLength(1);
    if (path.startsWith('replies.')) expect(answer).toMatch(/"(count|total)":1\b/);
    if (path === 'sessions.current') expect(JSON.parse(answer).organization.id).toBe(ours.session.organizationId);
  });

  if (
    !takesFile &&
    input({ campaignId: 1, operationId: 1, requestId: 1, conversationId: 1, viewId: 1, texterId: 1 }) !== undefined
  ) {
    test(`${path} refuses input that it does not understand, by field`, async () => {
      const { ours } = refusing;
      const empty = Object.keys(input(ours.ids) as object).length > 0 ? [{}] : [];
      for (const bad of [undefined, ...empty, 'x', { ...(input(ours.ids) as object), surplus: 1 }]) {
        await expect(call(ours.caller, path, bad)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      }
    });
  }
}
