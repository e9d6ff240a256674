import * as z from 'zod';
import { widgetsBuild } from './widgets-build.ts';

const databaseUrl = z.string().regex(/^(file:.+|(https?|wss?|libsql):\/\/.+)$/);
const httpUrl = z.url({ protocol: /^https?$/ }).transform(url => url.replace(/\/+$/, ''));
const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
const assistantNetworks = z.enum(['public', 'any']).default('public');
const perSecond = z.coerce.number().positive().max(1_000_000);

/** Each variable: what it may be, in words and as an example. An empty one counts as absent. */
const database = {
  CAMPAIGN_KIT_DATABASE_URL: known(
    databaseUrl.default('file:.data/campaign-kit.db'),
    'file:PATH, or the http(s), ws(s) or libsql URL of a libSQL server',
    'file:.data/campaign-kit.db',
  ),
  CAMPAIGN_KIT_DATABASE_TOKEN: known(z.string().optional(), 'the token of the libSQL server', 'eyJhbGciOi…'),
};

const server = {
  ...database,
  CAMPAIGN_KIT_SESSION_SECRET: known(
    z.string().min(32),
    'a secret of 32 characters or more, the same on every server of one installation',
    '$(openssl rand -base64 48)',
  ),
  CAMPAIGN_KIT_HOST: known(z.string().default('127.0.0.1'), 'the address to listen on', '0.0.0.0'),
  CAMPAIGN_KIT_PORT: known(
    z.coerce.number().int().min(0).max(65_535).default(8787),
    'a port, 0 for any free one',
    '8787',
  ),
  CAMPAIGN_KIT_PUBLIC_URL: known(
    httpUrl.default('http://localhost:8787'),
    'where browsers and hosts reach this server, the same on every server of one installation',
    'https://texting.example',
  ),
  CAMPAIGN_KIT_LOG_LEVEL: known(logLevel.default('info'), 'fatal, error, warn, info, debug, trace or silent', 'info'),
  CAMPAIGN_KIT_METRICS_TOKEN: known(
    z.string().min(16).optional(),
    'a bearer token of 16 characters or more that /metrics asks for; absent: it asks for none',
    '$(openssl rand -base64 24)',
  ),
  CAMPAIGN_KIT_WIDGETS_DIRECTORY: known(
    z.string().default(widgetsBuild),
    'the directory of the widgets’ CDN build, served at /kit/v1/',
    '/srv/campaign-kit/cdn',
  ),
  TWILIO_ACCOUNT_SID: known(
    z
      .string()
      .regex(/^AC[0-9a-f]{32}$/)
      .optional(),
    'the account that texts go out from; absent: they wait in the queue',
    'AC0123456789abcdef0123456789abcdef',
  ),
  TWILIO_AUTH_TOKEN: known(
    z.string().min(8).optional(),
    'the token of that account: it also proves that callbacks are Twilio’s',
    '0123456789abcdef0123456789abcdef',
  ),
  CAMPAIGN_KIT_TWILIO_URL: known(
    httpUrl.optional(),
    'another address than Twilio’s own: a simulator, or a proxy',
    'http://localhost:4502',
  ),
  CAMPAIGN_KIT_ASSISTANT_NETWORKS: known(
    assistantNetworks,
    'public: the assistants of hosts are asked over https at public addresses only; any: wherever they are',
    'public',
  ),
  CAMPAIGN_KIT_USER_REQUESTS_PER_SECOND: known(perSecond.default(30), 'a number above 0', '30'),
  CAMPAIGN_KIT_KEY_REQUESTS_PER_SECOND: known(perSecond.default(100), 'a number above 0', '100'),
};

/** The same by the names that a host uses who mounts the server inside of its own. */
const mounted = {
  databaseUrl: server.CAMPAIGN_KIT_DATABASE_URL,
  databaseToken: server.CAMPAIGN_KIT_DATABASE_TOKEN,
  secret: server.CAMPAIGN_KIT_SESSION_SECRET,
  publicUrl: { ...server.CAMPAIGN_KIT_PUBLIC_URL, schema: httpUrl },
  logLevel: { ...server.CAMPAIGN_KIT_LOG_LEVEL, schema: logLevel.default('warn') },
  metricsToken: server.CAMPAIGN_KIT_METRICS_TOKEN,
  widgetsDirectory: server.CAMPAIGN_KIT_WIDGETS_DIRECTORY,
  twilioAccountSid: server.TWILIO_ACCOUNT_SID,
  twilioAuthToken: server.TWILIO_AUTH_TOKEN,
  twilioUrl: server.CAMPAIGN_KIT_TWILIO_URL,
  assistantNetworks: server.CAMPAIGN_KIT_ASSISTANT_NETWORKS,
  userRequestsPerSecond: server.CAMPAIGN_KIT_USER_REQUESTS_PER_SECOND,
  keyRequestsPerSecond: server.CAMPAIGN_KIT_KEY_REQUESTS_PER_SECOND,
};

