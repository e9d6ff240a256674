/** What an assistant is told when it is its turn. Phones are E.164 with a plus; instants are ISO 8601. */
export type AssistantAsked = {
  readonly organizationId: number;
  readonly campaign: { readonly id: number; readonly title: string };
  readonly conversation: { readonly id: number; readonly phone: string };
  /** The imported columns and the names: what a script can be filled in with. */
  readonly contact: Readonly<Record<string, string>>;
  /** What was said so far, oldest first, 50 messages at most; the last ones are what waits for an answer. */
  readonly messages: readonly AssistantMessage[];
};

export type AssistantMessage = {
  readonly id: number;
  readonly from: 'contact' | 'agent' | 'assistant' | 'campaign';
  readonly text: string;
  readonly media: readonly string[];
  readonly at: string;
};

/** An answer for the contact, or the word that a person should look. */
export type AssistantAnswer =
  { readonly answer: string; readonly media?: readonly string[] | undefined } | { readonly handOver: true };

/** Whoever answers in place of a person. Throws when it could not be asked: it is then asked again later. */
export type Assistant = (asked: AssistantAsked) => Promise<AssistantAnswer>;
