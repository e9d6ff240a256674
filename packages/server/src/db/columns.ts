import { customType, integer } from 'drizzle-orm/sqlite-core';
import type { Status } from '@campaign-kit/shared/conversation';
import type { SendStatus } from '@campaign-kit/shared/delivery';

/** Statuses as they are stored: in an order in which every index and selection needs one range at most. */
export const statusNumber: Record<Status, number> = {
  removed: -1,
  messaged: 0,
  needsMessage: 1,
  needsResponse: 2,
  convo: 3,
  closed: 4,
};

const statuses = new Map(Object.entries(statusNumber).map(([word, number]) => [number, word as Status]));

/** The word for a status as it is stored. */
export const statusOf = (number: number): Status => statuses.get(number) as Status;

export const status = customType<{ data: Status; driverData: number }>({
  dataType: () => 'integer',
  toDriver: word => statusNumber[word],
  fromDriver: statusOf,
});

export const id = () => integer('id').primaryKey();

/** Integer milliseconds since 1970, UTC. */
export const instant = (name: string) => integer(name);

/** 0 or 1 in the table, a boolean in the code. */
export const fact = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false);

/**
 * Send statuses as stored: larger is further, so that a delivery can be kept from moving backwards by a comparison.
 * `sending`: with the provider, its answer not known yet; `waiting`: for texting hours or another try.
 */
export const sendStatusNumber = {
  sending: -2,
  waiting: -1,
  held: 0,
  queued: 1,
  accepted: 2,
  sent: 3,
  delivered: 4,
  undelivered: 5,
  failed: 6,
  cancelled: 7,
} as const satisfies Record<SendStatus, number>;

const sendStatuses = new Map<number, SendStatus>(
  Object.entries(sendStatusNumber).map(([word, number]) => [number, word as SendStatus]),
);

/** The word for a send status as it is stored. */
export const sendStatusOf = (number: number): SendStatus => sendStatuses.get(number) as SendStatus;

export const sendStatus = customType<{ data: SendStatus; driverData: number }>({
  dataType: () => 'integer',
  toDriver: word => sendStatusNumber[word],
  fromDriver: sendStatusOf,
});