export type Env = ReturnType<typeof readEnv>;
/** What the app needs to know, whoever listens for it. */
export type Settings = ReturnType<typeof readOptions>;

/** Every wrong variable, each with what is expected and an example. Never with what it was set to: it may be a secret. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/** What a server needs to know before it starts. */
export function readEnv(variables: NodeJS.ProcessEnv) {
  const env = read(server, variables);
  return {
    database: settingsOf(env),
    secret: env.CAMPAIGN_KIT_SESSION_SECRET,
    host: env.CAMPAIGN_KIT_HOST,
    port: env.CAMPAIGN_KIT_PORT,
    publicUrl: env.CAMPAIGN_KIT_PUBLIC_URL,
    twilio: twilioOf(env.TWILIO_ACCOUNT_SID, env.TWILIO_AUTH_TOKEN, env.CAMPAIGN_KIT_TWILIO_URL),
    logLevel: env.CAMPAIGN_KIT_LOG_LEVEL,
    metricsToken: env.CAMPAIGN_KIT_METRICS_TOKEN,
    widgetsDirectory: env.CAMPAIGN_KIT_WIDGETS_DIRECTORY,
    assistantNetworks: env.CAMPAIGN_KIT_ASSISTANT_NETWORKS,
    userRequestsPerSecond: env.CAMPAIGN_KIT_USER_REQUESTS_PER_SECOND,
    keyRequestsPerSecond: env.CAMPAIGN_KIT_KEY_REQUESTS_PER_SECOND,
  };
}

/** The options of a server that is mounted inside of another one. */
export function readOptions(given: Readonly<Record<string, unknown>>) {
  const { databaseUrl, databaseToken, twilioAccountSid, twilioAuthToken, twilioUrl, ...options } = read(
    mounted,
    given,
    (name, example) => `${name}: '${example}'`,
  );
  const twilio = twilioOf(twilioAccountSid, twilioAuthToken, twilioUrl);
  return { database: { url: databaseUrl, authToken: databaseToken }, twilio, ...options };
}

/** What the command line needs: the database and nothing else. */
export const readDatabaseEnv = (variables: NodeJS.ProcessEnv) => settingsOf(read(database, variables));

/** Both or none: half an account is a mistake. */
function twilioOf(accountSid: string | undefined, authToken: string | undefined, baseUrl: string | undefined) {
  if (!accountSid && !authToken) return null;
  if (accountSid && authToken) return { accountSid, authToken, baseUrl };
  const missing = accountSid ? 'TWILIO_AUTH_TOKEN' : 'TWILIO_ACCOUNT_SID';
  throw new EnvError(`The configuration cannot be used:\n  ${missing} is missing: Twilio needs both, or none of them.`);
}

type Known = { schema: z.ZodType; expected: string; example: string };

function known<S extends z.ZodType>(schema: S, expected: string, example: string) {
  return { schema, expected, example };
}

function settingsOf(env: { CAMPAIGN_KIT_DATABASE_URL: string; CAMPAIGN_KIT_DATABASE_TOKEN: string | undefined }) {
  return { url: env.CAMPAIGN_KIT_DATABASE_URL, authToken: env.CAMPAIGN_KIT_DATABASE_TOKEN };
}

function read<T extends Record<string, Known>>(
  table: T,
  variables: Readonly<Record<string, unknown>>,
  written = (name: string, example: string) => `${name}=${example}`,
) {
  const found: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [name, { schema, expected, example }] of Object.entries(table)) {
    const parsed = schema.safeParse(variables[name] || undefined);
    if (parsed.success) found[name] = parsed.data;
    else
      wrong.push(
        `  ${name} is ${variables[name] ? 'wrong' : 'missing'}: ${expected}. Example: ${written(name, example)}`,
      );
  }
  if (wrong.length > 0) throw new EnvError(`The configuration cannot be used:\n${wrong.join('\n')}`);
  return found as { [N in keyof T]: z.infer<T[N]['schema']> };
}
