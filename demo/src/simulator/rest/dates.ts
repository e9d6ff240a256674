/** As the API of 2010 writes times: RFC 2822, always in UTC. */
export function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}

/** As the newer APIs write times: ISO 8601 to the second. */
export function iso8601(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
