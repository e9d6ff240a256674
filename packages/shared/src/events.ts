/** What the server tells open elements about, after commit. */
export type LiveEvent =
  | { type: 'operationChanged'; operationId: number; campaignId: number | null }
  | { type: 'campaignChanged'; campaignId: number }
  | { type: 'conversationsChanged'; campaignId: number | null }
  | { type: 'requestsChanged' }
  | { type: 'conversationChanged'; conversationId: number; campaignId: number };

export type LiveEventType = LiveEvent['type'];
