import { expect, test } from 'vitest';
import { sessionsRevoked } from '../db/schema/organizations.ts';
import { testServer } from '../fixture/test-server.ts';

test('a session says who it is, and what its role and elements let it do', async () => {
  const server = await testServer();
  const organization = await server.organization({ name: 'Tenants United', timeZone: 'America/Chicago' });
  const user = await server.user({ organizationId: organization.id, name: 'Grace' });
  const session = await server.session({
    organizationId: organization.id,
    userId: user.id,
    elements: ['operation-history'],
  });
  expect(await server.caller(session).sessions.current()).toEqual({
    user: { id: user.id, name: 'Grace', role: 'admin' },
    organization: { id: organization.id, name: 'Tenants United', timeZone: 'America/Chicago' },
    scopes: ['campaigns:read', 'operations:read', 'operations:undo'],
    elements: ['operation-history'],
    expiresAt: session.expiresAt,
  });
});

test('without a session nobody is anybody', async () => {
  const server = await testServer();
  await expect(server.caller(null).sessions.current()).rejects.toMatchObject({
    code: 'UNAUTHORIZED',
    cause: { code: 'session_expired', reason: 'refusal.noSession' },
  });
});

test('a session of another organization’s user is nobody', async () => {
  const server = await testServer();
  const user = await server.user({ organizationId: (await server.organization()).id });
  const session = await server.session({ userId: user.id });
  await expect(server.caller(session).sessions.current()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
});

test('logging out twice ends the token once', async () => {
  const server = await testServer();
  const session = await server.session();
  expect(await server.caller(session).sessions.logout()).toEqual({ ok: true });
  expect(await server.caller(session).sessions.logout()).toEqual({ ok: true });
  expect(await server.caller(null).sessions.logout()).toEqual({ ok: true });
  const ended = await server.db.read.select().from(sessionsRevoked);
  expect(ended).toMatchObject([{ tokenId: session.tokenId, userId: session.userId }]);
  expect(ended[0]?.expiresAt).toBeGreaterThan(session.expiresAt);
});
