import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Refusal } from '@campaign-kit/shared/refusal';
import { organizations } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';
import { findOrganization } from './find-organization.ts';

/** Where the organization's own assistant is asked, with a new secret each time; null: nowhere. */
export async function setAssistant(
  { db }: World,
  { organizationId, url }: { organizationId: number; url: string | null },
) {
  if (url !== null && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) {
    throw new Refusal('validation', 'refusal.input', { problem: `no address of a server: ${url}` });
  }
  const secret = url === null ? null : randomBytes(32).toString('base64url');
  await db.write(async tx => {
    await findOrganization(tx, organizationId);
    await tx
      .update(organizations)
      .set({ assistantUrl: url, assistantSecret: secret })
      .where(eq(organizations.id, organizationId));
  });
  return { organizationId, url, secret };
}
