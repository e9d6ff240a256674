import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import type { ReviewFilter, ReviewSort } from '@campaign-kit/shared/review-filter';
import { learnNames } from '../contacts/learn-names.ts';
import { addReviewWorld } from '../fixture/review-world.ts';
import { testServer } from '../fixture/test-server.ts';
import { partsOf } from '../review/place.ts';
import { placesInOrder } from '../review/places-in-order.ts';
import { soughtBy } from '../review/sought.ts';

/** Lists of ids that were given, rows that were just gathered, and words. All others are searched. */
const allowed =
  /^SCAN (\w+ VIRTUAL TABLE|s$|m$|wanted$|campaigns USING (COVERING )?INDEX|p$|t$|CONSTANT ROW|\(subquery-\d+\)|\w+ USING COVERING INDEX \w+_order)/;

const day = 86_400_000;

/** Each filter and the pairs that are common, and the index that it has to go by. */
const rows: [string, ReviewFilter, ReviewSort, RegExp][] = [
  ['everything, the last first', {}, 'recent', /USING COVERING INDEX conversations_recent \(organization_id=\?\)/],
  ['everything, by name', {}, 'name', /INDEX contact_names_order \(organization_id=\?\)/],
  ['everything, who waits first', {}, 'waiting', /COVERING INDEX conversations_waiting \(organization_id=\?\)/],
  ['a campaign', { campaigns: [1] }, 'recent', /COVERING INDEX conversations_campaign \(campaign_id=\?\)/],
  [
    'a campaign, closed',
    { campaigns: [1], statuses: ['closed'] },
    'recent',
    /conversations_engaged \(campaign_id=\? AND status=\?\)/,
  ],
  ['a texter', { texters: [1] }, 'recent', /conversations_texter \(texter_id=\? AND rowid>\? AND rowid<\?\)/],
  ['a texter in a campaign', { texters: [1], campaigns: [1] }, 'recent', /conversations_texter \(texter_id=\?/],
  [
    'a tag',
    { tags: [1] },
    'recent',
    /conversation_tags_tag \(tag_id=\? AND conversation_id>\? AND conversation_id<\?\)/,
  ],
  ['escalated', { escalated: true }, 'recent', /conversations_escalated \(campaign_id=\? AND rowid>\? AND rowid<\?\)/],
  ['opted out', { optedOut: true }, 'recent', /conversations_opted_out \(campaign_id=\?/],
  ['needs attention', { needsAttention: true }, 'recent', /conversations_needs_attention \(campaign_id=\?/],
  ['likely opt-out', { likelyOptOut: true }, 'recent', /conversations_likely_opt_out \(campaign_id=\?/],
  ['undelivered', { deliveryError: 'any' }, 'recent', /messages_failed \(conversation_id>\? AND conversation_id<\?\)/],
  [
    'a time',
    { from: day, to: 2 * day },
    'recent',
    /conversations_recent \(organization_id=\? AND last_at>\? AND last_at<\?\)/,
  ],
  ['a name', { person: 'ana' }, 'name', /SCAN contact_name_words VIRTUAL TABLE INDEX .*M/],
  ['the beginning of a phone', { person: '202555' }, 'recent', /conversations_phone \(phone>\? AND phone<\?\)/],
  [
    'the end of a phone',
    { person: '0147' },
    'recent',
    /contact_names_phone_end \(organization_id=\? AND phone_reversed>\? AND phone_reversed<\?\)/,
  ],
  ['words', { words: 'help vote' }, 'recent', /SCAN message_words VIRTUAL TABLE INDEX .*M.*[<>]/],
  ['words of a texter, waiting', { words: 'help', texters: [1] }, 'waiting', /conversations_texter \(texter_id=\?/],
];

test('every filter of message review, and the common pairs, go through an index', async () => {
  const server = await testServer();
  const session = await server.session();
  await addReviewWorld(server, session.organizationId, [session.userId], 12);
  await learnNames(server.world);
  const caller = server.caller(session);
  const client = createClient({ url: server.url });
  for (const [title, filter, sort, index] of rows) {
    server.statements.clear();
    const page = await caller.review.list({ filter, sort, after: null, limit: 2 });
    if (page.next) await caller.review.list({ filter, sort, after: page.next, limit: 2 });
    await caller.review.count({ filter });
    const sought = await soughtBy(server.db.read, session.organizationId, filter);
    for (const part of partsOf[sort]) {
      const [first = null] = (await placesInOrder(sought, sort, part, null, 1)) ?? [];
      await placesInOrder(sought, sort, part, first, 1);
    }
    const steps: string[] = [];
    for (const statement of server.statements) {
      const args = Array.from({ length: (statement.match(/\?/g) ?? []).length }, () => 1);
      const { rows: plan } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${statement}`, args });
      steps.push(...plan.map(({ detail }) => detail as string));
    }
    expect(
      steps.some(step => index.test(step)),
      `${title}: ${steps.join(' | ')}`,
    ).toBe(true);
    expect(
      steps.filter(step => step.startsWith('SCAN') && !allowed.test(step)),
      title,
    ).toEqual([]);
  }
  client.close();
});

test('a page behind another begins in the index where that one ended, also among rows of one instant', async () => {
  const server = await testServer();
  const session = await server.session();
  await addReviewWorld(server, session.organizationId, [session.userId], 12);
  await learnNames(server.world);
  const client = createClient({ url: server.url });
  for (const [sort, same, behind] of [
    ['recent', 'conversations_recent (organization_id=? AND last_at=? AND rowid<?)', 'last_at<?)'],
    ['waiting', 'conversations_waiting (organization_id=? AND waiting_since=? AND rowid>?)', 'waiting_since>?)'],
    ['name', 'contact_names_order (organization_id=? AND name=? AND rowid>?)', 'name>?)'],
  ] as const) {
    const sought = await soughtBy(server.db.read, session.organizationId, {});
    const part = partsOf[sort][0]!;
    const [first = null] = (await placesInOrder(sought, sort, part, null, 1)) ?? [];
    server.statements.clear();
    await placesInOrder(sought, sort, part, first, 1);
    const [statement = ''] = server.statements;
    const args = Array.from({ length: (statement.match(/\?/g) ?? []).length }, () => 1);
    const { rows: plan } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${statement}`, args });
    const steps = plan.map(({ detail }) => detail as string).join(' | ');
    expect(steps).toContain(same);
    expect(steps).toContain(behind);
  }
  client.close();
});
