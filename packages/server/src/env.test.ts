import { expect, test } from 'vitest';
import { EnvError, readDatabaseEnv, readEnv } from './env.ts';

const secret = 'x'.repeat(32);
const read = (variables: Record<string, string>) => readEnv({ CAMPAIGN_KIT_SESSION_SECRET: secret, ...variables });

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof EnvError) return error.message;
  }
  throw new Error('the configuration was accepted');
}

test('a secret alone is a configuration', () => {
  expect(read({})).toMatchObject({
    database: { url: 'file:.data/campaign-kit.db', authToken: undefined },
    host: '127.0.0.1',
    port: 8787,
    publicUrl: 'http://localhost:8787',
    logLevel: 'info',
  });
});

for (const [why, variables, expected] of [
  ['a port as text', { CAMPAIGN_KIT_PORT: '0' }, { port: 0 }],
  ['an empty variable', { CAMPAIGN_KIT_PORT: '' }, { port: 8787 }],
  ['a URL with a slash', { CAMPAIGN_KIT_PUBLIC_URL: 'https://t.example/' }, { publicUrl: 'https://t.example' }],
  ['a libsql URL', { CAMPAIGN_KIT_DATABASE_URL: 'libsql://db.example' }, { database: { url: 'libsql://db.example' } }],
  ['a websocket', { CAMPAIGN_KIT_DATABASE_URL: 'ws://db.example' }, { database: { url: 'ws://db.example' } }],
] as const) {
  test(`${why} is understood`, () => expect(read(variables)).toMatchObject(expected));
}

for (const [variable, value] of [
  ['CAMPAIGN_KIT_DATABASE_URL', 'postgres://db.example'],
  ['CAMPAIGN_KIT_DATABASE_URL', 'campaign-kit.db'],
  ['CAMPAIGN_KIT_SESSION_SECRET', 'too short'],
  ['CAMPAIGN_KIT_PORT', '80a'],
  ['CAMPAIGN_KIT_PORT', '65536'],
  ['CAMPAIGN_KIT_PUBLIC_URL', 'texting.example'],
  ['CAMPAIGN_KIT_PUBLIC_URL', 'ftp://texting.example'],
  ['CAMPAIGN_KIT_LOG_LEVEL', 'loud'],
  ['CAMPAIGN_KIT_METRICS_TOKEN', 'short'],
  ['CAMPAIGN_KIT_USER_REQUESTS_PER_SECOND', '0'],
] as const) {
  test(`${variable}=${value} is refused without repeating it`, () => {
    const message = messageOf(() => read({ [variable]: value }));
    expect(message).toMatch(new RegExp(`${variable} is wrong: .+ Example: ${variable}=`));
    expect(message).not.toContain(`=${value}`);
  });
}

test('one message names everything that is wrong', () => {
  const message = messageOf(() => readEnv({ CAMPAIGN_KIT_PORT: 'x', CAMPAIGN_KIT_LOG_LEVEL: 'y' }));
  expect(message).toContain('CAMPAIGN_KIT_SESSION_SECRET is missing');
  expect(message).toContain('CAMPAIGN_KIT_PORT is wrong');
  expect(message).toContain('CAMPAIGN_KIT_LOG_LEVEL is wrong');
});

test('the command line needs no secret', () => {
  expect(readDatabaseEnv({ CAMPAIGN_KIT_DATABASE_TOKEN: 't' }).authToken).toBe('t');
  expect(messageOf(() => readDatabaseEnv({ CAMPAIGN_KIT_DATABASE_URL: 'x' }))).toContain('CAMPAIGN_KIT_DATABASE_URL');
});

test('half a Twilio account is a mistake, and none is not', () => {
  const accountSid = `AC${'0'.repeat(32)}`;
  expect(read({}).twilio).toBeNull();
  expect(messageOf(() => read({ TWILIO_ACCOUNT_SID: accountSid }))).toContain('TWILIO_AUTH_TOKEN is missing');
  const twilio = { accountSid, authToken: 'secret-token', baseUrl: undefined };
  expect(read({ TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: 'secret-token' }).twilio).toEqual(twilio);
});
