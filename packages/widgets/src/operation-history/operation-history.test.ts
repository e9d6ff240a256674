import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { AskedAction } from '@campaign-kit/shared/campaign-actions/registry';
import { importHeader } from '@campaign-kit/shared/contact-import';
import { control, eventually, mount, shows, tabTo, textOf } from '../testing/mount.ts';
import { testWorld, type TestWorld } from '../testing/test-world.ts';
import { OperationHistory } from './operation-history.ts';

OperationHistory.define();

const seed = {
  campaigns: [
    {
      title: 'Phonebank P1',
      conversations: [
        { n: 12, status: 'needsMessage', texter: 1 },
        { n: 40, status: 'messaged', texter: 1 },
      ],
    },
    { title: 'Canvass', conversations: [{ n: 9, status: 'needsMessage', texter: 2 }] },
  ],
} as const;

const releaseUnsent: AskedAction = { name: 'releaseUnsent', input: {} };
const mark: AskedAction = { name: 'markSecondPass', input: { windowMinutes: 60, excludeNewer: true } };
const turnOn: AskedAction = { name: 'turnAutoAssignOn', input: {} };

async function shown({ one = true, world }: { one?: boolean; world?: TestWorld } = {}) {
  const own = world ?? (await testWorld(structuredClone(seed) as never));
  const history = new OperationHistory();
  if (one) history.campaignId = own.campaignIds[0]!;
  mount(own, history);
  const run = (action: AskedAction, previewed: number | null, campaignId = own.campaignIds[0]!) =>
    history.kit!.ask(api =>
      api.campaigns.runAction.mutate({ campaignId, action, previewed, requestKey: crypto.randomUUID() }),
    );
  return { world: own, history, run, campaignId: own.campaignIds[0]! };
}

const rows = (history: OperationHistory) => [...history.shadowRoot!.querySelectorAll('tbody tr')];

