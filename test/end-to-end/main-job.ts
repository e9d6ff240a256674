import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { campaign } from './campaign.ts';
import type { Scenario } from './scenario.ts';
import { until } from './until.ts';

const title = 'Northside Neighbors';

/** The job the product is there for: see what an action will change, run it, take it back. */
export const mainJob: readonly Scenario[] = [
  {
    title: 'an admin releases unsent messages by keyboard alone, and takes it back',
    run: async ({ visit }) => {
      const page = await visit('/campaigns');
      const { button, item, dialog } = campaign(page, title);
      await button.focus();
      await page.keyboard.press('Enter');
      await item('Release unsent messages').waitFor();
      const counted = /[\d,]+/.exec(await item('Release unsent messages').innerText())?.[0];
      await page.keyboard.press('Enter');

      const deed = dialog.getByRole('button', { name: /^Release [\d,]+ conversations$/ });
      await deed.waitFor();
      assert.equal(await deed.innerText(), `Release ${counted} conversations`, 'menu and preview say the same number');
      await dialog.getByText('In the pool already').waitFor();
      await until(
        'the deed to have the focus',
        () => focused(page),
        name => name.startsWith('Release'),
      );
      await page.keyboard.press('Enter');
      await dialog.getByText(`Released ${counted} conversations. They wait in the pool.`).waitFor();

      const undo = dialog.getByRole('button', { name: 'Undo' });
      await undo.focus();
      await page.keyboard.press('Enter');
      await dialog.getByText(/Undone|Gave back/).waitFor();
      await page.keyboard.press('Escape');
      await until(
        'the focus to come back to the button',
        () => focused(page),
        name => name.includes(title),
      );
      await page.keyboard.press('Enter');
      await item('Release unsent messages').waitFor();
      await until(
        'the number of before',
        () => item('Release unsent messages').innerText(),
        text => text.includes(counted ?? ''),
      );
    },
  },
  {
    title: 'a long action shows its progress, and the CRM’s own numbers follow it',
    run: async ({ visit }) => {
      const page = await visit('/campaigns');
      const { button, item, dialog, field } = campaign(page, title);
      const before = await field('sent');
      await button.click();
      await item('Un-mark for second pass').click();
      const deed = dialog.getByRole('button', { name: /^Un-mark [\d,]+ conversations$/ });
      await deed.waitFor();
      const progress = await watchProgress(page);
      await deed.click();
      await dialog.getByText(/^Un-marked [\d,]+ conversations/).waitFor();
      assert.ok((await progress()).length > 0, 'progress was shown');
      await until(
        'more to be sent',
        () => field('sent'),
        sent => sent === '99%',
      );
      await dialog.getByRole('button', { name: 'Undo' }).click();
      await dialog.getByText(/Undone|Gave back/).waitFor();
      await until(
        'the share of before',
        () => field('sent'),
        sent => sent === before,
      );
    },
  },
  {
    title: 'a campaign without contacts, one with a single contact and a draft each say what cannot be done',
    run: async ({ visit }) => {
      const page = await visit('/campaigns');
      await page.getByRole('button', { name: /^All/ }).click();
      for (const [name, expected] of [
        ['Summer Block Party', 'The campaign has not been launched.'],
        ['Voter Registration', 'The campaign is past its due date.'],
        ['Winter Coat Drive', 'The campaign is archived.'],
      ] as const) {
        const { button, items } = campaign(page, name);
        await button.click();
        await until(`the reason at ${name}`, items, found => found.some(text => text.includes(expected)));
        await page.keyboard.press('Escape');
      }
      for (const name of ['Precinct Captains', 'Test Send']) {
        const { button, items } = campaign(page, name);
        await button.click();
        await until(`a menu at ${name}`, items, found => found.length > 4);
        await page.keyboard.press('Escape');
      }
    },
  },
];

/** The name of what has the focus, in through shadow roots. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
  });

/** Notes what every progress bar says, in through shadow roots, frame by frame; answers with what was seen. */
async function watchProgress(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(`
    window.progressSeen = new Set();
    const look = root => {
      for (const bar of root.querySelectorAll('progress, [role="progressbar"]')) {
        window.progressSeen.add(bar.getAttribute('aria-valuetext') ?? bar.getAttribute('value') ?? '');
      }
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) look(shadowRoot);
    };
    const frame = () => { look(document); requestAnimationFrame(frame); };
    frame();
  `);
  return () => page.evaluate('[...window.progressSeen]');
}
