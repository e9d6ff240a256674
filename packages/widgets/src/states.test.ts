import { expect } from '@open-wc/testing';
import { defineAll } from './define-all.ts';
import type { KitElement } from './element.ts';
import * as elements from './elements.ts';
import { eventually, mount } from './testing/mount.ts';
import { testWorld, type Fault } from './testing/test-world.ts';

defineAll();

const seed = {
  texters: ['Ada Park', 'Ben Osei'],
  campaigns: [{ title: 'Rent', autoAssign: true, conversations: [{ n: 6, status: 'needsMessage', texter: 1 }] }],
};

type ElementClass = (new () => KitElement) & { readonly tag: string };
const isElement = (one: unknown): one is ElementClass =>
  typeof one === 'function' && 'tag' in one && one.tag !== 'campaign-kit';

/** Every element that the package has but the one around them. */
const all = (Object.values(elements) as unknown[]).filter(isElement);

async function shown(Element: ElementClass, fault: Fault): Promise<KitElement> {
  const world = await testWorld(structuredClone(seed) as never);
  await world.fault(fault);
  const element = new Element();
  if ('campaignId' in element) element.campaignId = world.campaignIds[0]!;
  mount(world, element);
  if ('show' in element) (element.show as () => void)();
  return element;
}

/** The sentences of its language are there. */
const hasWords = (element: KitElement) => element.shadowRoot!.querySelector('h2')?.textContent?.trim() !== '';

describe('every element is without fault for readers', () => {
  it('and all of them are here', () => {
    expect(all.map(({ tag }) => tag)).to.include.members(['campaign-actions', 'texter-queue', 'message-review']);
    expect(all.length).to.equal(12);
  });

  for (const Element of all) {
    it(`<${Element.tag}> while it loads, and when it could not`, async () => {
      const loading = await shown(Element, { slowMs: 6_000 });
      await eventually(() => loading.matches(':state(loading)') && hasWords(loading));
      await expect(loading).to.be.accessible();
      loading.remove();
      const failed = await shown(Element, { status: 500 });
      await eventually(() => failed.matches(':state(error)'));
      await expect(failed).to.be.accessible();
    });
  }
});
