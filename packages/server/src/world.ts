import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openDatabase, type Database, type DatabaseSettings } from './db/open.ts';
import { createBus, type Bus } from './realtime/bus.ts';
import type { Sms } from './sms/sms.ts';

/** All that is impure: the database, the clock, the bus that wakes listeners. Verbs get it as a parameter. */
export type World = {
  readonly db: Database;
  readonly now: () => number;
  readonly bus: Bus;
  /** The way to the carriers; null where none is configured: texts then wait in the queue. */
  readonly sms: Sms | null;
  /** Whether the host's assistant may be asked inside of a private network; not where absent. */
  readonly privateNetworks?: boolean | undefined;
};

/** The real one: this machine's clock, and the database, whose directory is made where it is a file. */
export async function openWorld(
  settings: DatabaseSettings,
  { sms = null, privateNetworks = false }: Pick<Partial<World>, 'sms' | 'privateNetworks'> = {},
): Promise<World> {
  const path = /^file:(?:\/\/)?([^?]+)/.exec(settings.url)?.[1];
  if (path !== undefined) await mkdir(dirname(path), { recursive: true });
  return { db: await openDatabase(settings), now: Date.now, bus: createBus(), sms, privateNetworks };
}
