import type { CampaignPlan } from './campaign-plans.ts';
import { conversationAt, type SeededConversation } from './conversation-at.ts';
import { personAt } from './person-at.ts';
import { placeIn } from './place-in.ts';

/** All campaigns at one moment: what a conversation owes to the other campaigns of the same person. */
export type Scene = { plans: readonly CampaignPlan[]; now: number; texters: number };

/** A conversation in its place among all campaigns: who wrote STOP in one of them is opted out in every one. */
export function conversationOf(scene: Scene, campaign: number, at: number) {
  const { plans, now, texters } = scene;
  const plan = plans[campaign] as CampaignPlan;
  const person = plan.people.from + at;
  const isOn = (other: CampaignPlan) => placeIn(other, person) !== null;
  const newer = plans.slice(campaign + 1).some(isOn);
  const older = plans.slice(0, campaign).some(isOn);
  const stop = personAt(person).optsOut ? stopOf(scene, person) : null;
  const optedOutBefore = stop !== null && stop < campaign;
  const c: SeededConversation = conversationAt(at, { plan, campaign, now, texters, optedOutBefore, newer });
  if (stop !== null) c.state = { ...c.state, optedOut: true };
  return { ...c, newer, older };
}

/** The first campaign in which this person was texted, and so wrote STOP. */
function stopOf({ plans, now, texters }: Scene, person: number): number | null {
  const found = plans.findIndex((plan, campaign) => {
    const at = placeIn(plan, person);
    if (at === null) return false;
    return (
      conversationAt(at, { plan, campaign, now, texters, optedOutBefore: false, newer: false }).optedOutAt !== null
    );
  });
  return found < 0 ? null : found;
}
