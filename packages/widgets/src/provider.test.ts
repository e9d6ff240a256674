import { ContextConsumer, ContextProvider, type Context } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { CampaignActions } from './campaign-actions/campaign-actions.ts';
import { kitContext } from './kit-context.ts';
import { createCampaignKit, type CampaignKit } from './kit.ts';
import { testWorld } from './testing/test-world.ts';

const context = kitContext as unknown as Context<string, CampaignKit | null>;

class HostConsumer extends LitElement {
  readonly consumed = new ContextConsumer(this, { context, subscribe: true });
}
customElements.define('host-consumer', HostConsumer);
CampaignActions.define();

describe('a kit for the elements inside', () => {
  const kits: CampaignKit[] = [];
  afterEach(() => kits.splice(0).forEach(kit => kit.destroy()));
  async function make(): Promise<CampaignKit> {
    const { endpoint, fetchSession } = await testWorld();
    const kit = createCampaignKit({ endpoint, fetchSession });
    kits.push(kit);
    return kit;
  }

  it('is found by a host’s own consumer of @lit/context', async () => {
    const kit = await make();
    const page = await fixture<HTMLElement>(html`<section></section>`);
    kit.attach(page);
    const late = document.createElement('host-consumer') as HostConsumer;
    page.append(late);
    expect(late.consumed.value).to.equal(kit);
  });

  it('is found where a host provides it with @lit/context', async () => {
    const kit = await make();
    const page = await fixture<HTMLElement>(html`<section><campaign-actions></campaign-actions></section>`);
    new ContextProvider(page, { context, initialValue: kit }).hostConnected();
    expect(page.querySelector('campaign-actions')!.kit).to.equal(kit);
  });

  it('comes from the nearest: one that is attached later, nearer, takes over what is inside it', async () => {
    const [outer, inner] = await Promise.all([make(), make()]);
    const page = await fixture<HTMLElement>(
      html`<main>
        <campaign-actions></campaign-actions>
        <section><campaign-actions></campaign-actions></section>
      </main>`,
    );
    outer.attach(page);
    const [beside, inside] = page.querySelectorAll('campaign-actions');
    expect([beside!.kit, inside!.kit]).to.deep.equal([outer, outer]);
    const detach = inner.attach(page.querySelector('section')!);
    expect([beside!.kit, inside!.kit]).to.deep.equal([outer, inner]);
    detach();
    const late = document.createElement('campaign-actions');
    page.querySelector('section')!.append(late);
    expect(late.kit).to.equal(outer);
  });
});
