import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a developer writes in an empty project: each entry uses the packages in one way. */
export const entries = {
  /** One element on a page, with a kit whose session comes from the address that the page was opened with. */
  menu: `
    import '@campaign-kit/widgets/define/campaign-actions';
    import { createCampaignKit } from '@campaign-kit/widgets';

    const { endpoint, session, campaign } = Object.fromEntries(new URLSearchParams(location.search));
    const fetchSession = async () => (await fetch(session, { method: 'POST', body: JSON.stringify({ origin: location.origin }) })).json();
    const menu = document.createElement('campaign-actions');
    menu.campaignId = Number(campaign);
    createCampaignKit({ endpoint, fetchSession }).attach(menu);
    document.body.append(menu);`,
  /** Imported for one class. */
  one: `
    import { CampaignActions } from '@campaign-kit/widgets';

    CampaignActions.define('campaign-menu');`,
} as const;

/** Everything, to know by what the code of each element is told. */
const everything = `import '@campaign-kit/widgets/define';`;

export type Entry = keyof typeof entries;
export const entryNames = Object.keys(entries) as Entry[];

/** For the type checker: a page of a CRM, and a server that mounts ours. */
const page = `
import '@campaign-kit/widgets/define';
import { createCampaignKit, KitError, CampaignActions, defineAll, type Operation } from '@campaign-kit/widgets';

const kit = createCampaignKit({
  endpoint: 'https://texting.example',
  fetchSession: async ({ signal, reason }) => {
    const answer = await fetch('/crm/texting-session', { method: 'POST', signal, body: reason });
    return (await answer.json()) as { token: string; expiresAt: number };
  },
});
const menu = document.createElement('campaign-actions');
menu.campaignId = 42;
menu.addEventListener('ck-action-success', event => {
  const operation: Operation = event.operation;
  const done: number = operation.done;
  void event.undo().then(() => done);
});
// @ts-expect-error: an id is a number
menu.campaignId = 'forty-two';
// @ts-expect-error: there is no such procedure
kit.ask(api => api.campaigns.explode.query());
export const title: Promise<string | KitError> = kit
  .ask(api => api.campaigns.menu.query({ campaignId: 42 }))
  .then(({ campaign }) => campaign.title, (error: KitError) => error);
export const stop: () => void = kit.attach(menu);
CampaignActions.define('campaign-menu');
defineAll({ prefix: 'acme-' });
`;

const server = `
import { createServer } from 'node:http';
import { Hono } from 'hono';
import { createCampaignKitServer } from '@campaign-kit/server';

const kit = await createCampaignKitServer({ publicUrl: 'https://crm.example/texting', secret: 's'.repeat(32) });
export const host = new Hono().route('/texting', kit.app);
export const plain = createServer((request, response) => void kit.listener(request, response));
const user = { externalId: 'u1', name: 'Ada', role: 'admin' } as const;
export const session: Promise<{ token: string; expiresAt: number }> = kit.embedSession({ organizationId: 1, user, origin: 'https://crm.example' });
// @ts-expect-error: a secret is needed
void createCampaignKitServer({ publicUrl: 'https://crm.example/texting' });
await kit.stop();
`;

/** Writes the sources into the project: for Vite as pages, for the others as modules. */
export async function writeProject(project: string): Promise<void> {
  await mkdir(project, { recursive: true });
  for (const [name, code] of Object.entries(entries)) {
    await writeFile(join(project, `${name}.js`), code);
    await writeFile(join(project, `${name}.html`), html(`./${name}.js`));
  }
  await writeFile(join(project, 'everything.js'), everything);
  await writeFile(join(project, 'page.ts'), page);
  await writeFile(join(project, 'server.ts'), server);
}

export const html = (script: string) =>
  `<!doctype html><html lang="en"><title>A CRM</title><body><script type="module" src="${script}"></script></body></html>`;
