import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { en, type WordKey, type Words } from '@campaign-kit/shared/words/en';
import { languages } from '@campaign-kit/shared/words/load';
import { say, type Values } from '@campaign-kit/shared/words/say';
import type { KitElement } from './element.ts';
import { EscalatedConversations } from './escalated-conversations/escalated-conversations.ts';
import { MessageReview } from './message-review/message-review.ts';
import { ReassignPanel } from './reassign-panel/reassign-panel.ts';
import { control, eventually, mount, shows, textOf } from './testing/mount.ts';
import { narrow, outside } from './testing/outside.ts';
import { testWorld } from './testing/test-world.ts';
import { TexterList } from './texter-list/texter-list.ts';

for (const element of [EscalatedConversations, MessageReview, ReassignPanel, TexterList]) element.define();

const long = 'Wolfeschlegelsteinhausenbergerdorff-Montgomery';

/** What staff see at 320 px: the review with its filters, a conversation, dealing out, escalations, texters and their teams. */
for (const language of ['en', ...Object.keys(languages)]) {
  it(`the review fits in ${language} at 320 px`, async () => {
    await setViewport({ width: narrow, height: 720 });
    const words: Words = (await languages[language]?.())?.words ?? en;
    const said = (key: WordKey, values?: Values) => say(words, language, key, values);
    const world = await testWorld({
      texters: [long, 'Ben Osei'],
      teams: [long, 'Weekend'],
      campaigns: [
        {
          title: `Saturday volunteers ${long}`,
          conversations: [
            { n: 1_240, status: 'needsMessage', texter: 1 },
            { n: 8, status: 'needsResponse', texter: 1, waitingMinutes: 3_000, replied: true },
          ],
        },
      ],
    });
    const [campaignId] = world.campaignIds;
    const ids = (await world.texting.conversations(campaignId!)).slice(-2);
    await world.texting.change(campaignId!, { questions: [{ text: long, options: [{ answer: long, reply: long }] }] });
    for (const id of ids) await world.texting.write(id, `Please leave me alone ${long}`);
    await world.suspend(2, true);

    const shown = <T extends KitElement>(element: T): T => {
      element.lang = language;
      return mount(world, element);
    };
    const fits = async (element: KitElement, key: WordKey, values?: Values) => {
      await shows(element, said(key, values));
      expect(outside(element), key).to.deep.equal([]);
      expect(textOf(element)).not.to.match(/\{\w+\}|undefined|NaN/);
      expect(getComputedStyle(element).direction).to.equal(language === 'ar' ? 'rtl' : 'ltr');
    };
    const press = async (element: KitElement, key: WordKey, values?: Values) => {
      const label = said(key, values);
      const found = () =>
        [...element.shadowRoot!.querySelectorAll('button')].find(one => one.innerText.trim().startsWith(label));
      await eventually(() => found() && found()!.getAttribute('aria-disabled') !== 'true', label);
      found()!.click();
    };

    const review = shown(new MessageReview());
    review.filter = {
      statuses: ['needsResponse'],
      texters: [world.texterIds[0]!],
      archived: 'include',
      optedOut: false,
    };
    await fits(review, 'review.count', { count: 8 });
    await fits(review, 'review.texter', { name: long });
    await eventually(() => review.shadowRoot!.querySelector('.entry input'));
    await press(review, 'review.filters');
    control(review, new RegExp(`^${said('review.more')}`)).click();
    await fits(review, 'review.operator');
    await expect(review).to.be.accessible();
    review.shadowRoot!.querySelector<HTMLElement>('#more-menu')!.hidePopover();
    review.shadowRoot!.querySelector<HTMLInputElement>('.entry input')!.click();
    await fits(review, 'conversations.selected', { count: 1 });
    await press(review, 'tag.label');
    const dialog = () => review.shadowRoot!.querySelector<KitElement>('.dialogs > *')!;
    await eventually(() => dialog()?.shadowRoot?.querySelector('#asked'));
    await fits(dialog(), 'messageAction.which');
    review.remove();

    const escalated = shown(new EscalatedConversations());
    await fits(escalated, 'escalated.empty');
    for (const conversationId of ids) {
      const change = { type: 'escalate', reason: `${long} ${long}` } as const;
      await escalated.kit!.ask(api => api.texting.change.mutate({ conversationId, change }));
    }
    await fits(escalated, 'escalated.count', { count: 2 });
    escalated.conversationId = ids[0]!;
    await fits(escalated, 'staff.escalatedBy', { name: 'Grace Okafor' });
    await fits(escalated, 'texting.likely');
    await press(escalated, 'texting.details');
    await fits(escalated, 'texting.byAssistant');
    await expect(escalated).to.be.accessible();
    escalated.remove();

    const panel = shown(new ReassignPanel());
    panel.campaignId = campaignId!;
    await fits(panel, 'messageAction.about', { count: 1_248 });
    control(panel, new RegExp(`^${long}`)).click();
    await fits(panel, 'reassign.deedAll', { count: 1_248 });
    await expect(panel).to.be.accessible();
    panel.remove();

    const list = shown(new TexterList());
    await fits(list, 'texterList.unsent', { count: 1_240 });
    await fits(list, 'texterList.suspend');
    control(list, `${said('texterList.suspend')}: ${long}`).click();
    await fits(list, 'texterList.suspendRelease', { count: 1_246 });
    control(list, said('common.cancel')).click();
    control(list, `${said('texterList.teams')}: ${long}`).click();
    await fits(list, 'texterList.teamsHelp');
    control(list, long).click();
    await press(list, 'review.save');
    await fits(list, 'texterList.onTeams', { name: long, teams: long });
    await expect(list).to.be.accessible();
    await setViewport({ width: 800, height: 600 });
  });
}
