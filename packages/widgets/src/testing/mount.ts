import { waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { KitElement } from '../element.ts';
import { createCampaignKit, type CampaignKit } from '../kit.ts';
import type { TestWorld } from './test-world.ts';

/** A machine that does much else at the same time is slow; what never comes is still found. */
const patienceMs = 25_000;
/** What comes is seen soon: there are thousands of waits in these tests. */
const patient = { timeout: patienceMs, interval: 10 };

const mounted: { kit: CampaignKit; element: HTMLElement }[] = [];

afterEach(() => {
  for (const { kit, element } of mounted.splice(0)) {
    element.remove();
    kit.destroy();
  }
});

/** The element on the page, connected with the test's own server; gone after the test. */
export function mount<T extends KitElement>(world: TestWorld, element: T): T {
  const kit = createCampaignKit({ endpoint: world.endpoint, fetchSession: world.fetchSession });
  element.kit = kit;
  document.body.append(element);
  mounted.push({ kit, element });
  return element;
}

/** What the element shows now, as one line of text. */
export const textOf = (element: Element): string =>
  [...(element.shadowRoot?.children ?? [])]
    .map(child => (child as HTMLElement).innerText ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');

/** Waits until this holds. */
export const eventually = (holds: () => unknown, what = String(holds)): Promise<void> =>
  waitUntil(holds, what, patient);

/** Waits until the element shows this. */
export const shows = (element: Element, text: string | RegExp): Promise<void> =>
  waitUntil(
    () => (typeof text === 'string' ? textOf(element).includes(text) : text.test(textOf(element))),
    `shows ${String(text)}, but: ${textOf(element)}`,
    patient,
  ).catch((problem: unknown) => {
    throw new Error(`${String(problem)}. It shows: ${textOf(element)}`);
  });

/** The button, link or labelled control with this name. */
export function control<T extends HTMLElement = HTMLButtonElement>(element: Element, name: string | RegExp): T {
  const found = controls(element).find(one => matches(nameOf(one), name));
  if (!found) throw new Error(`No control ${String(name)} among: ${controls(element).map(nameOf).join(' | ')}`);
  return found as unknown as T;
}

/** Presses Tab until the control with this name has the focus, as someone without a mouse does. */
export async function tabTo(element: Element, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const { activeElement } = element.shadowRoot!;
    if (activeElement && matches(nameOf(activeElement), name)) return;
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`Tab never reaches ${String(name)}.`);
}

const controls = (element: Element) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>('button, input, textarea, select, a[href]'),
];

function nameOf(one: Element): string {
  const labels = one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.labels : null;
  const name =
    one.getAttribute('aria-label') ?? (labels?.length ? [...labels].map(label => label.innerText).join(' ') : null);
  return (name ?? (one as HTMLElement).innerText ?? '').replace(/\s+/g, ' ').trim();
}

const matches = (name: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);
