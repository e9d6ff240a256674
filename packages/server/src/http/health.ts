import { Hono } from 'hono';
import { version } from '@campaign-kit/shared/version';
import { isMigrated } from '../db/is-migrated.ts';
import type { World } from '../world.ts';
import type { App, AppEnv } from './app-env.ts';

const patienceMs = 2_000;

/**
 * Whether the process lives (`/healthz`), and whether it should be given requests (`/readyz`). Any page may read the first:
 * the kit finds out by it whether the address, the version and the clock are right.
 */
export function health(world: World, stopping: AbortSignal): App {
  const app = new Hono<AppEnv>();
  app.get('/healthz', c => {
    c.header('access-control-allow-origin', '*');
    c.header('cross-origin-resource-policy', 'cross-origin');
    return c.json({ ok: true, version, now: world.now() });
  });
  app.get('/readyz', async c => {
    const why = stopping.aborted ? 'stopping' : await whyNotReady(world);
    return why ? c.json({ ready: false, why }, 503) : c.json({ ready: true });
  });
  return app;
}

async function whyNotReady({ db }: World): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>(resolve => {
    timer = setTimeout(resolve, patienceMs, 'the database does not answer');
  });
  const asked = isMigrated(db.read).then(
    migrated => (migrated ? null : 'migrations are missing: run the command `migrate`'),
    () => 'the database does not answer',
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
