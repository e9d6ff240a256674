import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { en, type WordKey, type Words } from '@campaign-kit/shared/words/en';
import { languages } from '@campaign-kit/shared/words/load';
import { say, type Values } from '@campaign-kit/shared/words/say';
import { AutomaticSending } from './automatic-sending/automatic-sending.ts';
import { control, eventually, mount, shows, textOf } from './testing/mount.ts';
import { narrow, outside } from './testing/outside.ts';
import { testWorld } from './testing/test-world.ts';

AutomaticSending.define();

const seed = {
  title: 'Phonebank P1',
  dueInHours: 1,
  conversations: [
    { n: 1_240, status: 'needsMessage' },
    { n: 8, status: 'needsMessage', texter: 1 },
  ],
};

/** What an admin sees at 320 px, from the question to the failure. */
for (const language of ['en', ...Object.keys(languages)]) {
  it(`automatic sending fits in ${language} at 320 px`, async () => {
    await setViewport({ width: narrow, height: 720 });
    const words: Words = (await languages[language]?.())?.words ?? en;
    const said = (key: WordKey, values?: Values) => say(words, language, key, values);
    const world = await testWorld({ campaigns: [structuredClone(seed) as never] });
    await world.texting.change(world.campaignIds[0]!, { closed: false });
    const element = new AutomaticSending();
    element.lang = language;
    element.campaignId = world.campaignIds[0]!;
    mount(world, element);
    const fits = async (key: WordKey, values?: Values) => {
      await shows(element, said(key, values));
      expect(outside(element)).to.deep.equal([]);
      expect(textOf(element)).not.to.match(/\{\w+\}|undefined|NaN/);
      await expect(element).to.be.accessible();
    };
    await fits('sending.held', { count: 8 });
    await eventually(() => element.locale === language);
    control(element, said('sending.start')).click();
    await shows(element, said('sending.deed', { count: 1_240 }));
    control<HTMLInputElement>(element, said('sending.limitTyped')).click();
    const input = element.shadowRoot!.querySelector<HTMLInputElement>('.limits .input')!;
    input.value = '1000';
    input.dispatchEvent(new Event('input'));
    await eventually(() => element.shadowRoot!.querySelector('.effect .warned'));
    await fits('sending.deed', { count: 1_240 });
    control(element, said('sending.deed', { count: 1_240 })).click();
    await fits('sending.limit', { count: 1_000 });
    await world.sendRound(30007);
    await world.texting.change(world.campaignIds[0]!, { paused: true });
    control(element, said('sending.change')).click();
    await world.change(world.campaignIds[0]!, { autoAssign: true });
    await fits('sending.failedMany', { failed: 8, total: 20 });
    await setViewport({ width: 800, height: 600 });
  });
}
