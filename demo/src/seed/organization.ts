import type { World } from '@campaign-kit/server/world';
import {
  allowedOrigins,
  offices as officesTable,
  organizations,
  phoneNumbers,
  users,
} from '@campaign-kit/server/db/schema/organizations';
import { tags as tagsTable } from '@campaign-kit/server/db/schema/campaigns';
import { texters } from './texters.ts';

const day = 86_400_000;

export const timeZone = 'America/New_York';
const offices = ['Northside HQ', 'Riverside', 'Lakeview', 'Westgate'];
const tags = ['Community', 'Español', 'GOTV', 'Housing', 'Schools', 'Transit', 'Volunteers', 'Voters'];

/** What the campaigns of an organization hang on, by name. */
export type Organization = {
  id: number;
  officeIds: Map<string, number>;
  numberIds: Map<string, number>;
  tagIds: Map<string, number>;
  users: { id: number; externalId: string; name: string; role: string; suspended: boolean }[];
};

/** The organization of the demo, with its offices, numbers, tags and people. */
export async function createOrganization(
  { db, now }: World,
  name: string,
  origins: readonly string[],
): Promise<Organization> {
  const createdAt = now() - 400 * day;
  return db.write(async tx => {
    const [made] = await tx.insert(organizations).values({ name, timeZone, createdAt }).returning();
    const organizationId = (made as { id: number }).id;
    const inIt = <T>(row: T) => ({ organizationId, ...row });
    if (origins.length > 0) await tx.insert(allowedOrigins).values(origins.map(origin => inIt({ origin })));
    const officeRows = await tx
      .insert(officesTable)
      .values(offices.map(office => inIt({ name: office })))
      .returning();
    const numberRows = await tx
      .insert(phoneNumbers)
      .values(
        officeRows.map((o, at) =>
          inIt({ officeId: o.id, phone: 15_005_550_100 + organizationId * 10 + at, reusable: true, sendEveryMs: 250 }),
        ),
      )
      .returning();
    const tagRows = await tx
      .insert(tagsTable)
      .values(tags.map(tag => inIt({ name: tag, createdAt })))
      .returning();
    const userRows = await tx
      .insert(users)
      .values(
        texters.map(({ externalId, name: userName, role, suspended }, at) =>
          inIt({
            externalId,
            name: userName,
            role,
            suspendedAt: suspended ? createdAt : null,
            createdAt: createdAt + at * day,
          }),
        ),
      )
      .returning();
    return {
      id: organizationId,
      officeIds: new Map(officeRows.map(office => [office.name, office.id])),
      numberIds: new Map(officeRows.map((office, at) => [office.name, numberRows[at]?.id ?? 0])),
      tagIds: new Map(tagRows.map(tag => [tag.name, tag.id])),
      users: userRows.map(({ suspendedAt, ...user }) => ({ ...user, suspended: suspendedAt !== null })),
    };
  });
}
