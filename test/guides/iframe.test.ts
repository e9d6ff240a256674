import { expect, onTestFinished, test } from 'vitest';
import { until } from '../end-to-end/until.ts';
import { openFrames } from '../frame/open-frames.ts';
import { codeBlocks } from './code-blocks.ts';

test('a frame can be spoken to by hand, as the guide says', { timeout: 90_000 }, async () => {
  const frames = await openFrames();
  onTestFinished(() => frames.close());
  const id = await frames.campaign();
  const written = (await codeBlocks('iframe')).find(({ code }) => code.includes('id="actions"'))?.code ?? '';
  const [, frame, script] = /(<iframe[\s\S]*<\/iframe\s*>)\s*<script>([\s\S]*)<\/script>/.exec(
    written
      .replaceAll('https://texting.example', frames.kitUrl)
      .replaceAll('https://crm.example', frames.host.origin)
      .replace('campaign-id=42', `campaign-id=${id}`)
      .replace("'campaign-id': '42'", `'campaign-id': '${id}'`),
  )!;
  const mint = `const mint = async () => (await fetch('/session', { method: 'POST' })).json();`;
  const page = await frames.open(frame!, { script: `${mint}\n${script}` });
  const inside = page.frameLocator('#actions');
  await inside.getByRole('button', { name: 'Actions of' }).waitFor();
  await until(
    'the height to follow',
    () => page.locator('#actions').evaluate(element => (element as HTMLElement).style.height),
    height => height === '32px',
  );
  expect(await frames.complaints()).toEqual([]);
});
