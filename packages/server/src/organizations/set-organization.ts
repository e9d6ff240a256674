import { eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { organizations } from '../db/schema/organizations.ts';
import { emit } from '../realtime/emit.ts';
import type { World } from '../world.ts';
import { findOrganization } from './find-organization.ts';

export type OrganizationSettings = {
  readonly maxPerRequest?: number | undefined;
  readonly requestApproval?: 'automatic' | 'admin' | undefined;
};

/** Changes what is given and leaves the rest; request forms that are open show it at once. */
export async function setOrganization(
  { db, now, bus }: World,
  { organizationId, ...settings }: { organizationId: number } & OrganizationSettings,
) {
  const { maxPerRequest } = settings;
  if (maxPerRequest !== undefined && maxPerRequest > 10_000)
    throw new Refusal('validation', 'refusal.input', { problem: 'a request is for 10000 conversations at most' });
  const set = await db.write(async tx => {
    const before = await findOrganization(tx, organizationId);
    const change = {
      maxPerRequest: maxPerRequest ?? before.maxPerRequest,
      requestApproval: settings.requestApproval ?? before.requestApproval,
    };
    await tx.update(organizations).set(change).where(eq(organizations.id, organizationId));
    await emit(tx, organizationId, { type: 'requestsChanged' }, now());
    return { id: organizationId, name: before.name, ...change };
  });
  bus.poke();
  return set;
}