describe('<operation-history>', () => {
  it('says what would be here while nothing has been done', async () => {
    const { history } = await shown();
    await shows(history, 'Nothing has been done yet');
    expect(history.matches(':state(empty)')).to.equal(true);
    await expect(history).to.be.accessible();
  });

  it('lists who did what to how many, as it happens, newest first', async () => {
    const { history, run } = await shown();
    await shows(history, 'Nothing has been done yet');
    await run(turnOn, null);
    await shows(history, 'Turn auto-assign on');
    await run(releaseUnsent, 12);
    await shows(history, /Release unsent messages.* Grace Okafor .* 12 /);
    expect(rows(history)).to.have.length(2);
    expect(rows(history)[0]!.textContent).to.contain('Release unsent messages');
    await expect(history).to.be.accessible();
  });

  it('misses nothing that begins after its first answer and before it can hear', async () => {
    const own = await testWorld(structuredClone(seed) as never);
    await own.fault({ path: 'operations.watch', slowMs: 400 });
    const { history, run } = await shown({ world: own });
    await shows(history, 'Nothing has been done yet');
    await run(turnOn, null);
    await shows(history, 'Turn auto-assign on');
  });

  it('shows a running one with its progress, and cancels it', async () => {
    const { world, history, run } = await shown();
    await shows(history, 'Nothing');
    await world.hold(true);
    await run(mark, 40);
    await world.hold(true, 10);
    await shows(history, '10 of 40');
    await expect(history).to.be.accessible();
    await tabTo(history, 'Cancel Mark for second pass');
    await sendKeys({ press: 'Enter' });
    await shows(history, 'Stopping');
    await world.hold(false);
    await shows(history, 'Cancelled');
  });

  it('undoes by keyboard: says how many come back and how many stay, then marks the row', async () => {
    const { world, history, run, campaignId } = await shown();
    await run(mark, 40);
    await shows(history, /40 Done/);
    await world.touch(campaignId, 3);
    await tabTo(history, 'Undo Mark for second pass');
    await sendKeys({ press: 'Enter' });
    await shows(history, 'Undo “Mark for second pass”?');
    await shows(history, '37 conversations are given back');
    await shows(history, '3 were changed since by something else and stay as they are.');
    await expect(history).to.be.accessible();
    await tabTo(history, 'Give back 37');
    await sendKeys({ press: 'Enter' });
    await shows(history, 'Undo: Mark for second pass');
    await shows(history, 'Undone');
    await eventually(() => !history.shadowRoot!.querySelector('dialog[open]'));
    expect(await world.count(campaignId)).to.deep.include({ status: 'messaged', pass: 1, held: true, count: 37 });
    expect(() => control(history, 'Undo Mark for second pass')).to.throw();
  });

  it('closes the confirm on Escape and changes nothing', async () => {
    const { world, history, run, campaignId } = await shown();
    await shows(history, 'Nothing has been done yet');
    await run(releaseUnsent, 12);
    await shows(history, /12 Done/);
    const before = await world.count(campaignId);
    await tabTo(history, 'Undo Release unsent messages');
    await sendKeys({ press: 'Enter' });
    await shows(history, 'Give back 12');
    await sendKeys({ press: 'Escape' });
    await eventually(() => !history.shadowRoot!.querySelector('dialog[open]'));
    expect(history.shadowRoot!.activeElement?.getAttribute('aria-label')).to.equal('Undo Release unsent messages');
    expect(await world.count(campaignId)).to.deep.equal(before);
  });

  it('says why an import failed, in the reader’s language', async () => {
    const { world, history, campaignId } = await shown();
    const { id } = await history.kit!.ask(api =>
      api.contacts.startImport.mutate({ campaignId, fileName: 'people.csv', mapping: { columns: { phone: 'Cell' } } }),
    );
    const { token } = await world.session();
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      [importHeader]: String(id),
    };
    await fetch(`${world.endpoint}/trpc/contacts.uploadImport`, { method: 'POST', headers, body: 'Name\nAnna\n' });
    await shows(history, 'Failed The file has no column “Cell”.');
    history.lang = 'es';
    await shows(history, 'Ha fallado El archivo no tiene la columna “Cell”.');
    await expect(history).to.be.accessible();
  });

  it('shows earlier ones page by page, each once', async () => {
    const { history, run } = await shown();
    for (let times = 0; times < 12; times++) {
      await run(turnOn, null);
      await run({ name: 'turnAutoAssignOff', input: {} }, null);
    }
    const again = new OperationHistory();
    again.campaignId = history.campaignId;
    again.kit = history.kit;
    document.body.append(again);
    await shows(again, 'Show earlier');
    expect(rows(again)).to.have.length(20);
    control(again, 'Show earlier').click();
    await eventually(() => rows(again).length === 24);
    expect(textOf(again)).not.to.contain('Show earlier');
    again.remove();
  });

  it('has the campaign in a column when it is of the whole organization', async () => {
    const { world, history, run } = await shown({ one: false });
    await run(releaseUnsent, 9, world.campaignIds[1]);
    await run(releaseUnsent, 12);
    await shows(history, 'Canvass');
    await shows(history, 'Phonebank P1');
    expect(textOf(history)).to.contain('Campaign');
  });

  it('fits where it is narrow, and stays a table for those who listen', async () => {
    await setViewport({ width: 320, height: 640 });
    const { history, run } = await shown();
    await run(releaseUnsent, 12);
    await shows(history, '12');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(history).to.be.accessible();
    await setViewport({ width: 800, height: 600 });
  });

  it('is nowhere wider than its place, in any language, with what can be undone and what was', async () => {
    const { history, run } = await shown({ one: false });
    const { id: operationId } = await run(releaseUnsent, 12);
    await shows(history, /12 Done/);
    await history.kit!.ask(api => api.operations.undo.mutate({ operationId, requestKey: crypto.randomUUID() }));
    await shows(history, 'Undone');
    await run(mark, 40);
    await shows(history, /40 Done/);
    for (const lang of ['en', 'es', 'zh-Hans', 'vi', 'de', 'ar']) {
      history.lang = lang;
      await eventually(() => lang === 'en' || !textOf(history).includes('Undone'));
      for (const width of [640, 800, 948, 960, 1_000, 1_130, 1_400]) {
        await setViewport({ width, height: 640 });
        const box = history.shadowRoot!.querySelector('.scroll')!;
        expect(box.scrollWidth, `${lang} at ${width}`).to.be.at.most(box.clientWidth);
      }
    }
    await setViewport({ width: 800, height: 600 });
  });

  it('says who may see it, and what failed, and comes back by itself', async () => {
    const world = await testWorld(structuredClone(seed) as never);
    const texter = new OperationHistory();
    mount({ ...world, fetchSession: () => world.session({ role: 'texter' }) }, texter);
    await shows(texter, 'Only an admin or an owner can do this.');
    expect(texter.matches(':state(forbidden)')).to.equal(true);
    texter.remove();
    await world.fault({ status: 500, path: 'operations.list' });
    const { history } = await shown({ world });
    await shows(history, 'The server failed.');
    await world.fault({});
    control(history, 'Try again').click();
    await shows(history, 'Nothing has been done yet');
  });
});
