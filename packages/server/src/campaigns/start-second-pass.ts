import { asc, eq, sql } from 'drizzle-orm';
import { actionNamed } from '@campaign-kit/shared/campaign-actions/registry';
import { nextPassTitle } from '@campaign-kit/shared/second-pass';
import { countSelection } from '../conversations/count-selection.ts';
import { neverTexted } from '../conversations/selections.ts';
import type { Reader } from '../db/open.ts';
import { contactLists, passes } from '../db/schema/campaigns.ts';
import { rangesOf } from '../operations/ranges.ts';
import type { SignedIn } from '../trpc/context.ts';
import { campaignOf, type Campaign } from './campaign.ts';
import { countAction } from './preview-action.ts';
import { countsOf, describeCampaign } from './menu.ts';

const standardFields = ['firstName', 'lastName', 'texterFirstName'];

/** All that the second-pass dialog starts from: what is unsent, the scripts so far, the suggested title, a contact to try the script on. */
export async function startSecondPass(ctx: SignedIn, { campaignId }: { campaignId: number }) {
  const { session, db, now } = ctx;
  const campaign = await campaignOf(db.read, session.organizationId, campaignId);
  const counts = await countsOf(db.read, campaignId);
  const scripts = await db.read
    .select({ pass: passes.number, script: passes.script })
    .from(passes)
    .where(eq(passes.campaignId, campaignId))
    .orderBy(asc(passes.number));
  const pass = scripts.at(-1)?.pass ?? 1;
  const reason = actionNamed('markSecondPass').refusal(campaign, now());
  const unsent = await countAction(ctx, campaignId, { name: 'releaseUnsent', input: {} }, now());
  const assigned = unsent?.count ?? 0;
  const inPool = unsent?.leftOut.find(left => left.reason === 'inPool')?.count ?? 0;
  const ranges = await rangesOf(db.read, [campaignId], Number.MAX_SAFE_INTEGER);
  const firstTexts = await countSelection(db.read, ranges, neverTexted);
  const fields = await sampleFields(db.read, campaign, session.userId);
  return {
    campaign: describeCampaign(campaign, counts),
    pass,
    nextPass: pass + 1,
    unsent: {
      count: assigned + inPool,
      /** Of them, who was never sent anything: only their first text would be the bump. */
      unmessaged: firstTexts.count,
      assigned,
      texters: unsent?.details?.texterIds.length ?? 0,
      inPool,
    },
    contacts: describeCampaign(campaign, counts).contacts,
    scripts,
    suggestedTitle: nextPassTitle(campaign.title, pass + 1),
    sample: fields && { fields },
    knownFields: [...new Set([...standardFields, ...(await customFields(db.read, campaign))])],
    refusal: reason && { reason, values: {} },
  };
}

async function customFields(read: Reader, { contactListId }: Campaign): Promise<string[]> {
  if (contactListId === null) return [];
  const [list] = await read
    .select({ columns: contactLists.columns })
    .from(contactLists)
    .where(eq(contactLists.id, contactListId));
  return list?.columns ?? [];
}

/** The first contact of the campaign, and the caller as the texter. */
async function sampleFields(read: Reader, campaign: Campaign, userId: number): Promise<Record<string, string> | null> {
  const [row] = await read.all<{ first: string; last: string; custom: string; texter: string }>(sql`
    SELECT contacts.first_name AS first, contacts.last_name AS last, contacts.custom AS custom,
      (SELECT name FROM users WHERE id = ${userId} AND organization_id = ${campaign.organizationId}) AS texter
    FROM conversation_blocks AS b JOIN conversations AS c NOT INDEXED ON c.id BETWEEN b.first_id AND b.next_id - 1
    JOIN contacts ON contacts.id = c.contact_id
    WHERE b.campaign_id = ${campaign.id} AND c.campaign_id = ${campaign.id} AND c.status >= 0
    ORDER BY b.first_id, c.id LIMIT 1`);
  if (!row) return null;
  const custom = JSON.parse(row.custom) as Record<string, string>;
  return { ...custom, firstName: row.first, lastName: row.last, texterFirstName: row.texter.split(' ')[0] ?? '' };
}
