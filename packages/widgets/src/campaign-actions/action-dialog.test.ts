import { expect, fixture, html, oneEvent, waitUntil as soon } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ActionSuccessEvent } from '../action-events.ts';
import type { CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import { createCampaignKit, type CampaignKit } from '../kit.ts';
import { testWorld, type ConversationsSeed, type TestWorld } from '../testing/test-world.ts';
import { ActionDialog } from './action-dialog.ts';

ActionDialog.define();

/** Machines that build something else meanwhile take their time. */
const waitUntil = (what: () => unknown, why = 'it happens', { timeout = 15_000 } = {}) => soon(what, why, { timeout });

let world: TestWorld;
let kit: CampaignKit;
let loggedIn = true;

async function ask(action: CampaignActionName, conversations: ConversationsSeed[], autoAssign = false) {
  world = await testWorld({
    texters: ['Ada', 'Ben'],
    campaigns: [{ title: 'Phonebank P1', autoAssign, conversations }],
  });
  const { endpoint, fetchSession } = world;
  loggedIn = true;
  kit = createCampaignKit({
    endpoint,
    fetchSession: who => (loggedIn ? fetchSession(who) : Promise.reject(new Error('Nobody is logged in.'))),
  });
  const campaignId = world.campaignIds[0]!;
  const { campaign } = await kit.ask(api => api.campaigns.menu.query({ campaignId }));
  const box = await fixture<HTMLElement>(html`<div><ck-action-dialog></ck-action-dialog></div>`);
  const dialog = box.firstElementChild as ActionDialog;
  Object.assign(dialog, { kit, campaignId, campaign, action });
  dialog.show();
  await waitUntil(() => part(dialog, 'dialog').matches(':modal'));
  return dialog;
}
const part = <T extends HTMLElement>(dialog: ActionDialog, selector: string) =>
  dialog.shadowRoot!.querySelector<T>(selector)!;
const said = (dialog: ActionDialog) => part(dialog, 'dialog').textContent.replace(/\s+/g, ' ');
const main = (dialog: ActionDialog) => part<HTMLButtonElement>(dialog, '[part=main]');
const hears = (dialog: ActionDialog, words: string) => waitUntil(() => said(dialog).includes(words), `“${words}”`);

/** Somebody else deals the pool out meanwhile, and is done with it. */
async function assignPool(previewed: number) {
  const { id: operationId } = await kit.ask(api =>
    api.campaigns.runAction.mutate({
      campaignId: world.campaignIds[0]!,
      action: { name: 'assignUnsent', input: { texterIds: world.texterIds } },
      previewed,
      requestKey: crypto.randomUUID(),
    }),
  );
  const isDone = async () => (await kit.ask(api => api.operations.get.query({ operationId }))).state === 'done';
  await waitUntil(isDone, 'the pool is dealt out');
}

const unsent: ConversationsSeed[] = [
  { n: 120, status: 'needsMessage', texter: 1 },
  { n: 7, status: 'needsMessage' },
  { n: 3, status: 'needsMessage', texter: 2, escalated: true },
];

describe('the dialog of an action', function () {
  this.timeout(20_000);
  afterEach(() => kit.destroy());

  it('counts, says what is left out and why, and puts the deed and the number on the button', async () => {
    const dialog = await ask('releaseUnsent', unsent);
    await hears(dialog, 'Release 120 conversations');
    expect(part(dialog, '.count').textContent).to.equal('120');
    expect(said(dialog)).to.include('Escalated 3').and.to.include('In the pool already 7');
    expect(said(dialog)).to.include('from 1 texter');
    expect(main(dialog).getAttribute('aria-disabled')).to.equal('false');
  });

  it('runs what was counted, says what changed, and gives it back', async () => {
    const dialog = await ask('releaseUnsent', unsent);
    await hears(dialog, 'Release 120 conversations');
    const success = oneEvent<ActionSuccessEvent>(dialog, 'ck-action-success');
    main(dialog).click();
    const { operation } = await success;
    expect(operation).to.deep.include({ kind: 'releaseUnsent', state: 'done', done: 120 });
    await hears(dialog, 'Released 120 conversations. They wait in the pool.');
    const undone = oneEvent<ActionSuccessEvent>(dialog, 'ck-action-success');
    part(dialog, '.said .button:not(.link)').click();
    expect((await undone).action).to.equal('undo');
    await hears(dialog, 'Gave back 120 conversations.');
    const rows = await world.count(world.campaignIds[0]!);
    expect(rows.filter(row => row.held).reduce((sum, row) => sum + row.count, 0)).to.equal(123);
  });

  it('says that nobody will be offered what was released, and turns auto-assign on', async () => {
    const dialog = await ask('releaseUnsent', unsent);
    await hears(dialog, 'Release 120 conversations');
    main(dialog).click();
    await hears(dialog, 'Auto-assign is off, so no texter will get them.');
    part(dialog, '.button.link').click();
    await hears(dialog, 'Auto-assign is on.');
  });

  it('says nothing of auto-assign where it is on', async () => {
    const dialog = await ask('releaseUnsent', unsent, true);
    await hears(dialog, 'Release 120 conversations');
    main(dialog).click();
    await hears(dialog, 'Released 120');
    expect(said(dialog)).not.to.include('Auto-assign');
  });

  it('says in the result when a few had moved since it was counted', async () => {
    const dialog = await ask('releaseUnsent', unsent);
    await hears(dialog, 'Release 120 conversations');
    await world.fault({ path: 'previewAction', slowMs: 4000 });
    await assignPool(7);
    main(dialog).click();
    await hears(dialog, 'Released 127 conversations.');
    expect(said(dialog)).to.include('It was 120 in the preview.');
  });

  it('asks again, with the fresh number, when too much has moved since it was counted', async () => {
    const dialog = await ask('releaseUnsent', [...unsent, { n: 40, status: 'needsMessage' }]);
    await hears(dialog, 'Release 120 conversations');
    await world.fault({ path: 'previewAction', slowMs: 4000 });
    await assignPool(47);
    main(dialog).click();
    await hears(dialog, 'It was 120 when you asked, and is 167 now. Nothing was changed yet.');
    expect(main(dialog).textContent).to.include('Release 167 conversations');
    await waitUntil(() => main(dialog).getAttribute('aria-disabled') !== 'true');
    main(dialog).click();
    await hears(dialog, 'Released 167 conversations.');
  });

  it('asks to type the number before it deletes', async () => {
    const dialog = await ask('deleteUnmessaged', [{ n: 30, status: 'needsMessage' }]);
    await hears(dialog, 'Type 30 to confirm');
    expect(main(dialog).getAttribute('aria-disabled')).to.equal('true');
    await waitUntil(() => dialog.shadowRoot?.activeElement?.id === 'typed');
    await sendKeys({ type: '31' });
    main(dialog).click();
    await hears(dialog, 'This is not the number above.');
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ type: '0' });
    await sendKeys({ press: 'Enter' });
    await hears(dialog, 'Deleted 30 contacts.');
  });

  it('has nothing to do where nothing would change', async () => {
    const dialog = await ask('unmarkSecondPass', unsent);
    await hears(dialog, 'Nothing to change now.');
    main(dialog).click();
    await dialog.updateComplete;
    expect(dialog.running).to.equal(null);
    expect(main(dialog).getAttribute('aria-disabled')).to.equal('true');
  });

  it('counts again by itself when conversations of the campaign change', async () => {
    const dialog = await ask('releaseUnsent', unsent);
    await hears(dialog, 'Release 120 conversations');
    await new Promise(resolve => setTimeout(resolve, 800));
    await assignPool(7);
    await hears(dialog, 'Release 127 conversations');
  });

  it('shows how far it is, goes on when it is left, and stops when it is told to', async () => {
    const dialog = await ask('releaseUnsent', unsent);
    await hears(dialog, 'Release 120 conversations');
    await world.hold(true, 60);
    main(dialog).click();
    await waitUntil(() => part(dialog, 'progress'));
    dialog.close();
    await waitUntil(() => !part<HTMLDialogElement>(dialog, 'dialog').open);
    expect(dialog.running).to.not.equal(null);
    dialog.show();
    await waitUntil(() => part(dialog, 'progress'));
    part(dialog, '.progress .button').click();
    await hears(dialog, 'Stopping');
    await world.hold(false);
    await waitUntil(() => dialog.running === null, 'it ends', { timeout: 8000 });
  });

  it('does it once, when the answer was lost and the button is pressed again', async () => {
    const dialog = await ask('releaseUnsent', unsent);
    await hears(dialog, 'Release 120 conversations');
    await world.fault({ down: true, path: 'runAction' });
    main(dialog).click();
    await hears(dialog, 'There is no connection.');
    await world.fault({});
    main(dialog).click();
    await hears(dialog, 'Released 120 conversations.');
    const { operations } = await kit.ask(api =>
      api.operations.list.query({ campaignId: world.campaignIds[0]!, before: null, limit: 10 }),
    );
    expect(operations.length).to.equal(1);
  });

  it('keeps what was typed when the session ends, and goes on after Reconnect', async () => {
    const dialog = await ask('deleteUnmessaged', [{ n: 30, status: 'needsMessage' }]);
    await hears(dialog, 'Type 30 to confirm');
    part<HTMLInputElement>(dialog, '#typed').focus();
    await sendKeys({ type: '30' });
    loggedIn = false;
    await kit.session.renew('unauthorized', kit.session.current).catch(() => {});
    await hears(dialog, 'The session has ended.');
    expect(part<HTMLInputElement>(dialog, '#typed').value).to.equal('30');
    loggedIn = true;
    part<HTMLElement>(dialog, '.notice .button').click();
    await waitUntil(() => !said(dialog).includes('The session has ended.'), 'reconnected', { timeout: 5000 });
    main(dialog).click();
    await hears(dialog, 'Deleted 30 contacts.');
  });

  it('is accessible while it asks and when it is done', async () => {
    const dialog = await ask('deleteUnmessaged', unsent);
    await hears(dialog, 'to confirm');
    await new Promise(resolve => setTimeout(resolve, 250));
    await expect(dialog).to.be.accessible();
  });
});
