/** One text on its way. `key` is its own id: however often the network makes it be sent, it goes out once. */
export type Send = {
  readonly key: string;
  readonly conversationId: number;
  readonly kind: 'initial' | 'reply';
  readonly text: string;
  /** Of the person, to speak of them when it fails. */
  readonly name: string;
  /** When it was sent here, in ms. */
  readonly at: number;
};
