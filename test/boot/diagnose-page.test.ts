import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '@campaign-kit/widgets/diagnose/finding';
import { wrongOn } from './diagnose.ts';
import { openStage, ready, type Stage } from './open-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

test('where all is right, it says what was looked at, and prints it as a table', async () => {
  const { open, kit, boot, kitUrl, host } = stage;
  const page = await open(boot, kit());
  await ready(page);
  const right = [
    `The server at ${kitUrl} answers.`,
    'Page and server are of one version, 0.1.0.',
    "This computer's clock agrees with the server's.",
    `The server allows pages of ${host.origin}.`,
    'The session address /session gives a token.',
    'The server takes the token.',
  ];
  for (const ask of [
    `import('${kitUrl}/kit/v1/kit.js').then(kit => kit.diagnose())`,
    `document.querySelector('campaign-kit').diagnose()`,
    `document.querySelector('campaign-kit').kit.diagnose()`,
  ]) {
    const findings = await page.evaluate<Finding[]>(ask);
    expect(findings).toEqual(right.map(what => ({ ok: true, what, fix: '', line: '' })));
  }
  expect(page.said.filter(line => line.startsWith('table:'))).toHaveLength(3);
  expect(page.said).toHaveLength(3);
});

for (const [what, line, body] of [
  [
    '<campaign-actions> stands outside of <campaign-kit>.',
    '<campaign-kit endpoint="…" session-url="…"><campaign-actions></campaign-actions></campaign-kit>',
    '<campaign-actions campaign-id="1"></campaign-actions>',
  ],
  [
    '<campaign-actions> has no attribute campaignid.',
    '<campaign-actions campaign-id="42">',
    'KIT<campaign-actions campaignId="42"></campaign-actions>',
  ],
  [
    '<campaign-actions> has no campaign-id.',
    '<campaign-actions campaign-id="42">',
    'KIT<campaign-actions></campaign-actions>',
  ],
  [
    '<second-pass-dialog> has the campaign-id "spring", which is no number.',
    '<second-pass-dialog campaign-id="42">',
    'KIT<second-pass-dialog campaign-id="spring"></second-pass-dialog>',
  ],
  [
    'There is no element <campaign-action>.',
    '<campaign-actions>…</campaign-actions>',
    'KIT<campaign-action campaign-id="1"></campaign-action>',
  ],
  [
    '<campaign-kit> has no endpoint.',
    '<campaign-kit endpoint="https://texting.example" …>',
    '<campaign-kit session-url="/session"></campaign-kit>',
  ],
  [
    '<campaign-kit> has no way to a session.',
    '<campaign-kit session-url="/crm/texting-session" …>',
    '<campaign-kit endpoint="https://texting.example"></campaign-kit>',
  ],
  [
    '<campaign-kit> has no attribute session.',
    '<campaign-kit session-url="/session">',
    '<campaign-kit endpoint="https://texting.example" session="/session"></campaign-kit>',
  ],
  ['There is no element of Campaign Kit on this page.', '<campaign-kit endpoint="…">…</campaign-kit>', '<main></main>'],
] as const) {
  test(`it says: ${what}`, async () => {
    const { open, kit, boot, kitUrl } = stage;
    const page = await open(boot, body.startsWith('KIT') ? kit(body.slice(3)) : body);
    const wrong = await wrongOn(page, kitUrl);
    expect(wrong.map(finding => [finding.what, finding.line])).toEqual([[what, line]]);
  });
}

test('it says that boot does not see into a shadow root of the host', async () => {
  const { open, kit, boot, kitUrl } = stage;
  const page = await open(boot, '<host-card></host-card>');
  await page.evaluate(inside => {
    document.querySelector('host-card')!.attachShadow({ mode: 'open' }).innerHTML = inside;
  }, kit('<operation-history></operation-history>'));
  expect(await wrongOn(page, kitUrl)).toContainEqual({
    what: '<operation-history> is on the page, but its code is not.',
    fix: 'Boot does not look into shadow roots: hand them over.',
    line: 'load(host.shadowRoot)',
  });
});

test('attributes of the host and of its framework are left alone', async () => {
  const { open, kit, boot, kitUrl, campaignId } = stage;
  const own = `class="a" data-campaign="7" @click="x" :campaign="y" v-on:ck-open="z" aria-label="b" onclick="1" density="comfortable"`;
  const page = await open(boot, kit(`<campaign-actions campaign-id="${campaignId}" ${own}></campaign-actions>`));
  await ready(page);
  expect(await wrongOn(page, kitUrl)).toEqual([]);
});
