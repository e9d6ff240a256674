import { Refusal } from '@campaign-kit/shared/refusal';

/** The origin as browsers send it (`https://crm.example`), from what people type; refuses what is no page's origin. */
export function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const bare = url && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  if (bare && (url.protocol === 'https:' || url.protocol === 'http:')) return url.origin;
  const problem = 'an origin is a scheme and a host, such as https://crm.example';
  throw new Refusal('validation', 'refusal.input', { problem });
}
