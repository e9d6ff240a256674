import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { en, type WordKey, type Words } from '@campaign-kit/shared/words/en';
import { languages } from '@campaign-kit/shared/words/load';
import { say, type Values } from '@campaign-kit/shared/words/say';
import { control, eventually, mount, shows, textOf } from './testing/mount.ts';
import { narrow, outside } from './testing/outside.ts';
import { testWorld } from './testing/test-world.ts';
import { TexterQueue } from './texter-queue/texter-queue.ts';

TexterQueue.define();

const long = 'Wolfeschlegelsteinhausenbergerdorff-Montgomery';

/** A texter's work at 320 px, from the first message to an answer that did not arrive. */
for (const language of ['en', ...Object.keys(languages)]) {
  it(`the queue fits in ${language} at 320 px`, async () => {
    await setViewport({ width: narrow, height: 720 });
    const words: Words = (await languages[language]?.())?.words ?? en;
    const said = (key: WordKey, values?: Values) => say(words, language, key, values);
    const world = await testWorld({
      campaigns: [
        { title: `Saturday volunteers ${long}`, conversations: [{ n: 1_240, status: 'needsMessage', texter: 1 }] },
        { conversations: [{ n: 2, status: 'messaged', texter: 1 }] },
      ],
    });
    const [first, second] = await world.texting.conversations(world.campaignIds[1]!);
    await world.texting.change(world.campaignIds[0]!, { script: `Hi {firstName} ${long}` });
    await world.texting.change(world.campaignIds[1]!, {
      cannedReplies: [{ title: long, text: long }],
      questions: [{ text: `Will they come? ${long}`, options: [{ answer: long, reply: `${long} ${long}` }] }],
    });
    await world.texting.write(first!, `Please leave me alone ${long}`);
    await world.texting.write(second!, long);
    const queue = new TexterQueue();
    queue.lang = language;
    const fits = async (key: WordKey, values?: Values) => {
      await shows(queue, said(key, values));
      expect(outside(queue)).to.deep.equal([]);
      expect(textOf(queue).replaceAll('{firstName}', '')).not.to.match(/\{\w+\}|undefined|NaN/);
      expect(getComputedStyle(queue).direction).to.equal(language === 'ar' ? 'rtl' : 'ltr');
      await expect(queue).to.be.accessible();
    };
    mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, queue);
    await eventually(() => queue.locale === language);
    await fits('texting.noUndo');
    control(queue, new RegExp(said('texting.skip'))).click();
    await fits('texting.skipped', { count: 1 });
    queue.shadowRoot!.querySelector<HTMLElement>('#tab-replies')!.click();
    await fits('texting.flag.likely');
    queue.shadowRoot!.querySelector<HTMLElement>(`[data-id='${first}']`)!.click();
    await fits('texting.likely');
    control(queue, said('texting.details')).click();
    await fits('texting.byAssistant');
    control(queue, long).click();
    await fits('texting.useReply');
    control(queue, said('texting.useReply')).click();
    const send = () => control(queue, new RegExp(`^${said('texting.send')}`));
    await eventually(() => send().getAttribute('aria-disabled') === 'false');
    send().click();
    const sent = async () => (await world.texting.conversation(first!)).texts.some(({ inbound }) => !inbound);
    await eventually(sent);
    await world.texting.deliver({ conversationId: first!, to: 'undelivered', errorCode: 30_003 });
    await fits('texting.mark.undelivered');
    control(queue, new RegExp(`^${said('texting.escalate')}`)).click();
    await fits('texting.escalateHelp');
    await setViewport({ width: 800, height: 600 });
  });
}
