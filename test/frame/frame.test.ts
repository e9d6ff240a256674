import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '../end-to-end/until.ts';
import { openFrames, type Frames } from './open-frames.ts';
import { heard, inFrame } from './seen.ts';

declare const trustedTypes: {
  createPolicy: (name: string, rules: object) => { createScriptURL: (url: string) => string };
};

let frames: Frames;

beforeAll(async () => {
  frames = await openFrames();
}, 90_000);
beforeEach(() => frames.calm());
afterAll(() => frames.close());

const actions = (id: number) => `<campaign-actions campaign-id="${id}"></campaign-actions>`;

test(
  'an action runs through the frame, and the host hears of it as if there were none',
  { timeout: 40_000 },
  async () => {
    const id = await frames.campaign();
    const page = await frames.open(`<table><tr><td>${actions(id)}</td></tr></table>`);
    const menu = inFrame(page, 'campaign-actions');
    await menu.button.click();
    await menu.item('Release unsent messages').click();
    await menu.control('Release 12 conversations').click();
    await menu.text('Released 12 conversations').waitFor();
    await page.keyboard.press('Escape');
    await until(
      'the end',
      () => heard(page),
      all => all.at(-1)?.type === 'ck-close',
    );
    const all = await heard(page);
    expect(all.map(({ type }) => type)).toEqual([
      'ck-ready',
      'ck-open',
      'ck-action-request',
      'ck-action-success',
      'ck-close',
    ]);
    expect(all.every(({ on }) => on === 'campaign-actions')).toBe(true);
    expect(all[2]).toMatchObject({ cancelable: true, action: 'releaseUnsent', preview: { count: 12 } });
    expect(all[3]).toMatchObject({ bubbles: true, action: 'releaseUnsent', operation: { done: 12, state: 'done' } });

    // What a host does with an event of ours: it takes the action back.
    await page.evaluate(() => window.heard.find(({ type }) => type === 'ck-action-success')!.event.undo!());
    await until(
      'the texter to hold them again',
      () => frames.held(id),
      held => held === 12,
    );
    expect(await frames.complaints()).toEqual([]);
  },
);

test('a host that prevents an action from outside the frame keeps it from running', { timeout: 40_000 }, async () => {
  const id = await frames.campaign();
  const script = `addEventListener('ck-action-request', event => event.preventDefault())`;
  const page = await frames.open(actions(id), { script });
  const menu = inFrame(page, 'campaign-actions');
  await menu.button.click();
  await menu.item('Release unsent messages').click();
  await menu.control('Release 12 conversations').click();
  await until(
    'the request',
    () => heard(page),
    all => all.some(({ type }) => type === 'ck-action-request'),
  );
  await menu.control('Cancel').click();
  await until(
    'the end',
    () => heard(page),
    all => all.at(-1)?.type === 'ck-close',
  );
  expect(await frames.held(id)).toBe(12);
  expect((await heard(page)).map(({ type }) => type)).not.toContain('ck-action-error');
  expect(await frames.complaints()).toEqual([]);
});

test(
  'a dialog that a host’s button opens takes the focus and gives it back, and Escape closes only the dialog',
  { timeout: 40_000 },
  async () => {
    const id = await frames.campaign({ conversations: [{ n: 9, status: 'messaged', texter: 1 }] });
    const page = await frames.open(`<second-pass-dialog campaign-id="${id}"></second-pass-dialog>`, {
      script: `addEventListener('keydown', event => { if (event.key === 'Escape') window.escapes = (window.escapes ?? 0) + 1 });
      addEventListener('DOMContentLoaded', () => {
        before.onclick = () => document.querySelector('second-pass-dialog').show();
      })`,
    });
    await page.waitForFunction(() => customElements.get('second-pass-dialog'));
    await page.locator('#before').click();
    const dialog = inFrame(page, 'second-pass-dialog');
    await dialog.text('Mark for a second pass').first().waitFor();
    expect(await page.evaluate(() => document.querySelector('second-pass-dialog')!.matches('[open]'))).toBe(true);
    await until(
      'the focus inside',
      () => page.evaluate(() => document.activeElement?.localName),
      name => name === 'second-pass-dialog',
    );
    await page.keyboard.press('Escape');
    await until(
      'the dialog to close',
      () => page.evaluate(() => document.querySelector('second-pass-dialog')!.matches('[open]')),
      open => !open,
    );
    await until(
      'the focus back',
      () => page.evaluate(() => document.activeElement?.id),
      name => name === 'before',
    );
    expect(await page.evaluate(() => (window as { escapes?: number }).escapes ?? 0)).toBe(0);
  },
);

