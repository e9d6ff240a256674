/** Why a conversation is left out of an action, in words of the field. */
export const leftOutReasons = [
  'optedOut',
  'escalated',
  'inPool',
  'replied',
  'undeliverable',
  'notMessaged',
  'closed',
  'newerCampaign',
  'tooRecent',
  'notIdle',
  'messagedBefore',
  'firstPass',
  'held',
  'noLongerMatches',
  'tagged',
  'tooManyTags',
] as const;

export type LeftOut = (typeof leftOutReasons)[number];
