import { lt } from 'drizzle-orm';
import { typing } from '../db/schema/conversations.ts';
import type { World } from '../world.ts';

/** Forgets who typed once: nothing looks at it any more. */
export async function purgeTyping({ db, now }: World): Promise<void> {
  await db.write(async tx => void (await tx.delete(typing).where(lt(typing.until, now()))));
}
