import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openDatabase, type Database, type DatabaseSettings } from './db/open.ts';
import { createBus, type Bus } from './realtime/bus.ts';

/** All that is impure: the database, the clock, the bus that wakes listeners. Verbs get it as a parameter. */
export type World = {
  readonly db: Database;
  readonly now: () => number;
  readonly bus: Bus;
};

/** The real one: this machine's clock, and the database, whose directory is made where it is a file. */
export async function openWorld(settings: DatabaseSettings): Promise<World> {
  const path = /^file:(?:\/\/)?([^?]+)/.exec(settings.url)?.[1];
  if (path !== undefined) await mkdir(dirname(path), { recursive: true });
  return { db: await openDatabase(settings), now: Date.now, bus: createBus() };
}
