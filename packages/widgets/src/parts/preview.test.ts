import { expect, fixture, html } from '@open-wc/testing';
import { en, type WordKey } from '@campaign-kit/shared/words/en';
import { say, type Values } from '@campaign-kit/shared/words/say';
import type { Preview } from '../contract.ts';
import { preview } from './preview.ts';

const voice = { locale: 'en', timeZone: 'UTC', say: (key: WordKey, values?: Values) => say(en, 'en', key, values) };

async function shown(count: number, total: number, more: { old?: boolean; waiting?: boolean } = {}) {
  const leftOut = total > count ? [{ reason: 'escalated', count: total - count }] : [];
  const counted = { count, total, texters: null, campaigns: 1, leftOut } as unknown as Preview;
  const box = await fixture<HTMLElement>(
    html`<div>
      ${preview(voice, { preview: counted, caption: `${count.toLocaleString('en')} change`, waiting: false, stale: false, ...more })}
    </div>`,
  );
  return box.textContent.replace(/\s+/g, ' ').trim();
}

describe('the count of a preview', () => {
  it('is never all while something is left out, and never nothing while something is there', async () => {
    expect(await shown(11_999, 12_000)).to.include('99% of 12,000 conversations');
    expect(await shown(60, 120)).to.include('50% of 120 conversations');
    expect(await shown(5, 100)).to.include('5% of 100 conversations');
    expect(await shown(1, 12_000)).to.include('Less than 1% of 12,000 conversations');
    expect(await shown(0, 120)).to.include('0% of 120 conversations');
  });

  it('says no part where nothing is left out', async () => {
    expect(await shown(120, 120)).to.equal('120 change');
    expect(await shown(0, 0)).to.include('There are no conversations');
  });

  it('says that the number of other settings is being counted anew', async () => {
    const text = await shown(60, 120, { old: true, waiting: true });
    expect(text).to.include('Counting').and.not.to.include('50%');
  });
});
