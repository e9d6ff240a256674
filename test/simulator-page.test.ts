import axe from 'axe-core';
import { chromium as browsers, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openStage, ours, theirs } from '@campaign-kit/demo/simulator/testing/stage';
import { chromium } from '../scripts/chromium.ts';

let browser: Awaited<ReturnType<typeof browsers.launch>>;

beforeAll(async () => {
  const { path, args, env } = await chromium();
  browser = await browsers.launch({ executablePath: path, args, env });
}, 60_000);
afterAll(() => browser.close());

/** The control page in front of a simulator, and what it complained of. */
async function openPage(width = 1_280) {
  const stage = await openStage({ settings: { answerMs: 1_000 } });
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const complaints: string[] = [];
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  page.setDefaultTimeout(10_000);
  await page.goto(stage.simulator.url);
  await page.getByText('Live', { exact: true }).waitFor();
  onTestFinished(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });
  return { ...stage, page };
}

const texts = (page: Page) => page.locator('#thread .bubble p').allTextContents();

test('the control page shows a text when it arrives, and what is typed on the phone reaches the webhook', async () => {
  const { page, client, pass, webhooks } = await openPage();
  await client.messages.create({ to: theirs, from: ours, body: 'Can you come on Saturday?' });
  await pass(3);
  await page.getByRole('button', { name: /555-0142/ }).click();
  await expect.poll(() => texts(page)).toEqual(['Can you come on Saturday?']);
  await page.getByPlaceholder('Text').fill('Yes, with my sister');
  await page.keyboard.press('Enter');
  await expect.poll(() => texts(page)).toEqual(['Can you come on Saturday?', 'Yes, with my sister']);
  await pass(0);
  expect(webhooks.calls.at(-1)?.fields).toMatchObject({ From: theirs, To: ours, Body: 'Yes, with my sister' });
  await expect.poll(() => page.locator('#counts').innerText()).toMatch(/Replies\s+1/);
  await page.reload();
  await expect.poll(() => texts(page)).toHaveLength(2);
});

test('by keyboard alone a number is opened, opted out and brought back', async () => {
  const { page, control, pass } = await openPage();
  await page.keyboard.press('/');
  await page.keyboard.type('(312) 555-0142');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('#device-number').innerText()).toContain('555-0142');
  await page.getByRole('button', { name: 'STOP', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => control.isBlocked(ours, theirs)).toBe(true);
  await pass(3);
  await expect.poll(() => page.locator('#device-number').innerText()).toContain('opted out');
  await page.getByRole('button', { name: 'START', exact: true }).press('Enter');
  await expect.poll(() => control.isBlocked(ours, theirs)).toBe(false);
});

test('a switch turns a fault on as often as it says, and all off again', async () => {
  const { page, control } = await openPage();
  await page.getByRole('switch', { name: /^Slow answers/ }).check();
  await expect.poll(() => control.faults().slow).toBe(0.2);
  await page.getByRole('spinbutton', { name: 'Slow answers: percent' }).fill('75');
  await page.keyboard.press('Enter');
  await expect.poll(() => control.faults().slow).toBe(0.75);
  await page.getByRole('switch', { name: 'Phones answer by themselves' }).check();
  await expect.poll(() => control.settings().answering).toBe(true);
  await page.getByRole('button', { name: 'All off' }).click();
  await expect.poll(() => control.faults().slow).toBe(0);
  await expect.poll(() => page.getByRole('switch', { name: /^Slow answers/ }).isChecked()).toBe(false);
});

for (const width of [1_280, 320]) {
  test(`the control page is accessible and nothing sticks out at ${width} pixels`, async () => {
    const { page, client, pass } = await openPage(width);
    await client.messages.create({ to: theirs, from: ours, body: 'Hi' });
    await pass(3);
    await page.getByRole('button', { name: /555-0142/ }).click();
    await expect.poll(() => texts(page)).toEqual(['Hi']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.evaluate(axe.source.replace(/^/, 'window.module = undefined;'));
    const violations = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(violations).toEqual([]);
  });
}
