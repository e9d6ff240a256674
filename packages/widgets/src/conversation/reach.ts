/**
 * As who a conversation is reached. A texter's page says `own`: it wants to hear when the conversation went to somebody else,
 * even where its user could reach all of the organization.
 */
export type Reach = { readonly own?: true };
