import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { en, type WordKey, type Words } from '@campaign-kit/shared/words/en';
import { languages } from '@campaign-kit/shared/words/load';
import { say, type Values } from '@campaign-kit/shared/words/say';
import type { KitElement } from './element.ts';
import { RequestForm } from './request-form/request-form.ts';
import { RequestList } from './request-list/request-list.ts';
import { control, eventually, mount, shows, textOf } from './testing/mount.ts';
import { narrow, outside } from './testing/outside.ts';
import { testWorld } from './testing/test-world.ts';

RequestForm.define();
RequestList.define();

const seed = {
  autoAssign: true,
  conversations: [
    { n: 1_240, status: 'needsMessage' },
    { n: 8, status: 'needsResponse' },
    { n: 3, status: 'needsResponse', texter: 1 },
  ],
};

/** What a texter and an admin see at 320 px, from the request to the decision. */
for (const language of ['en', ...Object.keys(languages)]) {
  it(`requests fit in ${language} at 320 px`, async () => {
    await setViewport({ width: narrow, height: 720 });
    const words: Words = (await languages[language]?.())?.words ?? en;
    const said = (key: WordKey, values?: Values) => say(words, language, key, values);
    const fits = async (element: KitElement, key: WordKey, values?: Values) => {
      await shows(element, said(key, values));
      expect(outside(element)).to.deep.equal([]);
      expect(textOf(element)).not.to.match(/\{\w+\}|undefined|NaN/);
      expect(getComputedStyle(element).direction).to.equal(language === 'ar' ? 'rtl' : 'ltr');
      await expect(element).to.be.accessible();
    };
    const world = await testWorld({ campaigns: [structuredClone(seed) as never] });
    await world.texting.change(world.campaignIds[0]!, { closed: false });
    await world.settings({ requestApproval: 'admin', maxPerRequest: 2_000 });
    const form = new RequestForm();
    form.lang = language;
    mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, form);
    await fits(form, 'request.unreplied.held', { count: 3 });
    await fits(form, 'request.unsent.deed', { count: 1_240 });
    await eventually(() => form.locale === language);
    control(form, said('request.unsent.deed', { count: 1_240 })).click();
    await fits(form, 'request.waits');
    const list = new RequestList();
    list.lang = language;
    mount(world, list);
    await fits(list, 'requestList.give', { count: 1_240 });
    const name = 'Ada Park';
    control(list, said('requestList.giveTo', { count: 1_240, name })).click();
    await fits(list, 'requestList.unsent.gave', { count: 1_240 });
    await fits(form, 'request.unsent.given', { count: 1_240 });
    await world.change(world.campaignIds[0]!, { autoAssign: false });
    control(form, said('request.again')).click();
    await fits(form, 'request.why.autoAssignOff');
    await setViewport({ width: 800, height: 600 });
  });
}
