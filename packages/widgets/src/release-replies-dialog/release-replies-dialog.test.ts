import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { control, eventually, mount, shows, tabTo } from '../testing/mount.ts';
import { testWorld, type CampaignSeed } from '../testing/test-world.ts';
import { ReleaseRepliesDialog } from './release-replies-dialog.ts';

ReleaseRepliesDialog.define();

const campaigns: CampaignSeed[] = [
  {
    title: 'Phonebank P1',
    conversations: [
      { n: 20, status: 'needsResponse', texter: 1, waitingMinutes: 90 },
      { n: 6, status: 'needsResponse', texter: 2, waitingMinutes: 20 },
      { n: 3, status: 'needsResponse', waitingMinutes: 500 },
    ],
  },
  { title: 'Canvass', conversations: [{ n: 4, status: 'needsResponse', texter: 2, waitingMinutes: 700 }] },
  { title: 'Old', archived: true, conversations: [{ n: 50, status: 'needsResponse', texter: 1, waitingMinutes: 900 }] },
];

async function opened({ one = false, seed = campaigns } = {}) {
  const world = await testWorld({ campaigns: seed });
  const dialog = new ReleaseRepliesDialog();
  if (one) dialog.campaignId = world.campaignIds[0]!;
  dialog.open = true;
  mount(world, dialog);
  return { world, dialog, campaignId: world.campaignIds[0]! };
}

describe('<release-replies-dialog>', () => {
  it('releases over all active campaigns by keyboard alone, and gives back on Undo', async () => {
    const { world, dialog, campaignId } = await opened();
    const before = await world.count(campaignId);
    await shows(dialog, '24 conversations go back to the pool');
    await shows(dialog, 'from 2 texters in 2 campaigns');
    await shows(dialog, 'The longest wait is 11 hours, 40 minutes.');
    await shows(dialog, /In the pool already 3 Waiting for less time 6/);
    await expect(dialog).to.be.accessible();
    await eventually(() => (dialog.shadowRoot!.activeElement as HTMLInputElement | null)?.type === 'radio');
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'ArrowLeft' });
    await shows(dialog, '30 conversations go back to the pool');
    await tabTo(dialog, 'Release 30 conversations');
    await sendKeys({ press: 'Enter' });
    await shows(dialog, 'Released 30 conversations. They wait in the pool.');
    expect((await world.count(campaignId)).map(({ held, count }) => [held, count])).to.deep.equal([[false, 29]]);
    await tabTo(dialog, 'Undo');
    await sendKeys({ press: 'Enter' });
    await shows(dialog, 'Gave back 30 conversations.');
    expect(await world.count(campaignId)).to.deep.equal(before);
  });

  it('releases in one campaign, and offers to turn auto-assign on', async () => {
    const { dialog } = await opened({ one: true });
    await shows(dialog, 'Phonebank P1');
    await shows(dialog, '20 conversations go back to the pool');
    control(dialog, 'Release 20 conversations').click();
    await shows(dialog, 'Released 20 conversations.');
    await shows(dialog, 'Auto-assign is off, so no texter will get them.');
    await expect(dialog).to.be.accessible();
    control(dialog, 'Turn on').click();
    await shows(dialog, 'Auto-assign is on.');
  });

  it('takes any number of minutes, one at least, and keeps what was typed', async () => {
    const { dialog } = await opened();
    await shows(dialog, '24 conversations');
    control(dialog, 'Other').click();
    await dialog.updateComplete;
    const minutes = () => control<HTMLInputElement>(dialog, 'Minutes');
    minutes().select();
    minutes().focus();
    await sendKeys({ type: '0' });
    await shows(dialog, 'A whole number of minutes, one at least.');
    expect(control(dialog, /^Release/).getAttribute('aria-disabled')).to.equal('true');
    minutes().select();
    await sendKeys({ type: '600' });
    await shows(dialog, /4 conversations go back/);
    control(dialog, '1 hour').click();
    await shows(dialog, '24 conversations');
    control(dialog, 'Other').click();
    await dialog.updateComplete;
    expect(minutes().value).to.equal('600');
  });

  it('does not let the number of the last choice stand for the new one', async () => {
    const { world, dialog } = await opened();
    await shows(dialog, 'Release 24 conversations');
    await world.fault({ slowMs: 1500, path: 'previewReleaseAll' });
    control(dialog, '15 minutes').click();
    await shows(dialog, 'Release … conversations');
    const shown = () => dialog.shadowRoot!.querySelector('.preview')!;
    expect(shown().matches('.old[aria-busy=true]')).to.equal(true);
    expect(control(dialog, /^Release/).getAttribute('aria-disabled')).to.equal('true');
    await shows(dialog, 'Counting');
    await expect(dialog).to.be.accessible();
    await shows(dialog, 'Release 30 conversations');
    expect(shown().matches('.old')).to.equal(false);
    expect(control(dialog, /^Release/).getAttribute('aria-disabled')).to.equal('false');
  });

  it('says both numbers when replies were answered meanwhile, and asks again', async () => {
    const seed = [
      { conversations: [{ n: 40, status: 'needsResponse', texter: 1, waitingMinutes: 90 }] },
    ] as CampaignSeed[];
    const { world, dialog, campaignId } = await opened({ one: true, seed });
    await shows(dialog, 'Release 40 conversations');
    await world.fault({ status: 503, path: 'previewAction' });
    await world.change(campaignId, { answered: 25 });
    control(dialog, 'Release 40 conversations').click();
    await shows(dialog, 'It was 40 when you asked, and is 15 now.');
    await world.fault({});
    await eventually(() => control(dialog, /^Release/).getAttribute('aria-disabled') === 'false');
    control(dialog, 'Release 15 conversations').click();
    await shows(dialog, 'Released 15 conversations.');
  });

  it('shows how far it is, and goes on when it is closed', async () => {
    const { world, dialog } = await opened();
    await shows(dialog, 'Release 24 conversations');
    await world.hold(true);
    control(dialog, 'Release 24 conversations').click();
    await eventually(() => dialog.running);
    await world.hold(true, 10);
    await shows(dialog, '10 of 24');
    await expect(dialog).to.be.accessible();
    dialog.close();
    await eventually(() => !dialog.open && !dialog.shadowRoot!.querySelector('dialog[open]'));
    await world.hold(false);
    await eventually(() => !dialog.running, 'ends');
    dialog.show();
    await shows(dialog, 'Released 24 conversations.');
  });

  it('has nothing to do where nobody waits, and says so', async () => {
    const { dialog } = await opened({ seed: [] });
    await shows(dialog, 'Nobody waits that long.');
    await expect(dialog).to.be.accessible();
  });

  it('tells the host before it runs, and who may not that they may not', async () => {
    const { world, dialog } = await opened();
    const asked: (number | undefined)[] = [];
    dialog.addEventListener('ck-action-request', event => {
      asked.push(event.preview?.count);
      event.preventDefault();
    });
    await shows(dialog, 'Release 24 conversations');
    control(dialog, 'Release 24 conversations').click();
    expect(asked).to.deep.equal([24]);
    dialog.remove();
    const texter = new ReleaseRepliesDialog();
    texter.open = true;
    mount({ ...world, fetchSession: () => world.session({ role: 'texter' }) }, texter);
    await shows(texter, 'Only an admin or an owner can do this.');
    expect(texter.matches(':state(forbidden)')).to.equal(true);
    expect(() => control(texter, /^Release/)).to.throw();
    expect(() => control(texter, '1 hour')).to.throw();
    await expect(texter).to.be.accessible();
    control(texter, /^Close$/).click();
    await eventually(() => !texter.open);
  });
});
