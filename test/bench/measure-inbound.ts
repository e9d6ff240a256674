import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import twilio from 'twilio';
import { percentile } from './percentile.ts';
import { accountSid, authToken, openTextingStage } from './texting-stage.ts';

export type MeasuredInbound = {
  readonly texts: number;
  /** Stored, answered, and matched to their conversations. */
  readonly perSecond: number;
  readonly answerP99Ms: number;
};

const atOnce = 64;

/** Signed texts of as many people through HTTP, as fast as the server takes them, until the last is in its conversation. */
export async function measureInbound(texts: number): Promise<MeasuredInbound> {
  const stage = await openTextingStage({ people: texts, numbers: 20, queued: false });
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  try {
    const url = `${stage.serverUrl}/webhooks/twilio/inbound`;
    const calls = Array.from({ length: texts }, (_, at) => {
      const fields = {
        MessageSid: `SM${String(at).padStart(32, '0')}`,
        AccountSid: accountSid,
        From: stage.phoneOf(at),
        To: stage.numberOf(at),
        Body: `Yes, I will be there at ${at}`,
        NumMedia: '0',
      };
      const signature = twilio.getExpectedTwilioSignature(authToken, url, fields);
      return { body: new URLSearchParams(fields).toString(), signature };
    });
    const latencies: number[] = [];
    const began = performance.now();
    let next = 0;
    const worker = async () => {
      for (let call = calls[next++]; call; call = calls[next++]) {
        const at = performance.now();
        await post(agent, url, call);
        latencies.push(performance.now() - at);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    for (;;) {
      const [waiting] = await stage.db.read.all<{ count: number }>(
        sql`SELECT needs_response AS count FROM campaign_counts`,
      );
      if (waiting?.count === texts) break;
      await sleep(20);
    }
    return {
      texts,
      perSecond: (texts / (performance.now() - began)) * 1_000,
      answerP99Ms: percentile(latencies, 0.99),
    };
  } finally {
    agent.destroy();
    await stage.close();
  }
}

function post(agent: Agent, url: string, { body, signature }: { body: string; signature: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent,
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-twilio-signature': signature,
      },
    });
    sent.once('error', reject);
    sent.once('response', response => {
      response.resume();
      if (response.statusCode !== 200) reject(new Error(`The webhook answered ${response.statusCode}.`));
      else response.once('end', resolve);
    });
    sent.end(body);
  });
}
