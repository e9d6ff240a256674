import { keywordOf, type Keyword } from '@campaign-kit/shared/opt-out-words';

/** A text from somebody, as the provider's fields say it. Phones are E.164 digits. */
export type InboundText = {
  readonly sid: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly media: readonly string[];
  readonly segments: number;
  readonly keyword: Keyword | null;
};

const optOutTypes: Readonly<Record<string, Keyword>> = { STOP: 'stop', START: 'start', HELP: 'help' };

/** What the provider understood goes before what we do: its lists may know other words and languages. */
export function inboundText(fields: Readonly<Record<string, string>>): InboundText {
  const { MessageSid, SmsMessageSid, SmsSid, From, To, Body = '', OptOutType = '', NumMedia, NumSegments } = fields;
  const pictures = Math.min(10, Number(NumMedia) || 0);
  return {
    sid: MessageSid ?? SmsMessageSid ?? SmsSid ?? '',
    from: digits(From),
    to: digits(To),
    text: Body,
    media: Array.from({ length: pictures }, (_, at) => fields[`MediaUrl${at}`] ?? '').filter(Boolean),
    segments: Math.max(1, Number(NumSegments) || 1),
    keyword: optOutTypes[OptOutType.toUpperCase()] ?? keywordOf(Body),
  };
}

const digits = (phone: string | undefined): number => Number((phone ?? '').replace(/\D/g, ''));
