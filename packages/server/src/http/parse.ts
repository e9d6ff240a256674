import type * as z from 'zod';
import { Refusal } from '@campaign-kit/shared/refusal';

/** What a host sent, as the schema has it; refused with the field and why, never with what was sent. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`).join('; ');
  throw new Refusal('validation', 'refusal.input', { problem });
}
