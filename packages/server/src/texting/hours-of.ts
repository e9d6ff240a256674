import { minuteOfDay } from '@campaign-kit/shared/texting-hours';
import { zonesOf } from '@campaign-kit/shared/zones';
import type { Campaign } from '../campaigns/campaign.ts';
import { windowOf } from '../messages/queue-text.ts';

/** Whether a person may be texted now, else from when, and in which zone that hour is meant. `opensAt` null: never, as far as is known. */
export type Hours = { readonly open: boolean; readonly opensAt: number | null; readonly zone: string };

/** Where several zones are possible, the one that keeps it closed the longest is named: its clock shows the first hour. */
export function hoursOf(campaign: Campaign, zone: number, now: number): Hours {
  const window = windowOf(campaign, zone, now);
  const zones = zonesOf(zone);
  const first = zones[0] ?? campaign.timeZone;
  if (window.open) return { open: true, opensAt: null, zone: first };
  const { from: opensAt } = window;
  const binding = zones.find(name => opensAt !== null && minuteOfDay(name, opensAt) === campaign.textingFromMinute);
  return { open: false, opensAt, zone: binding ?? first };
}
