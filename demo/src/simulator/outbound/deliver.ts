import type { Message, MessageStatus } from '../message.ts';
import { segmentsOf } from '../message.ts';
import { senderOf } from '../account.ts';
import { carrierFaults } from '../faults.ts';
import { strikes, type Network } from '../network.ts';
import { phoneOf } from '../phones/phone.ts';
import { textArrives } from '../phones/text-arrives.ts';
import type { Receive } from '../inbound/receive.ts';
import { tellStatus } from '../webhooks/tell-status.ts';
import type { Connections } from '../webhooks/http-call.ts';
import { blockedKey } from './blocked-key.ts';
import { pickSender } from './pick-sender.ts';
import { joinQueue, queueIsFull } from './queue.ts';

/** From the API to the queue, and from a number to the carrier; in milliseconds. */
const [acceptMs, submitMs] = [20, 60];

/** Moves accepted messages through the rest of their life, each step at its time. */
export type Carrier = {
  /** Takes on a message that has its sender, or a service that will pick one. `told`: its first status was called back already. */
  take: (message: Message, told?: boolean) => void;
  /** Takes on a message at the time it is scheduled for, unless it was canceled before. */
  schedule: (message: Message, at: number) => void;
  cancel: (message: Message) => void;
  /** Says the status of a message before the request that made it is answered. */
  tell: (message: Message) => void;
};

export function createCarrier(network: Network, connections: Connections, receive: () => Receive): Carrier {
  const { timeline, settings, counts } = network;

  function become(message: Message, status: MessageStatus, errorCode: number | null = null) {
    message.status = status;
    message.errorCode = errorCode;
    message.updatedAt = timeline.now();
    if (status === 'sent') message.sentAt = message.updatedAt;
    if (status in counts) counts[status as keyof typeof counts]++;
    network.changed(network.phones.get(message.to));
    if (status !== 'sending') tellStatus(network, connections, message);
  }

  function take(message: Message, told = false) {
    const expiresAt = timeline.now() + message.validitySeconds * 1_000;
    timeline.after(acceptMs, () => {
      if (message.from === null) fromService(message, expiresAt);
      else enqueue(message, expiresAt, told && message.status === 'queued');
    });
  }

  function fromService(message: Message, expiresAt: number) {
    const service = network.account.services.get(message.serviceSid as string);
    const sender = service && pickSender(network, service, message.to);
    if (!sender) return become(message, 'failed', service ? 21703 : 21701);
    message.from = sender.phoneNumber;
    message.segments = segmentsOf(message.body, message.media.length);
    if (network.blocked.has(blockedKey(network, sender.phoneNumber, message.to))) {
      return become(message, 'failed', 21610);
    }
    enqueue(message, expiresAt, false);
  }

  function enqueue(message: Message, expiresAt: number, told: boolean) {
    const sender = senderOf(network.account, message.from);
    if (!sender) return become(message, 'failed', 21606);
    // A number alone refuses when it has too much; a service has taken the message on by then, and fails it.
    if (message.serviceSid !== null && queueIsFull(network, sender)) return become(message, 'failed', 30001);
    if (!told) become(message, 'queued');
    const at = joinQueue(network, sender, message.segments);
    if (at > expiresAt) timeline.after(expiresAt - timeline.now(), () => become(message, 'failed', 30036));
    else timeline.after(at - timeline.now(), () => send(message));
  }

  function send(message: Message) {
    if (network.account.suspended) return become(message, 'failed', 30002);
    become(message, 'sending');
    timeline.after(submitMs, () => {
      counts.segments += message.segments;
      become(message, 'sent');
      timeline.after(network.chance.between(...settings.receiptMs), () => receipt(message));
    });
  }

  function receipt(message: Message) {
    const refused = carrierFaults.find(({ name }) => strikes(network, name));
    if (refused) return become(message, 'undelivered', refused.code);
    const phone = phoneOf(network, message.to);
    become(message, 'delivered');
    textArrives(network, phone, message, receive());
  }

  function schedule(message: Message, at: number) {
    timeline.after(at - timeline.now(), () => {
      if (message.status !== 'scheduled') return;
      message.status = 'accepted';
      take(message);
    });
  }

  return {
    take,
    schedule,
    cancel: message => become(message, 'canceled'),
    tell: message => tellStatus(network, connections, message),
  };
}
