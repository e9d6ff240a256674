import { randomBytes } from 'node:crypto';
import { phoneNumbers } from '@campaign-kit/server/db/schema/organizations';
import type { World } from '@campaign-kit/server/world';
import { startSimulator } from './simulator/start-simulator.ts';

/** The way from the kit's server to phones: a real Twilio account where one is set up, else a simulated one with people in it. */
export type Carrier = {
  /** What the kit's server is told. */
  variables: Readonly<Record<string, string>>;
  /** The page with everybody's phones; null with a real account. */
  phonesUrl: string | null;
  /** Tells the carrier which numbers are ours; called again when there is another database. */
  serve: (world: World) => Promise<void>;
  stop: () => Promise<void>;
};

type Wanted = { variables: NodeJS.ProcessEnv; host: string; port: number; kitUrl: string; crmUrl: string };

/** Segments that each number of the demo may send in a second. */
const pace = 4;

/** `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN` in the environment: real texts to real people. Without them nothing leaves the machine. */
export async function openCarrier({ variables, host, port, kitUrl, crmUrl }: Wanted): Promise<Carrier> {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = variables;
  if (TWILIO_ACCOUNT_SID && TWILIO_AUTH_TOKEN) {
    const real = { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN };
    return { variables: real, phonesUrl: null, serve: () => Promise.resolve(), stop: () => Promise.resolve() };
  }
  const accountSid = `AC${randomBytes(16).toString('hex')}`;
  const authToken = randomBytes(16).toString('hex');
  const simulator = await startSimulator({
    port,
    host,
    accountSid,
    authToken,
    settings: { answering: true, answerMs: 15_000, segmentsPerSecond: pace },
    framedBy: [crmUrl],
  });
  const known = new Set<number>();
  return {
    variables: {
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      CAMPAIGN_KIT_TWILIO_URL: simulator.url,
    },
    phonesUrl: `http://${new URL(crmUrl).hostname}:${port}`,
    async serve({ db }) {
      for (const { phone } of await db.read.select({ phone: phoneNumbers.phone }).from(phoneNumbers)) {
        if (known.has(phone)) continue;
        known.add(phone);
        simulator.control.addNumber({ phoneNumber: `+${phone}`, smsUrl: `${kitUrl}/webhooks/twilio/inbound` });
      }
    },
    stop: simulator.stop,
  };
}
