import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../db/open.ts';
import { messages } from '../db/schema/conversations.ts';
import type { Session } from '../sessions/session.ts';

/** The text that this key named before: a bad network makes a page send the same one more than once. */
export async function sentAlready(
  tx: Pick<Transaction, 'select'>,
  { organizationId }: Session,
  requestKey: string,
): Promise<{ messageId: number } | undefined> {
  const [already] = await tx
    .select({ messageId: messages.id })
    .from(messages)
    .where(and(eq(messages.organizationId, organizationId), eq(messages.requestKey, requestKey)));
  return already;
}
