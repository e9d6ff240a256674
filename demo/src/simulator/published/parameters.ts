/** What a parameter may hold, as the published description of the API has it. */
export type Kind =
  | { is: 'text' | 'boolean' | 'number' | 'integer' | 'url' | 'urls' | 'texts' | 'time' | 'date' | 'phone' | 'method' }
  | { is: 'sid'; prefix: string }
  | { is: 'one'; of: readonly string[] };

export type Parameters = Readonly<Record<string, Kind>>;

const one = (...of: string[]): Kind => ({ is: 'one', of });
const sid = (prefix: string): Kind => ({ is: 'sid', prefix });
const [text, boolean, integer, url, method] = (['text', 'boolean', 'integer', 'url', 'method'] as const).map(is => ({
  is,
})) as [Kind, Kind, Kind, Kind, Kind];

const page: Parameters = { PageSize: integer, Page: integer, PageToken: text };

const service: Parameters = {
  FriendlyName: text,
  InboundRequestUrl: url,
  InboundMethod: method,
  FallbackUrl: url,
  FallbackMethod: method,
  StatusCallback: url,
  StickySender: boolean,
  MmsConverter: boolean,
  SmartEncoding: boolean,
  ScanMessageContent: one('inherit', 'enable', 'disable'),
  FallbackToLongCode: boolean,
  AreaCodeGeomatch: boolean,
  ValidityPeriod: integer,
  SynchronousValidation: boolean,
  Usecase: text,
  UseInboundWebhookOnNumber: boolean,
};

/** The parameters of every operation that the simulator answers, by the operation's published name. */
export const parameters = {
  CreateMessage: {
    To: { is: 'phone' },
    StatusCallback: url,
    ApplicationSid: sid('AP'),
    MaxPrice: { is: 'number' },
    ProvideFeedback: boolean,
    Attempt: integer,
    ValidityPeriod: integer,
    ForceDelivery: boolean,
    ContentRetention: one('retain', 'discard'),
    AddressRetention: one('retain', 'obfuscate'),
    SmartEncoded: boolean,
    PersistentAction: { is: 'texts' },
    TrafficType: one('free'),
    ShortenUrls: boolean,
    ScheduleType: one('fixed'),
    SendAt: { is: 'time' },
    SendAsMms: boolean,
    ContentVariables: text,
    MessageIntent: text,
    RiskCheck: one('enable', 'disable'),
    From: { is: 'phone' },
    FallbackFrom: { is: 'phone' },
    MessagingServiceSid: sid('MG'),
    Body: text,
    MediaUrl: { is: 'urls' },
    ContentSid: sid('HX'),
  },
  FetchMessage: {},
  ListMessage: {
    To: { is: 'phone' },
    From: { is: 'phone' },
    DateSent: { is: 'date' },
    'DateSent<': { is: 'date' },
    'DateSent>': { is: 'date' },
    ...page,
  },
  UpdateMessage: { Body: text, Status: one('canceled') },
  DeleteMessage: {},
  ListMedia: { DateCreated: { is: 'date' }, 'DateCreated<': { is: 'date' }, 'DateCreated>': { is: 'date' }, ...page },
  FetchMedia: {},
  DeleteMedia: {},
  CreateMessageFeedback: { Outcome: one('confirmed', 'unconfirmed') },
  FetchAccount: {},
  ListIncomingPhoneNumber: {
    Beta: boolean,
    FriendlyName: text,
    PhoneNumber: { is: 'text' },
    Origin: text,
    ...page,
  },
  FetchIncomingPhoneNumber: {},
  UpdateIncomingPhoneNumber: {
    FriendlyName: text,
    ApiVersion: text,
    SmsUrl: url,
    SmsMethod: method,
    SmsFallbackUrl: url,
    SmsFallbackMethod: method,
    StatusCallback: url,
    StatusCallbackMethod: method,
    SmsApplicationSid: sid('AP'),
    VoiceUrl: url,
    VoiceMethod: method,
    VoiceFallbackUrl: url,
    VoiceFallbackMethod: method,
    VoiceApplicationSid: sid('AP'),
    VoiceCallerIdLookup: boolean,
    VoiceReceiveMode: one('voice', 'fax'),
    AccountSid: sid('AC'),
    AddressSid: sid('AD'),
    BundleSid: sid('BU'),
    EmergencyAddressSid: sid('AD'),
    EmergencyStatus: one('Active', 'Inactive'),
    IdentitySid: sid('RI'),
    TrunkSid: sid('TK'),
  },
  CreateService: service,
  UpdateService: service,
  ListService: page,
  FetchService: {},
  DeleteService: {},
  CreatePhoneNumber: { PhoneNumberSid: sid('PN') },
  ListPhoneNumber: page,
  FetchPhoneNumber: {},
  DeletePhoneNumber: {},
} as const satisfies Record<string, Parameters>;

export type Operation = keyof typeof parameters;
