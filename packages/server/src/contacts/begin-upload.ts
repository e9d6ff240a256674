import { and, eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { campaignOf, type Campaign } from '../campaigns/campaign.ts';
import type { Transaction } from '../db/open.ts';
import { campaigns, contactLists } from '../db/schema/campaigns.ts';
import { operations } from '../db/schema/operations.ts';
import type { World } from '../world.ts';
import { importState, remembering, type ImportState } from './import-state.ts';

type File = { readonly columns: readonly string[]; readonly customColumns: readonly string[] };

/** How long an upload that says nothing is taken for alive. */
export const uploadLeaseMs = 60_000;

/** Ties the file to the import, the first time; later it must be the same file. The campaign gets a list if it has none. */
export async function beginUpload(
  world: World,
  organizationId: number,
  operationId: number,
  { columns, customColumns }: File,
): Promise<ImportState & { readonly file: NonNullable<ImportState['file']> }> {
  const now = world.now();
  return world.db.write(async tx => {
    const found = await importState(tx, organizationId, operationId);
    if (found.state !== 'running') throw new Refusal('conflict', 'refusal.notRunning');
    const campaign = await campaignOf(tx, organizationId, found.campaignId);
    if (campaign.archivedAt !== null) throw new Refusal('conflict', 'refusal.archived');
    if (found.file && JSON.stringify(found.file.columns) !== JSON.stringify(columns)) {
      throw new Refusal('conflict', 'refusal.importOtherFile');
    }
    const contactListId = found.file?.contactListId ?? (await listOf(tx, campaign, found, customColumns, now));
    const begun = { ...found, file: { columns, contactListId } };
    await tx
      .update(operations)
      .set({ ...remembering(begun), leasedUntil: now + uploadLeaseMs })
      .where(and(eq(operations.id, operationId), eq(operations.organizationId, organizationId)));
    return begun;
  });
}

/** The campaign's list, which learns the file's columns, or a new one that bears the file's name. */
async function listOf(
  tx: Transaction,
  { id: campaignId, organizationId, contactListId }: Campaign,
  { input }: ImportState,
  customColumns: readonly string[],
  now: number,
): Promise<number> {
  if (contactListId !== null) {
    const own = and(eq(contactLists.id, contactListId), eq(contactLists.organizationId, organizationId));
    const [list] = await tx.select().from(contactLists).where(own);
    const columns = [...new Set([...(list?.columns ?? []), ...customColumns])];
    await tx.update(contactLists).set({ columns }).where(own);
    return contactListId;
  }
  const made = { organizationId, name: input.fileName, columns: [...customColumns], createdAt: now };
  const [list] = await tx.insert(contactLists).values(made).returning({ id: contactLists.id });
  const { id } = list as { id: number };
  await tx
    .update(campaigns)
    .set({ contactListId: id, updatedAt: now })
    .where(and(eq(campaigns.id, campaignId), eq(campaigns.organizationId, organizationId)));
  return id;
}
