import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { AskedAction } from '@campaign-kit/shared/campaign-actions/registry';
import { en, type WordKey, type Words } from '@campaign-kit/shared/words/en';
import { languages } from '@campaign-kit/shared/words/load';
import { say, type Values } from '@campaign-kit/shared/words/say';
import { ActionDialog } from './campaign-actions/action-dialog.ts';
import { CampaignActions } from './campaign-actions/campaign-actions.ts';
import type { KitElement } from './element.ts';
import { OperationHistory } from './operation-history/operation-history.ts';
import { ReleaseRepliesDialog } from './release-replies-dialog/release-replies-dialog.ts';
import { SecondPassDialog } from './second-pass-dialog/second-pass-dialog.ts';
import { control, eventually, mount, shows, textOf } from './testing/mount.ts';
import { narrow, outside } from './testing/outside.ts';
import { testWorld } from './testing/test-world.ts';

for (const element of [ActionDialog, CampaignActions, OperationHistory, ReleaseRepliesDialog, SecondPassDialog]) {
  element.define();
}

const seed = {
  title: 'Phonebank P1',
  conversations: [
    { n: 1_240, status: 'needsMessage', texter: 1 },
    { n: 60, status: 'messaged', texter: 1 },
    { n: 8, status: 'messaged', texter: 2, messagedMinutesAgo: 60 },
    { n: 105, status: 'messaged', undeliverable: true },
    { n: 24, status: 'needsResponse', texter: 1, waitingMinutes: 1_600 },
    { n: 407, status: 'needsResponse', texter: 2, waitingMinutes: 20 },
    { n: 3, status: 'needsResponse', waitingMinutes: 500, optedOut: true },
  ],
} as const;

/** What elements say that is not a sentence of theirs: names, titles, fields. */
const written = /Phonebank P1|Campaign Kit|Grace Okafor|Texter \d|\{\w+\}/g;

function canPress(element: KitElement, label: string): boolean {
  try {
    return control(element, label).getAttribute('aria-disabled') !== 'true';
  } catch {
    return false;
  }
}

for (const language of ['en', ...Object.keys(languages)]) {
  describe(`in ${language} at 320 px`, () => {
    let words: Words;

    before(async () => {
      words = (await languages[language]?.())?.words ?? en;
      await setViewport({ width: narrow, height: 720 });
    });
    after(() => setViewport({ width: 800, height: 600 }));

    const said = (key: WordKey, values?: Values) => say(words, language, key, values);

    async function shown<T extends KitElement & { campaignId: number }>(element: T) {
      const world = await testWorld({ campaigns: [structuredClone(seed) as never] });
      element.campaignId = world.campaignIds[0]!;
      element.lang = language;
      mount(world, element);
      await eventually(() => element.locale === language);
      return element;
    }

    /** Everything is within the page, nothing is cut off, no value is missing, and it runs the right way. */
    async function fits(element: KitElement, key: WordKey, values?: Values) {
      await shows(element, said(key, values));
      expect(outside(element)).to.deep.equal([]);
      expect(textOf(element).replace(written, '')).not.to.match(/\{\w+\}|undefined|NaN/);
      expect(getComputedStyle(element).direction).to.equal(language === 'ar' ? 'rtl' : 'ltr');
    }

    const press = async (element: KitElement, key: WordKey, values?: Values) => {
      const label = said(key, values);
      await eventually(() => canPress(element, label), label);
      control(element, label).click();
    };

    it('the menu fits', async () => {
      const menu = await shown(new CampaignActions());
      await eventually(() => menu.matches(':state(ready)'));
      menu.shadowRoot!.querySelector('button')!.click();
      for (const action of ['releaseUnsent', 'markSecondPass', 'archive', 'deleteUnmessaged'] as const) {
        await fits(menu, `${action}.label`);
      }
      await expect(menu).to.be.accessible();
    });

    for (const action of ['releaseUnsent', 'deleteUnmessaged'] as const) {
      it(`the dialog of ${action} fits`, async () => {
        const dialog = new ActionDialog();
        await shown(dialog);
        const { campaignId } = dialog;
        const { campaign } = await dialog.kit!.ask(api => api.campaigns.menu.query({ campaignId }));
        Object.assign(dialog, { campaign, action });
        dialog.show();
        await fits(dialog, `${action}.deed`, { count: 1_240 });
      });
    }

    it('every step of the second pass fits', async () => {
      const dialog = new SecondPassDialog();
      dialog.open = true;
      await shown(dialog);
      await fits(dialog, 'secondPass.unsent.question');
      control<HTMLInputElement>(dialog, new RegExp(said('secondPass.unsent.goOn'))).click();
      await press(dialog, 'secondPass.unsent.continueWith', { count: 1_240 });
      await fits(dialog, 'secondPass.window.recent');
      await fits(dialog, 'leftOut.undeliverable');
      await press(dialog, 'secondPass.continue');
      const message = control<HTMLTextAreaElement>(dialog, said('secondPass.script.message', { pass: 2 }));
      message.value = 'Still there, {firstName}? It is {texterFirstName} of {unknown} ✓';
      message.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await fits(dialog, 'secondPass.script.unknown', { fields: '{unknown}' });
      message.value = 'Still there, {firstName}?';
      message.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await press(dialog, 'secondPass.continue');
      await fits(dialog, 'markSecondPass.deed', { count: 60 });
      await press(dialog, 'markSecondPass.deed', { count: 60 });
      await fits(dialog, 'markSecondPass.done', { count: 60 });
    });

    it('the release of replies fits', async () => {
      const dialog = new ReleaseRepliesDialog();
      dialog.open = true;
      await shown(dialog);
      await fits(dialog, 'releaseReplies.deed', { count: 24 });
      await press(dialog, 'releaseReplies.deed', { count: 24 });
      await fits(dialog, 'releaseUnreplied.done', { count: 24 });
    });

    it('the history and its undo fit', async () => {
      const history = await shown(new OperationHistory());
      await fits(history, 'history.empty');
      const { campaignId } = history;
      const run = (action: AskedAction, previewed: number | null) =>
        history.kit!.ask(api =>
          api.campaigns.runAction.mutate({ campaignId, action, previewed, requestKey: crypto.randomUUID() }),
        );
      await run({ name: 'turnAutoAssignOn', input: {} }, null);
      await run({ name: 'releaseUnsent', input: {} }, 1_240);
      await fits(history, 'turnAutoAssignOn.label');
      await fits(history, 'releaseUnsent.label');
      await press(history, 'history.undoName', { action: said('releaseUnsent.label') });
      await fits(history, 'history.undoCount', { count: 1_240 });
    });
  });
}
