import { allowedOrigins } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';
import { findOrganization } from './find-organization.ts';
import { originOf } from './origin.ts';

/** Lets pages of this origin embed the organization's elements. A second call changes nothing. */
export async function addOrigin({ db }: World, input: { organizationId: number; origin: string }) {
  const row = { organizationId: input.organizationId, origin: originOf(input.origin) };
  await db.write(async tx => {
    await findOrganization(tx, row.organizationId);
    await tx.insert(allowedOrigins).values(row).onConflictDoNothing();
  });
  return row;
}