test(
  'what is said at the button is seen beside a small frame, and the rest of the page stays usable',
  { timeout: 40_000 },
  async () => {
    const id = await frames.campaign();
    const page = await frames.open(actions(id), {
      script: `addEventListener('click', event => (window.clicked = event.target.id))`,
    });
    const menu = inFrame(page, 'campaign-actions');
    await menu.button.click();
    await menu.item('Turn auto-assign on').click();
    const undo = menu.control('Undo');
    await undo.waitFor();
    const seen = await until(
      'the line to be seen',
      () =>
        page.evaluate(() => {
          const dialog = document.querySelector('campaign-actions')!.shadowRoot!.querySelector('dialog')!;
          return { clip: dialog.style.clipPath, opacity: dialog.style.opacity };
        }),
      ({ clip, opacity }) => clip !== '' && opacity === '',
    );
    expect(seen.clip.match(/M/g)).toHaveLength(2);
    await page.locator('#before').click();
    expect(await page.evaluate(() => (window as { clicked?: string }).clicked)).toBe('before');
    await undo.click();
    await until(
      'the undo',
      () => heard(page),
      all => all.filter(({ type }) => type === 'ck-action-success').length === 2,
    );
    expect(await frames.complaints()).toEqual([]);
  },
);

test('three frames cost the host one mint', { timeout: 40_000 }, async () => {
  const id = await frames.campaign();
  const before = frames.host.state.mints;
  const page = await frames.open(`${actions(id)}${actions(id)}<operation-history></operation-history>`);
  await until(
    'all to be ready',
    () => heard(page),
    all => all.filter(({ type }) => type === 'ck-ready').length === 3,
  );
  expect(frames.host.state.mints).toBe(before + 1);
});

test('attributes and properties go through, before and after', { timeout: 40_000 }, async () => {
  const [one, two] = [await frames.campaign({ title: 'First' }), await frames.campaign({ title: 'Second' })];
  const page = await frames.open(actions(one));
  const menu = inFrame(page, 'campaign-actions');
  await menu.named('Actions of First').waitFor();
  expect(
    await page.evaluate(
      () => (document.querySelector('campaign-actions') as unknown as { campaignId: number }).campaignId,
    ),
  ).toBe(one);
  await page.evaluate(id => Object.assign(document.querySelector('campaign-actions')!, { campaignId: id }), two);
  await menu.named('Actions of Second').waitFor();
  expect(await page.locator('campaign-actions iframe').getAttribute('title')).toBe('Actions of Second');
  await page.evaluate(() =>
    Object.assign(document.querySelector('campaign-actions')!, { variant: 'labelled', label: 'Do something' }),
  );
  await menu.named('Do something').waitFor();
  await until(
    'the frame to be as wide as its button',
    () => page.locator('campaign-actions').boundingBox(),
    box => (box?.width ?? 0) > 90,
  );
});

test('moved in the page, the element comes back with what its attributes say', { timeout: 40_000 }, async () => {
  const id = await frames.campaign();
  const page = await frames.open(`${actions(id)}<section></section>`);
  const menu = inFrame(page, 'campaign-actions');
  await menu.button.click();
  await menu.item('Release unsent messages').waitFor();
  await page.evaluate(() => document.querySelector('section')!.append(document.querySelector('campaign-actions')!));
  await menu.named('Actions of').waitFor();
  const dialog = () =>
    page.evaluate(() => {
      const found = document.querySelector('campaign-actions')!.shadowRoot!.querySelector('dialog')!;
      return [found.open, getComputedStyle(found).opacity];
    });
  expect(await dialog()).toEqual([false, '1']);
  await menu.button.click();
  await menu.item('Release unsent messages').waitFor();
});

test('a second script on the page says so, and the first goes on', { timeout: 40_000 }, async () => {
  const id = await frames.campaign();
  const page = await frames.open(actions(id));
  await inFrame(page, 'campaign-actions').named('Actions of').waitFor();
  await page.evaluate(source => {
    const script = Object.assign(document.createElement('script'), { type: 'module' });
    const policy = trustedTypes.createPolicy('test', { createScriptURL: (url: string) => url });
    script.src = policy.createScriptURL(source);
    document.head.append(script);
  }, `${frames.kitUrl}/kit/v1/frame.js?again`);
  await until('the warning', frames.complaints, all =>
    all.some(one => one.includes('load either boot.js or frame.js')),
  );
});
