import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { Refusal } from '@campaign-kit/shared/refusal';
import type { ReviewFilter } from '@campaign-kit/shared/review-filter';
import { learnNames } from '../contacts/learn-names.ts';
import { recordEvent } from '../conversations/record-event.ts';
import { contacts } from '../db/schema/campaigns.ts';
import { conversations, messages } from '../db/schema/conversations.ts';
import { addCampaign } from '../fixture/add-campaign.ts';
import { addReviewWorld, dice, inOrder, isWanted } from '../fixture/review-world.ts';
import { testServer } from '../fixture/test-server.ts';

async function opened() {
  const server = await testServer();
  const session = await server.session();
  return { server, session, organizationId: session.organizationId, caller: server.caller(session) };
}

for (const sort of ['recent', 'waiting', 'name'] as const) {
  test(`pages by ${sort}, while others move rows, lose and repeat nobody who stayed`, async () => {
    const { server, session, organizationId, caller } = await opened();
    const known = await addReviewWorld(server, organizationId, [session.userId], 50);
    await learnNames(server.world);
    const { pick } = dice(sort.length);
    const moved = new Set<number>();
    const seen: number[] = [];
    for (let after: string | null = null; ;) {
      const page: { rows: { id: number }[]; next: string | null } = await caller.review.list({
        ...{ filter: {}, sort, after, limit: 7 },
      });
      seen.push(...page.rows.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
      const { id } = pick(known);
      moved.add(id);
      server.pass(60_000);
      const now = server.now();
      const event = { type: 'contactReplied', at: now } as const;
      await server.db.write(async tx => {
        await recordEvent(tx, { organizationId, conversationId: id, event, message: { text: 'Hello' }, now });
        if (sort === 'name') await tx.update(contacts).set({ lastName: 'Zz' }).where(eq(contacts.id, id));
      });
    }
    const stayed = (ids: readonly number[]) => ids.filter(id => !moved.has(id));
    const wanted = known.filter(one => isWanted({}, one)).sort(inOrder(sort));
    expect(stayed(seen)).toEqual(stayed(wanted.map(({ id }) => id)));
    expect(moved.size).toBeGreaterThan(5);
  });
}

test('words are found as they stand: after an edit, a deletion, and in another conversation', async () => {
  const { server, organizationId, caller } = await opened();
  const { campaignId, ids } = await addCampaign(server, { organizationId, conversations: [{}, {}] });
  const [first, second] = ids as [number, number];
  const count = async (words: string) => (await caller.review.count({ filter: { words } })).count;
  const [message] = await server.db.write(tx =>
    tx
      .insert(messages)
      .values({
        organizationId,
        campaignId,
        conversationId: first,
        text: 'Where is the café?',
        createdAt: server.now(),
      })
      .returning(),
  );
  const change = (values: Partial<typeof messages.$inferInsert>) =>
    server.db.write(tx => tx.update(messages).set(values).where(eq(messages.id, message!.id)));
  expect([await count('cafe'), await count('"the café"'), await count('caf*'), await count('tea')]).toEqual([
    1, 1, 1, 0,
  ]);
  await change({ text: 'Where is the tea?' });
  expect([await count('cafe'), await count('tea')]).toEqual([0, 1]);
  await change({ conversationId: second });
  const { rows } = await caller.review.list({ filter: { words: 'tea' }, sort: 'recent', after: null, limit: 5 });
  expect(rows.map(({ id }) => id)).toEqual([second]);
  await server.db.write(tx => tx.delete(messages).where(eq(messages.id, message!.id)));
  expect(await count('tea')).toBe(0);
  for (const nothing of ['!?', '"', '*', '" "', 'AND', 'tea NEAR(x', '^tea', 'text:tea', '(', "'; --"]) {
    expect(await count(nothing), nothing).toBe(0);
  }
});

test('a name is found before it was learned, after, and as soon as it has changed or gone', async () => {
  const { server, organizationId, caller } = await opened();
  const { ids } = await addCampaign(server, { organizationId, conversations: [{}, {}] });
  const id = ids[1] as number;
  const count = async (person: string) => (await caller.review.count({ filter: { person } })).count;
  expect([await count('ann doe'), await count(`ann ${id}`), await count('9995')]).toEqual([2, 1, 0]);
  await learnNames(server.world);
  expect([await count('ann doe'), await count(`ann ${id}`), await count(`${id}`.padStart(4, '0'))]).toEqual([2, 1, 1]);
  await server.db.write(tx => tx.update(contacts).set({ firstName: 'Élodie' }).where(eq(contacts.id, id)));
  expect([await count('ann doe'), await count('elo')]).toEqual([1, 1]);
  await learnNames(server.world);
  expect([await count('ann doe'), await count('élod')]).toEqual([1, 1]);
  await server.db.write(async tx => {
    await tx.delete(conversations).where(eq(conversations.id, id));
    await tx.delete(contacts).where(eq(contacts.id, id));
  });
  expect(await count('elo')).toBe(0);
  const [left] = await server.db.read.all<{ names: number; learned: number }>(sql`
    SELECT (SELECT count(*) FROM contact_names) AS names, last_contact_id AS learned FROM names_learned`);
  expect(left).toEqual({ names: 1, learned: ids[0] });
});

test('a file comes page by page, goes on after a break, and runs no formula', async () => {
  const { server, organizationId, caller } = await opened();
  const { ids } = await addCampaign(server, { organizationId, conversations: [{}, {}, {}, {}, {}] });
  await server.db.write(tx => tx.update(contacts).set({ firstName: '=1+1' }).where(eq(contacts.id, ids[0]!)));
  let file = '';
  for (let after: number | null = null; ;) {
    const ask = { filter: {}, after, limit: 2, locale: 'de' };
    const page: { csv: string; next: number | null } = await caller.review.exportPage(ask);
    expect(await caller.review.exportPage(ask)).toEqual(page);
    file += page.csv;
    if (page.next === null) break;
    after = page.next;
  }
  const lines = file.trimEnd().split('\r\n');
  expect(lines).toHaveLength(6);
  expect(lines[0]).toMatch(/^\uFEFFID,Kampagne,Vorname,/);
  expect(lines[1]).toContain(",'=1+1,Doe,");
  expect(lines.slice(1).map(line => Number(line.split(',')[0]))).toEqual(ids);
});

test('of rows that are looked at those come back that still match, as they are now', async () => {
  const { server, organizationId, caller } = await opened();
  const { ids } = await addCampaign(server, { organizationId, conversations: [{}, { optedOut: true }, {}] });
  const campaign = { archivedAt: server.now() };
  const { ids: archived } = await addCampaign(server, { organizationId, campaign, conversations: [{}] });
  const theirs = (await server.session()).organizationId;
  const { ids: foreign } = await addCampaign(server, { organizationId: theirs, conversations: [{}] });
  const filter: ReviewFilter = { optedOut: false };
  const { rows } = await caller.review.rows({ filter, ids: [...ids, ...archived, ...foreign] });
  expect(rows.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
  const { rows: listed } = await caller.review.list({ filter, sort: 'recent', after: null, limit: 9 });
  expect(rows).toEqual(listed.toSorted((a, b) => a.id - b.id));
});

test('a view is kept for its user, and replaced by one of the same name', async () => {
  const { server, organizationId, caller } = await opened();
  const other = server.caller(await server.session({ organizationId }));
  const filter: ReviewFilter = { statuses: ['needsResponse'], words: 'café' };
  await caller.views.save({ name: 'Waiting', filter: {}, sort: 'recent' });
  const saved = await caller.views.save({ name: ' Waiting ', filter, sort: 'waiting' });
  expect(await caller.views.list()).toEqual([{ ...saved, name: 'Waiting', filter, sort: 'waiting' }]);
  expect(await other.views.list()).toEqual([]);
  await expect(other.views.remove({ viewId: saved.id })).rejects.toMatchObject({ cause: { code: 'not_found' } });
  await caller.views.remove({ viewId: saved.id });
  expect(await caller.views.list()).toEqual([]);
});

for (const [why, after] of [
  ['no JSON', 'x'],
  ['an instant where a name belongs', '[0,5,1,1]'],
  ['a part that there is not', '[1,"a",1,1]'],
] as const) {
  test(`a page behind ${why} is refused`, async () => {
    const { caller } = await opened();
    const asked = caller.review.list({ filter: {}, sort: 'name', after, limit: 5 });
    await expect(asked).rejects.toMatchObject({ cause: expect.any(Refusal) as Refusal, code: 'BAD_REQUEST' });
  });
}

test('listeners hear of single conversations of their organization, and once of many', async () => {
  const { server, organizationId, caller } = await opened();
  const { ids, campaignId } = await addCampaign(server, { organizationId, conversations: [{}, {}] });
  const stop = new AbortController();
  const stream = await server.caller(await server.session({ organizationId })).review.watch({ lastEventId: '0' });
  const heard: unknown[] = [];
  const [id] = ids as [number];
  await caller.texting.change({ conversationId: id, change: { type: 'needsAttention', on: true } });
  await caller.campaigns.runAction({
    ...{ campaignId, action: { name: 'turnAutoAssignOn', input: {} }, previewed: null },
    requestKey: '00000000-0000-4000-8000-000000000001',
  });
  for await (const event of stream) {
    heard.push((event as unknown as [string, unknown])[1]);
    if (heard.length === 2) break;
  }
  stop.abort();
  expect(heard).toEqual([{ type: 'conversations', ids: [id] }, { type: 'many' }]);
});
