import type { Counts } from '@campaign-kit/shared/counts';
import type { CrmUser } from './crm-session.ts';

/** A campaign as the kit's server tells a host about it. */
export type KitCampaign = {
  id: number;
  title: string;
  launchedAt: number | null;
  archivedAt: number | null;
  dueAt: number | null;
  autoAssign: boolean;
  counts: Counts;
};

export type KitClient = ReturnType<typeof createKitClient>;

/** What a CRM's server asks the kit's server, with the secret key that never reaches a browser. */
export function createKitClient(endpoint: string, secretKey: () => string) {
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${secretKey()}`, 'content-type': 'application/json' };
    return fetch(`${endpoint}/v1${path}`, { ...init, headers, signal: AbortSignal.timeout(10_000) });
  }
  return {
    /** A token of ten minutes for this user on this page, as the kit's server answers it. */
    mint: (user: CrmUser, origin: string): Promise<Response> => {
      const { externalId, name, role } = user;
      return ask('/embed-sessions', {
        method: 'POST',
        body: JSON.stringify({ user: { externalId, name, role }, origin }),
      });
    },
    /** All campaigns of the organization, newest first. */
    campaigns: async (): Promise<KitCampaign[]> => {
      const found: KitCampaign[] = [];
      for (let before: number | null = null; ;) {
        const answer: Response = await ask(`/campaigns?limit=100${before === null ? '' : `&before=${before}`}`);
        if (!answer.ok) throw new Error(`The texting server answered ${answer.status}.`);
        const page = (await answer.json()) as { campaigns: KitCampaign[]; next: number | null };
        found.push(...page.campaigns);
        before = page.next;
        if (before === null) return found;
      }
    },
  };
}
