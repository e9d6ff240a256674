import type { KitCampaign } from './kit-client.ts';
import type { View } from './view.ts';
import type { CrmWords } from './words/en.ts';

/** What the CRM shows of one campaign, ready to be put on the page by the server or by its script. */
export type CampaignRow = ReturnType<typeof campaignRow>;

/** A campaign in the words, numbers and times of this view. */
export function campaignRow(campaign: KitCampaign, office: string, view: View, words: CrmWords, now: number) {
  const { id, title, launchedAt, archivedAt, dueAt, autoAssign, counts } = campaign;
  const { needsMessage, messaged, needsResponse, convo, closed } = counts;
  const contacts = needsMessage + messaged + needsResponse + convo + closed;
  const number = new Intl.NumberFormat(view.language);
  const percent = new Intl.NumberFormat(view.language, { style: 'percent', maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(view.language, { month: 'short', day: 'numeric', timeZone: view.timeZone });
  const exact = new Intl.DateTimeFormat(view.language, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: view.timeZone,
  });
  const state = stateOf(campaign, now);
  const share = contacts === 0 ? 0 : 1 - needsMessage / contacts;
  return {
    id,
    title,
    office,
    state,
    group: state === 'pastDue' ? ('active' as const) : state,
    stateLabel: words[state],
    launched: launchedAt === null ? words.never : date.format(launchedAt),
    launchedExact: launchedAt === null ? '' : exact.format(launchedAt),
    due: dueAt === null ? '' : date.format(dueAt),
    contacts: number.format(contacts),
    sent: contacts === 0 ? '–' : percent.format(share > 0.99 && share < 1 ? 0.99 : share),
    replies: number.format(needsResponse),
    hasReplies: needsResponse > 0,
    autoAssign,
    autoAssignLabel: autoAssign ? words.on : words.off,
    archived: archivedAt !== null,
    parts: (
      [
        ['conversation', convo],
        ['closed', closed],
        ['waiting', needsResponse],
        ['messaged', messaged],
        ['unsent', needsMessage],
      ] as const
    ).map(([name, count]) => ({
      name,
      label: words[name],
      count: number.format(count),
      share: count / (contacts || 1),
    })),
  };
}

function stateOf({ launchedAt, archivedAt, dueAt }: KitCampaign, now: number) {
  if (archivedAt !== null) return 'archived';
  if (launchedAt === null) return 'draft';
  return dueAt !== null && dueAt <= now ? 'pastDue' : 'active';
}

/** The four numbers at the head of the page, over all campaigns that are active. */
export function totals(campaigns: readonly KitCampaign[], view: View) {
  const number = new Intl.NumberFormat(view.language);
  const active = campaigns.filter(({ launchedAt, archivedAt }) => launchedAt !== null && archivedAt === null);
  const sum = (pick: (counts: KitCampaign['counts']) => number) =>
    number.format(active.reduce((total, { counts }) => total + pick(counts), 0));
  return {
    kpiContacts: sum(c => c.needsMessage + c.messaged + c.needsResponse + c.convo + c.closed),
    kpiUnsent: sum(c => c.needsMessage),
    kpiWaiting: sum(c => c.needsResponse),
    kpiOptedOut: sum(c => c.optedOut),
  };
}
