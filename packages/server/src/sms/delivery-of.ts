import type { Delivery } from './sms.ts';

const deliveries: Readonly<Record<string, Delivery>> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  partially_delivered: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  canceled: 'failed',
};

/** Our word for a status of Twilio's; null for one that says nothing of a message of ours. */
export const deliveryOf = (status: string): Delivery | null => deliveries[status] ?? null;
