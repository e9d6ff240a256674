import assert from 'node:assert/strict';
import { campaign } from './campaign.ts';
import type { Scenario } from './scenario.ts';
import { until } from './until.ts';

/** The guided dialog, from the menu to the next steps. */
export const secondPass: readonly Scenario[] = [
  {
    title: 'an admin marks a second pass through all four screens',
    run: async ({ visit }) => {
      const page = await visit('/campaigns');
      const { button, item, dialog, field } = campaign(page, 'Encuesta de vivienda');
      await button.click();
      await item('Mark for second pass').click();

      const go = dialog.getByRole('button', { name: /^Continue/ });
      await go.waitFor();
      await dialog.getByRole('radio', { name: /Go on/ }).check();
      await go.click();

      await dialog.getByText('Exclude recently texted contacts').waitFor();
      const count = () =>
        dialog
          .getByText(/^[\d,]+$/)
          .first()
          .innerText();
      const withWindow = await until('a count', count, text => /\d/.test(text));
      await go.click();

      const message = dialog.getByRole('textbox', { name: /Initial message of pass 2/ });
      await message.fill('Hi {firstName}, the vote on night buses is tomorrow. Will you sign?');
      const titled = dialog.getByRole('textbox', { name: 'Campaign title' });
      assert.equal(
        await titled.inputValue(),
        'Encuesta de vivienda: vecinos de Northside P2',
        'the title of the next pass is suggested',
      );
      await go.click();

      const deed = dialog.getByRole('button', { name: /^Mark [\d,]+ conversations$/ });
      await deed.waitFor();
      assert.equal(await deed.innerText(), `Mark ${withWindow} conversations`);
      await deed.click();
      await dialog.getByText(`Marked ${withWindow} conversations for a second pass.`).waitFor();
      await until(
        'the new title in the CRM',
        () => field('title'),
        text => text === 'Encuesta de vivienda: vecinos de Northside P2',
      );
      await page.keyboard.press('Escape');
    },
  },
];
