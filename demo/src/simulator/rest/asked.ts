import type { Context } from 'hono';
import { note, type Network } from '../network.ts';
import { complaints } from '../published/complaints.ts';
import type { Operation } from '../published/parameters.ts';
import { notFound } from '../twilio-error.ts';

/** What a request gives, from its form or its query. What is not as published goes to the account's log as a warning. */
export async function asked(network: Network, c: Context, operation: Operation): Promise<URLSearchParams> {
  const given = c.req.method === 'POST' ? new URLSearchParams(await c.req.text()) : new URL(c.req.url).searchParams;
  const isForm = /^application\/x-www-form-urlencoded\b/.test(c.req.header('content-type') ?? '');
  if (c.req.method === 'POST' && !isForm) note(network, 'warning', 20001, `${operation} is not sent as a form`);
  for (const complaint of complaints(operation, given)) note(network, 'warning', 20001, complaint);
  return given;
}

/** The SID at the end of a path, which has to end in `.json` here. */
export function sidAt(c: Context, name: string): string {
  const [, sid] = /^(\w+)\.json$/.exec(c.req.param(name) ?? '') ?? [];
  if (!sid) throw notFound(c.req.path);
  return sid;
}
