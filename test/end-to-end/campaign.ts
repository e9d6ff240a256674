import type { Locator, Page } from 'playwright-core';

/** The row of one campaign in the CRM's table, by its title, with the kit's menu in it. */
export function campaign(page: Page, title: string) {
  const row = page.locator('tr[data-campaign]', { hasText: title });
  const actions = row.locator('campaign-actions');
  return {
    row,
    button: actions.getByRole('button').first(),
    item: (name: string): Locator => actions.getByRole('menuitem', { name: new RegExp(`^${name}`) }),
    dialog: actions.getByRole('dialog'),
    field: (name: string) => row.locator(`[data-field="${name}"]`).innerText(),
    /** The actions as they stand in the open menu. */
    items: () => actions.getByRole('menuitem').allInnerTexts(),
  };
}
