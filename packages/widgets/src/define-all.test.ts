import { expect } from '@open-wc/testing';
import { CampaignActions } from './campaign-actions/campaign-actions.ts';
import { defineAll } from './define-all.ts';
import { eventually, mount } from './testing/mount.ts';
import { testWorld } from './testing/test-world.ts';

/** The host's own element of each name that we would have taken. */
const taken = ['campaign-kit', 'campaign-actions', 'second-pass-dialog', 'release-replies-dialog', 'ck-action-dialog'];
for (const tag of taken) customElements.define(tag, class extends HTMLElement {});

const warnings: unknown[] = [];
const { warn } = console;
beforeEach(() => {
  warnings.length = 0;
  console.warn = (...words) => warnings.push(words[0]);
});
afterEach(() => (console.warn = warn));

/** The menu of a campaign with unsent and silent conversations, mounted in `root`. */
async function menuIn(root: ParentNode, menu: CampaignActions): Promise<CampaignActions> {
  const conversations = [
    { n: 12, status: 'needsMessage', texter: 1 },
    { n: 40, status: 'messaged', messagedMinutesAgo: 24 * 60 },
  ] as const;
  const world = await testWorld({ campaigns: [{ title: 'Phonebank P1', conversations: [...conversations] }] });
  menu.campaignId = world.campaignIds[0]!;
  mount(world, menu);
  root.append(menu);
  return menu;
}

/** Chooses an action and answers with the dialog that it opens. */
async function open(menu: CampaignActions, action: string): Promise<Element> {
  const root = menu.shadowRoot!;
  const item = () => [...root.querySelectorAll<HTMLElement>('[role=menuitem]')].find(one => label(one) === action);
  await eventually(() => root.querySelector('#menu-button'));
  root.querySelector<HTMLElement>('#menu-button')!.click();
  await eventually(item, `the menu has ${action}`);
  item()!.click();
  const opened = () =>
    [...root.querySelectorAll('.dialogs > *')].find(one => one.shadowRoot?.querySelector('dialog[open]'));
  await eventually(opened, `${action} opens a dialog`);
  return opened()!;
}

const label = (item: Element) => item.querySelector('.label')?.textContent?.trim();

describe('a page that has given our tags away', () => {
  it('gets every element under a prefix, and so are the dialogs that the menu opens', async () => {
    defineAll({ prefix: 'acme-' });
    defineAll({ prefix: 'acme-' });
    const menu = document.createElement('acme-campaign-actions') as CampaignActions;
    await menuIn(document.body, menu);
    expect((await open(menu, 'Mark for second pass')).localName).to.equal('acme-second-pass-dialog');
    for (const tag of [...taken.slice(0, 4), 'operation-history']) expect(customElements.get(`acme-${tag}`)).to.be.ok;
    expect(warnings).to.deep.equal([]);
  });

  it('gets plain dialogs under the prefix too', async () => {
    defineAll({ prefix: 'acme-' });
    const menu = document.createElement('acme-campaign-actions') as CampaignActions;
    await menuIn(document.body, menu);
    expect((await open(menu, 'Release unsent messages')).localName).to.equal('acme-ck-action-dialog');
    expect(warnings).to.deep.equal([]);
  });

  it('gets one element under a name of its own, with dialogs that are named after it', async () => {
    CampaignActions.define('team-menu');
    const menu = document.createElement('team-menu') as CampaignActions;
    await menuIn(document.body, menu);
    expect((await open(menu, 'Mark for second pass')).localName).to.equal('team-menu-second-pass-dialog');
  });

  it('gets them by their plain names inside of a scoped registry', async () => {
    const registry = new CustomElementRegistry();
    defineAll({ registry });
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open', customElementRegistry: registry });
    const options = { customElementRegistry: registry };
    const menu = document.createElement('campaign-actions', options);
    await menuIn(root, menu);
    const dialog = await open(menu, 'Mark for second pass');
    expect([dialog.localName, dialog.customElementRegistry]).to.deep.equal(['second-pass-dialog', registry]);
    host.remove();
  });

  it('hears of it when a plain name is asked for all the same', () => {
    CampaignActions.define();
    expect(warnings).to.deep.equal(['Campaign Kit: <campaign-actions> is defined already; this copy leaves it alone.']);
  });
});
