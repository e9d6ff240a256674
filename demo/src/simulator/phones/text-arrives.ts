import type { Receive } from '../inbound/receive.ts';
import type { Message } from '../message.ts';
import type { Network } from '../network.ts';
import { answerOf } from './answer-of.ts';
import { keepInThread, type Phone } from './phone.ts';
import { picturePath } from './picture.ts';

/** Shows a delivered text on the phone; its owner answers by themselves where that is turned on. */
export function textArrives(network: Network, phone: Phone, message: Message, receive: Receive): void {
  keepInThread(phone, { message, theirs: false });
  network.changed(phone);
  // Nobody answers what Twilio writes by itself, else HELP would go back and forth for ever.
  if (message.direction !== 'outbound-api') return;
  phone.texts++;
  if (!network.settings.answering || !phone.answers) return;
  const { number, first, personality, texts } = phone;
  const answer = answerOf(
    { seed: network.seed, phone: number, firstName: first, personality, texts },
    network.settings.answerMs,
  );
  if (!answer) return;
  network.timeline.after(answer.afterMs, () => {
    if (!network.settings.answering || !phone.answers) return;
    const mediaUrls = answer.picture ? [network.baseUrl() + picturePath] : [];
    receive({ from: number, to: message.from as string, body: answer.body, mediaUrls });
  });
}
