import { SegmentedMessage } from 'sms-segments-calculator';

/** How the carrier will cut and bill a text. `units` are septets in GSM-7 and code units in UCS-2. */
export function segments(text: string): { encoding: 'GSM-7' | 'UCS-2'; characters: number; count: number } {
  const message = new SegmentedMessage(text, 'auto');
  return {
    encoding: message.getEncodingName() as 'GSM-7' | 'UCS-2',
    characters: message.numberOfCharacters,
    count: text === '' ? 0 : message.segmentsCount,
  };
}
