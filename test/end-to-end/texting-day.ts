import type { Scenario } from './scenario.ts';
import { until } from './until.ts';

type Message = { direction: string; to: string; from: string; body: string };

/** What the carrier's own server tells of itself. */
async function carrier(phonesUrl: string | null) {
  const json = { 'content-type': 'application/json' };
  const ask = async <T>(path: string, method = 'GET', input?: unknown) => {
    const body = input === undefined ? null : JSON.stringify(input);
    const answer = await fetch(`${phonesUrl}/control${path}`, { method, headers: json, body });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as T;
  };
  // Who answers, and when, is this test's own affair.
  await ask('/settings', 'PATCH', { answering: false });
  return {
    sent: async () => (await ask<Message[]>('/messages')).filter(({ direction }) => direction !== 'inbound'),
    warnings: () => ask<unknown[]>('/warnings'),
    text: ({ to, from }: Message, body: string) =>
      ask(`/phones/${encodeURIComponent(to)}/texts`, 'POST', { to: from, body }),
  };
}

/** A day of texting through the demo: the kit's server, the carrier's protocol, and a phone at its end. */
export const textingDay: readonly Scenario[] = [
  {
    title: 'a texter sends with one key, the phone gets it once, and its answer comes back to be answered',
    run: async ({ visit, demo }) => {
      const phones = await carrier(demo.phonesUrl);
      const page = await visit('/day');
      const queue = page.locator('texter-queue');
      const bubble = await queue
        .getByText(/Stop2quit/)
        .first()
        .innerText();
      await queue.getByRole('button', { name: /^Send/ }).focus();
      await page.keyboard.press('Enter');
      const [message] = await until('the text on a phone', phones.sent, sent => sent.length > 0);
      if (message!.body.trim() !== bubble.trim()) throw new Error(`shown: ${bubble}\nsent: ${message!.body}`);
      await phones.text(message!, 'Yes, save me a seat by the window');
      await queue.getByRole('tab', { name: /Replies/ }).click();
      await queue.getByText('Yes, save me a seat by the window').first().waitFor();
      const sent = await phones.sent();
      if (sent.length !== 1) throw new Error(`${sent.length} texts went out`);
      const warnings = await phones.warnings();
      if (warnings.length > 0) throw new Error(JSON.stringify(warnings));
    },
  },
];
