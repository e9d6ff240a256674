import { senderOf, serviceOf } from '../account.ts';
import type { Message } from '../message.ts';
import { note, strikes, type Network } from '../network.ts';
import { callWebhook, troubleOf } from './call-webhook.ts';
import type { Connections } from './http-call.ts';

const final = new Set(['delivered', 'undelivered', 'failed', 'canceled']);

/** Calls back about the status that a message has now, after the callbacks before it; or as the faults will have it. */
export function tellStatus(network: Network, connections: Connections, message: Message): void {
  const url = callbackOf(network, message);
  if (!url || strikes(network, 'lostCallback')) return;
  const { timeline, settings } = network;
  const fields = callbackFields(network, message);
  const wrongSignature = strikes(network, 'wrongSignature');
  const call = async () => {
    network.counts.callbacks++;
    const answer = await callWebhook(network, connections, { url, method: 'POST', fields, wrongSignature });
    const trouble = troubleOf(answer);
    if (trouble === null) return;
    network.counts.callbacksFailed++;
    const status = typeof answer === 'string' ? answer : answer.status;
    note(network, 'error', 11200, `Callback ${message.status} of ${message.sid}: ${status}`);
  };
  const overtaken = !final.has(message.status) && strikes(network, 'outOfOrderCallback');
  const heldMs = strikes(network, 'lateCallback') ? settings.lateMs : overtaken ? settings.receiptMs[1] + 1_000 : 0;
  if (heldMs > 0) timeline.after(heldMs, () => timeline.track(call()));
  else timeline.track((message.told = message.told.then(call)));
  if (strikes(network, 'duplicateCallback')) {
    timeline.after(heldMs, () => timeline.track((message.told = message.told.then(call))));
  }
}

/** The message's own, else the service's, else the number's. */
function callbackOf({ account }: Network, message: Message): string | null {
  const service = message.serviceSid === null ? undefined : account.services.get(message.serviceSid);
  return message.statusCallback ?? service?.statusCallback ?? (senderOf(account, message.from)?.statusCallback || null);
}

function callbackFields({ account, timeline }: Network, message: Message): Record<string, string> {
  const { sid, status, from, to, serviceSid, errorCode } = message;
  const service = serviceSid ?? serviceOf(account, senderOf(account, from))?.sid;
  const hasReceipt = status === 'delivered' || status === 'undelivered';
  return {
    SmsSid: sid,
    SmsStatus: status,
    MessageStatus: status,
    To: to,
    MessageSid: sid,
    AccountSid: account.sid,
    ...(from === null ? {} : { From: from }),
    ApiVersion: '2010-04-01',
    ...(service ? { MessagingServiceSid: service } : {}),
    ...(errorCode === null ? {} : { ErrorCode: String(errorCode) }),
    ...(hasReceipt ? { RawDlrDoneDate: minuteOf(timeline.now()) } : {}),
  };
}

/** As carriers stamp their receipts: YYMMDDhhmm. */
function minuteOf(at: number): string {
  return new Date(at).toISOString().replace(/\D/g, '').slice(2, 12);
}
