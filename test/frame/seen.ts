import type { Page } from 'playwright-core';

type Heard = { type: string; on: string; event: Event & { undo?: () => Promise<void> } };

type KitOfFrames = HTMLElement & {
  kit: { mint: (reason: string) => Promise<{ token: string }>; logout: () => Promise<void> };
};

declare global {
  interface HTMLElementTagNameMap {
    'campaign-kit': KitOfFrames;
  }
  interface Window {
    heard: Heard[];
  }
}

/** What the host has heard of our elements, as data. */
export const heard = (page: Page) =>
  page.evaluate(() =>
    window.heard.map(({ type, on, event }) => {
      const { bubbles, composed, cancelable } = event;
      const detail = JSON.parse(JSON.stringify({ ...event })) as Record<string, unknown>;
      return { ...detail, type, on, bubbles, composed, cancelable };
    }),
  );

/** What is inside the frame of an element. */
export function inFrame(page: Page, tag: string) {
  const frame = page.frameLocator(`${tag} iframe`);
  return {
    frame,
    button: frame.getByRole('button').first(),
    named: (name: string) => frame.getByRole('button', { name }),
    item: (name: string) => frame.getByRole('menuitem', { name: new RegExp(`^${name}`) }),
    control: (name: string) => frame.getByRole('button', { name, exact: true }),
    text: (text: string) => frame.getByText(text),
  };
}
