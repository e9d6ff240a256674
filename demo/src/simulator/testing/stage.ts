import { onTestFinished } from 'vitest';
import { startSimulator, type SimulatorOptions } from '../start-simulator.ts';
import { twilioClient } from './twilio-client.ts';
import { openWebhooks } from './webhooks.ts';

export const accountSid = `AC${'0123456789abcdef'.repeat(2)}`;
export const authToken = 'the token of this account';
export const [ours, ours2, theirs, theirs2] = ['+12125550100', '+13125550101', '+13125550142', '+14045550143'];

/** A simulator with two numbers, a clock that the test moves, the SDK before it and webhooks behind it. */
export async function openStage(options: Partial<SimulatorOptions> = {}) {
  const webhooks = await openWebhooks(authToken);
  let time = Date.UTC(2026, 9, 1, 15);
  const numbers = [ours, ours2].map(phoneNumber => ({ phoneNumber, smsUrl: `${webhooks.url}/inbound` }));
  const simulator = await startSimulator({ port: 0, accountSid, authToken, numbers, now: () => time, ...options });
  const client = twilioClient(simulator, accountSid, authToken);
  onTestFinished(async () => {
    await simulator.stop();
    await webhooks.close();
  });
  return {
    simulator,
    control: simulator.control,
    webhooks,
    client,
    /** Lets time pass, and everything happen that belongs into it. */
    async pass(seconds: number) {
      time += seconds * 1_000;
      await simulator.settle();
    },
    now: () => time,
    statusCallback: `${webhooks.url}/status?campaign=7`,
  };
}
