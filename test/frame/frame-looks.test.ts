import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { until } from '../end-to-end/until.ts';
import { openFrames, type Frames } from './open-frames.ts';
import { heard, inFrame } from './seen.ts';

let frames: Frames;

beforeAll(async () => {
  frames = await openFrames();
}, 90_000);
beforeEach(() => frames.calm());
afterAll(() => frames.close());

const actions = (id: number) => `<campaign-actions campaign-id="${id}"></campaign-actions>`;
const history = '<operation-history></operation-history>';

test(
  'language, direction, font, side and tokens are those of the place where the frame stands',
  { timeout: 40_000 },
  async () => {
    const id = await frames.campaign();
    const page = await frames.open(`<div lang="ar" dir="rtl" id="place">${actions(id)}</div>`, {
      css: '#place { color-scheme: dark; font-family: Garamond; --ck-color-accent: rgb(1, 2, 3); --ck-radius: 9px }',
    });
    const menu = inFrame(page, 'campaign-actions');
    await menu.frame.getByRole('button', { name: 'إجراءات' }).waitFor();
    const worn = () =>
      menu.frame.locator('html').evaluate((root: HTMLElement) => {
        const style = getComputedStyle(root);
        const [accent, radius] = ['--ck-color-accent', '--ck-radius'].map(name => style.getPropertyValue(name));
        const { colorScheme, fontFamily, direction } = style;
        return { colorScheme, fontFamily, direction, lang: root.lang, accent, radius };
      });
    expect(await worn()).toEqual({
      colorScheme: 'dark',
      fontFamily: 'Garamond',
      direction: 'rtl',
      lang: 'ar',
      accent: 'rgb(1, 2, 3)',
      radius: '9px',
    });
    // And follow it.
    await page.evaluate(() => {
      const place = document.querySelector<HTMLElement>('#place')!;
      place.lang = 'de';
      place.dir = 'ltr';
      place.style.colorScheme = 'light';
    });
    await menu.frame.getByRole('button', { name: 'Aktionen' }).waitFor();
    expect(await worn()).toMatchObject({ colorScheme: 'light', direction: 'ltr', lang: 'de' });
    expect(await frames.complaints()).toEqual([]);
  },
);

test(
  'where the host follows the system, so does the frame, and nothing is painted behind it',
  { timeout: 40_000 },
  async () => {
    const id = await frames.campaign();
    const page = await frames.open(actions(id), {
      scheme: 'dark',
      css: ':root { color-scheme: light dark } body { background: rgb(60, 0, 60) }',
    });
    const menu = inFrame(page, 'campaign-actions');
    await menu.named('Actions of').waitFor();
    const scheme = () => menu.frame.locator('html').evaluate(root => getComputedStyle(root).colorScheme);
    expect(await scheme()).toBe('dark');
    const seen = await page.locator('campaign-actions').screenshot();
    const corner = await page.evaluate(async data => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(data), byte => byte.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      canvas.drawImage(bitmap, 0, 0);
      return [...canvas.getImageData(1, 1, 1, 1).data];
    }, seen.toString('base64'));
    expect(corner).toEqual([60, 0, 60, 255]);
    await page.emulateMedia({ colorScheme: 'light' });
    await until('the light side', scheme, side => side === 'light');
  },
);

test('the frame is as high as what is in it, and follows it', { timeout: 40_000 }, async () => {
  const id = await frames.campaign();
  const page = await frames.open(`${history}<p id="after">After</p>${actions(id)}`);
  await until(
    'the history',
    () => heard(page),
    all => all.filter(({ type }) => type === 'ck-ready').length === 2,
  );
  const inner = () => inFrame(page, 'operation-history').frame.locator('operation-history').boundingBox();
  const outer = () => page.locator('operation-history').boundingBox();
  const same = () =>
    until(
      'outside to be as large as inside',
      async () => [(await outer())!, (await inner())!] as const,
      ([out, own]) => Math.abs(out.height - own.height) <= 1 && Math.abs(out.width - own.width) <= 1,
    );
  const [before] = await same();
  const menu = inFrame(page, 'campaign-actions');
  for (const action of ['Turn auto-assign on', 'Turn auto-assign off', 'Turn auto-assign on']) {
    const told = (await heard(page)).length;
    await menu.button.click();
    await menu.item(action).click();
    await until(
      'the end',
      () => heard(page),
      all => all.slice(told).some(({ type }) => type === 'ck-action-success'),
    );
  }
  await until('it to grow', outer, box => (box?.height ?? 0) > before.height + 20);
  await same();
  await page.setViewportSize({ width: 320, height: 700 });
  const [narrow] = await same();
  expect(narrow.width).toBe(240);
});

for (const [how, look] of [
  ['in Arabic', { attributes: 'lang="ar" dir="rtl"' }],
  ['at 320 px', { width: 320 }],
  ['at 320 px in Arabic', { width: 320, attributes: 'lang="ar" dir="rtl"' }],
] as const) {
  test(`the menu opens beside its button, inside the window, ${how}`, { timeout: 40_000 }, async () => {
    const id = await frames.campaign();
    const page = await frames.open(`<p>One</p>${actions(id)}`, look);
    const menu = inFrame(page, 'campaign-actions');
    await menu.button.waitFor();
    await until(
      'the element',
      () => heard(page),
      all => all.length > 0,
    );
    const arabic = 'attributes' in look;
    await menu.frame.getByRole('button', { name: arabic ? 'إجراءات' : 'Actions of' }).waitFor();
    const button = (await menu.button.boundingBox())!;
    await menu.button.click();
    const item = menu.frame.getByRole('menuitem').first();
    await item.waitFor();
    const place = () => menu.frame.locator('[part=menu]').boundingBox();
    const box = (await until(
      'the menu to be in place',
      place,
      found => found !== null && found.height > 200 && Math.abs(found.y - button.y - button.height - 4) <= 1,
    ))!;
    const { width, height } = page.viewportSize()!;
    // Its end is at the end of the button, where there is room for that.
    if (arabic) expect(Math.round(box.x + box.width)).toBeGreaterThan(width - 60);
    expect(box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
    const still = (await menu.button.boundingBox())!;
    expect(Math.abs(still.x - button.x) + Math.abs(still.y - button.y)).toBeLessThanOrEqual(1);
    await page.keyboard.press('Escape');
    await until(
      'the frame to be small again',
      () => page.locator('campaign-actions iframe').boundingBox(),
      found => (found?.width ?? 0) < 60,
    );
    expect(await frames.complaints()).toEqual([]);
  });
}

test('while a menu is open, the host’s page cannot be reached behind it by Tab', { timeout: 40_000 }, async () => {
  const id = await frames.campaign();
  const page = await frames.open(actions(id));
  const menu = inFrame(page, 'campaign-actions');
  await menu.button.click();
  await menu.item('Release unsent messages').click();
  await menu.control('Release 12 conversations').waitFor();
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('before');
  }
});
