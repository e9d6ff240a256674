/**
 * Whether the caller is a page of this server's own: an element in a frame, which calls on behalf of the page around it.
 * Browsers set both headers themselves. Over plain http there is only the second.
 */
export const isOwnPage = (headers: Headers, issuer: string): boolean =>
  headers.get('sec-fetch-site') === 'same-origin' || headers.get('origin') === new URL(issuer).origin;
