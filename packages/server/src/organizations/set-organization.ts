import { eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { organizations } from '../db/schema/organizations.ts';
import { emit } from '../realtime/emit.ts';
import type { World } from '../world.ts';
import { findOrganization } from './find-organization.ts';

export type OrganizationSettings = {
  readonly maxPerRequest?: number | undefined;
  readonly requestApproval?: 'automatic' | 'admin' | undefined;
  /** Texts that leave in a second, whichever of its numbers they are from; null: as many as the numbers take. */
  readonly perSecond?: number | null | undefined;
};

/** Changes what is given and leaves the rest; request forms that are open show it at once. */
export async function setOrganization(
  { db, now, bus }: World,
  { organizationId, ...settings }: { organizationId: number } & OrganizationSettings,
) {
  const { maxPerRequest, perSecond } = settings;
  if (maxPerRequest !== undefined && maxPerRequest > 10_000)
    throw new Refusal('validation', 'refusal.input', { problem: 'a request is for 10000 conversations at most' });
  if (perSecond != null && !(perSecond > 0 && perSecond <= 1_000))
    throw new Refusal('validation', 'refusal.input', { problem: 'per-second: a number above 0, 1000 at most' });
  const set = await db.write(async tx => {
    const before = await findOrganization(tx, organizationId);
    const change = {
      maxPerRequest: maxPerRequest ?? before.maxPerRequest,
      requestApproval: settings.requestApproval ?? before.requestApproval,
    };
    const sendEveryMs =
      perSecond === undefined ? before.sendEveryMs : perSecond === null ? null : Math.ceil(1_000 / perSecond);
    await tx
      .update(organizations)
      .set({ ...change, sendEveryMs })
      .where(eq(organizations.id, organizationId));
    await emit(tx, organizationId, { type: 'requestsChanged' }, now());
    return { id: organizationId, name: before.name, ...change, sendEveryMs };
  });
  bus.poke();
  return set;
}
