import { Hono } from 'hono';
import { Refusal } from '@campaign-kit/shared/refusal';
import { campaignsPage, listCampaigns } from '../organizations/list-campaigns.ts';
import { organizationOfKey } from '../organizations/organization-of-key.ts';
import { createEmbedSession, embedSession } from '../sessions/create-embed-session.ts';
import { endedUser, endSessions } from '../sessions/end-sessions.ts';
import type { TokenKeys } from '../sessions/token-claims.ts';
import type { World } from '../world.ts';
import type { App, AppContext, AppEnv } from './app-env.ts';
import { parse } from './parse.ts';
import type { RateLimit } from './rate-limit.ts';

/** What a host's server calls with its secret key. Pages cannot: there is no CORS here. */
export function hostApi(world: World, keys: TokenKeys, limit: RateLimit): App {
  const app = new Hono<AppEnv>();

  app.use('*', async function needKey(c, next) {
    const { keyId, organizationId } = await organizationOfKey(world, c.req.header('authorization') ?? null);
    c.set('keyId', keyId);
    c.set('organizationId', organizationId);
    const limited = limit.take(String(keyId));
    if (limited) throw limited;
    await next();
  });

  app.post('/embed-sessions', async c =>
    c.json(await createEmbedSession(world, keys, { ...parse(embedSession, await body(c)), ...asked(c) }), 201),
  );
  app.post('/embed-sessions/revoke', async c =>
    c.json(await endSessions(world, { ...parse(endedUser, await body(c)), ...asked(c) })),
  );
  app.get('/campaigns', async c =>
    c.json(await listCampaigns(world, { ...parse(campaignsPage, c.req.query()), ...asked(c) })),
  );
  return app;
}

const asked = (c: AppContext) => ({ organizationId: c.get('organizationId')! });

async function body(c: AppContext): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new Refusal('validation', 'refusal.input', { problem: 'not JSON' });
  }
}
