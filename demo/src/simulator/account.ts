import { newSid } from './sid.ts';

/** A number of the account, with the webhooks that are set on it. */
export type Sender = {
  sid: string;
  phoneNumber: string;
  friendlyName: string;
  createdAt: number;
  updatedAt: number;
  smsUrl: string;
  smsMethod: string;
  smsFallbackUrl: string;
  smsFallbackMethod: string;
  statusCallback: string;
  statusCallbackMethod: string;
  /** False for a number that cannot text: sending from it is refused with 21606. */
  sms: boolean;
  /** Null for the rate of the settings. */
  segmentsPerSecond: number | null;
  /** When the number has sent all that it has taken on so far. */
  freeAt: number;
};

/** A Messaging Service: a pool of senders with webhooks of its own. */
export type Service = {
  sid: string;
  friendlyName: string;
  createdAt: number;
  updatedAt: number;
  inboundRequestUrl: string | null;
  inboundMethod: string;
  fallbackUrl: string | null;
  fallbackMethod: string;
  statusCallback: string | null;
  stickySender: boolean;
  mmsConverter: boolean;
  smartEncoding: boolean;
  fallbackToLongCode: boolean;
  areaCodeGeomatch: boolean;
  synchronousValidation: boolean;
  validityPeriod: number;
  usecase: string;
  useInboundWebhookOnNumber: boolean;
  /** Keywords are handled by the service, and the webhook says so with `OptOutType`. Not in the API: a switch of the console. */
  advancedOptOut: boolean;
  /** SIDs of the numbers in the pool, in the order in which they were added, each with the time. */
  pool: Map<string, number>;
};

/** Who may call, and what they own. */
export type Account = {
  sid: string;
  authToken: string;
  /** Secrets of API keys by their SID. */
  apiKeys: Map<string, string>;
  suspended: boolean;
  senders: Map<string, Sender>;
  services: Map<string, Service>;
};

export type NewSender = { phoneNumber: string } & Partial<Omit<Sender, 'sid' | 'freeAt' | 'createdAt' | 'updatedAt'>>;

export function addSender(account: Account, given: NewSender, now: number): Sender {
  const sender: Sender = {
    sid: newSid('PN'),
    friendlyName: given.phoneNumber,
    createdAt: now,
    updatedAt: now,
    smsUrl: '',
    smsMethod: 'POST',
    smsFallbackUrl: '',
    smsFallbackMethod: 'POST',
    statusCallback: '',
    statusCallbackMethod: 'POST',
    sms: true,
    segmentsPerSecond: null,
    freeAt: 0,
    ...given,
  };
  account.senders.set(sender.sid, sender);
  return sender;
}

export type NewService = { friendlyName: string } & Partial<Omit<Service, 'createdAt' | 'updatedAt' | 'pool'>>;

export function addService(account: Account, given: NewService, now: number): Service {
  const service: Service = {
    sid: newSid('MG'),
    createdAt: now,
    updatedAt: now,
    inboundRequestUrl: null,
    inboundMethod: 'POST',
    fallbackUrl: null,
    fallbackMethod: 'POST',
    statusCallback: null,
    stickySender: true,
    mmsConverter: true,
    smartEncoding: false,
    fallbackToLongCode: false,
    areaCodeGeomatch: true,
    synchronousValidation: false,
    validityPeriod: 36_000,
    usecase: 'undeclared',
    useInboundWebhookOnNumber: false,
    advancedOptOut: false,
    ...given,
    pool: new Map(),
  };
  account.services.set(service.sid, service);
  return service;
}

export function senderOf(account: Account, phoneNumber: string | null): Sender | undefined {
  for (const sender of account.senders.values()) if (sender.phoneNumber === phoneNumber) return sender;
  return undefined;
}

export function serviceOf(account: Account, sender: Sender | undefined): Service | undefined {
  for (const service of account.services.values()) if (sender && service.pool.has(sender.sid)) return service;
  return undefined;
}
