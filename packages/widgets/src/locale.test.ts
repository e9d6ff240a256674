import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { CampaignActions } from './campaign-actions/campaign-actions.ts';
import { isRightToLeft, localeAt } from './locale.ts';

CampaignActions.define();

describe('the language of an element', () => {
  it('is that of the nearest ancestor, out through shadow roots', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="de-AT"><section></section></div>`);
    const root = outer.firstElementChild!.attachShadow({ mode: 'open' });
    const inner = document.createElement('span');
    root.append(inner);
    expect(localeAt(inner)).to.equal('de-AT');
    inner.lang = 'ar';
    expect(localeAt(inner)).to.equal('ar');
  });

  for (const [locale, expected] of [
    ['ar', true],
    ['he-IL', true],
    ['fa', true],
    ['en', false],
    ['az-Arab', true],
    ['not a locale', false],
  ] as const) {
    it(`${locale} is written from ${expected ? 'right to left' : 'left to right'}`, () => {
      expect(isRightToLeft(locale)).to.equal(expected);
    });
  }

  it('speaks the nearest language out through two shadow roots, and the next one as soon as it changes', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="de"><section></section></div>`);
    const outer = page.firstElementChild!.attachShadow({ mode: 'open' });
    const [around, closest] = [document.createElement('div'), document.createElement('p')];
    around.append(closest);
    outer.append(around);
    const element = document.createElement('campaign-actions');
    closest.attachShadow({ mode: 'open' }).append(element);
    const speaks = (sentence: string) =>
      waitUntil(() => element.say('releaseUnsent.deed', { count: 12_345 }) === sentence, sentence);
    await speaks('12.345 Konversationen freigeben');
    page.lang = 'es';
    await speaks('Liberar 12.345 conversaciones');
    page.lang = 'es-MX';
    await speaks('Liberar 12,345 conversaciones');
    around.lang = 'vi';
    await speaks('Trả 12.345 hội thoại về kho chung');
    page.lang = 'de';
    closest.lang = 'zh-CN';
    await speaks('释放 12,345 个对话');
    expect(element.locale).to.equal('zh-CN');
  });

  it('is English where the language nearest is not spoken', async () => {
    const outer = await fixture<HTMLElement>(
      html`<div lang="de">
        <p lang="pt"><campaign-actions></campaign-actions></p>
      </div>`,
    );
    const element = outer.querySelector('campaign-actions')!;
    await waitUntil(() => element.say('releaseUnsent.deed', { count: 12_345 }) === 'Release 12,345 conversations');
    expect(element.locale).to.equal('en');
  });

  it('follows a change around it, numbers included', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="en-IN"><campaign-actions></campaign-actions></div>`);
    const element = outer.querySelector('campaign-actions')!;
    await new Promise(resolve => setTimeout(resolve));
    expect(element.locale).to.equal('en-IN');
    expect(element.say('preview.share', { share: '1 %', total: 1_204_000 })).to.be.a('string');
    outer.lang = 'en-GB';
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(element.locale).to.equal('en-GB');
  });

  it('turns the element round where the language is and the page is not', async () => {
    const outer = await fixture<HTMLElement>(html`<div lang="ar"><campaign-actions></campaign-actions></div>`);
    const element = outer.querySelector('campaign-actions')!;
    await element.updateComplete;
    expect(getComputedStyle(element).direction).to.equal('rtl');
    outer.dir = 'ltr';
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(getComputedStyle(element).direction).to.equal('ltr');
  });
});
