/** What a text of one keyword means to Twilio. */
export type Keyword = 'STOP' | 'START' | 'HELP';

const keywords: Readonly<Record<string, Keyword>> = {
  STOP: 'STOP',
  STOPALL: 'STOP',
  UNSUBSCRIBE: 'STOP',
  CANCEL: 'STOP',
  END: 'STOP',
  QUIT: 'STOP',
  REVOKE: 'STOP',
  OPTOUT: 'STOP',
  START: 'START',
  UNSTOP: 'START',
  YES: 'START',
  HELP: 'HELP',
  INFO: 'HELP',
};

/** Only a text that is the keyword and nothing else counts: "STOP." and "please stop" do not, whatever the sender meant. */
export function keywordOf(body: string, isBlocked: boolean): Keyword | null {
  const word = body.trim().toUpperCase();
  // YES brings back who wrote STOP; from anybody else it is an answer.
  if (word === 'YES' && !isBlocked) return null;
  return keywords[word] ?? null;
}

/** What Twilio answers by itself. */
export const keywordAnswers: Readonly<Record<Keyword, string>> = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
};
