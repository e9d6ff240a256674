import { id, idleMinutes, z } from '../input.ts';

const nothing = z.strictObject({});

/** What each action asks; apart from the actions, so that a menu in the browser does not carry the schemas along. */
export const actionInputs = {
  releaseUnsent: nothing,
  releaseUnreplied: z.strictObject({ idleMinutes }),
  markSecondPass: z.strictObject({
    /** Leave out who was messaged less than this long ago; null: nobody is left out for that. */
    windowMinutes: z.nullable(z.int().check(z.gte(1), z.lte(525_600))),
    /** Leave out who is on a campaign with a higher id too. */
    excludeNewer: z.boolean(),
    /** The initial message of the pass that starts; absent keeps the script. */
    script: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1600))),
    title: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
  }),
  unmarkSecondPass: nothing,
  turnAutoAssignOn: nothing,
  turnAutoAssignOff: nothing,
  assignUnsent: z.strictObject({ texterIds: z.array(id).check(z.minLength(1), z.maxLength(500)) }),
  unarchive: nothing,
  archive: nothing,
  deleteUnmessaged: nothing,
} as const;

export type ActionInput<N extends keyof typeof actionInputs> = z.infer<(typeof actionInputs)[N]>;
