import { asc } from 'drizzle-orm';
import { organizations } from '../db/schema/organizations.ts';
import type { World } from '../world.ts';

/** All tenants: for whoever runs the server, never for a session. */
export const listOrganizations = ({ db }: World) =>
  db.read
    .select({ id: organizations.id, name: organizations.name, timeZone: organizations.timeZone })
    .from(organizations)
    .orderBy(asc(organizations.id));
