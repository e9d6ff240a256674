import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { control, eventually, mount, shows, tabTo, textOf } from '../testing/mount.ts';
import { testWorld, type CampaignSeed } from '../testing/test-world.ts';
import { SecondPassDialog } from './second-pass-dialog.ts';

SecondPassDialog.define();

const campaign = (more: Partial<CampaignSeed> = {}): CampaignSeed => ({
  title: 'Phonebank P1',
  conversations: [
    { n: 60, status: 'messaged', texter: 1 },
    { n: 8, status: 'messaged', texter: 1, messagedMinutesAgo: 60 },
    { n: 5, status: 'messaged', newer: true },
    { n: 7, status: 'needsResponse', texter: 2 },
  ],
  ...more,
});

async function opened(seed = campaign(), texters?: string[]) {
  const world = await testWorld({ campaigns: [seed], ...(texters && { texters }) });
  const dialog = new SecondPassDialog();
  dialog.campaignId = world.campaignIds[0]!;
  dialog.open = true;
  mount(world, dialog);
  return { world, dialog, campaignId: dialog.campaignId };
}

const press = (key: string) => sendKeys({ press: key });

/** Presses the main buttons one after the other, each as soon as it can be pressed. */
async function through(dialog: SecondPassDialog, names: string[]) {
  for (const name of names) {
    await shows(dialog, name);
    await eventually(() => control(dialog, name).getAttribute('aria-disabled') === 'false');
    control(dialog, name).click();
    await dialog.updateComplete;
  }
}

describe('<second-pass-dialog>', () => {
  it('marks, releases and turns auto-assign on by keyboard alone', async () => {
    const { world, dialog, campaignId } = await opened();
    const succeeded: string[] = [];
    dialog.addEventListener('ck-action-success', event => succeeded.push(event.action));
    await shows(dialog, 'Every initial message of pass 1 has been sent');
    await shows(dialog, /60 conversations will be marked/);
    await shows(dialog, /On a newer campaign 5/);
    await shows(dialog, /Texted too recently 8/);
    await tabTo(dialog, /^Exclude contacts on a newer campaign/);
    await press('Space');
    await shows(dialog, /65 conversations will be marked/);
    await tabTo(dialog, 'Continue');
    await press('Enter');
    await tabTo(dialog, 'Initial message of pass 2');
    await sendKeys({ type: ' Still there?' });
    await shows(dialog, 'Still there?');
    await tabTo(dialog, 'Continue');
    await press('Enter');
    await tabTo(dialog, 'Mark 65 conversations');
    await press('Enter');
    await shows(dialog, 'Marked 65 conversations for a second pass.');
    await shows(dialog, 'Release 60 conversations');
    await tabTo(dialog, 'Release 60 conversations');
    await press('Enter');
    await shows(dialog, 'Released 60 conversations.');
    await tabTo(dialog, 'Turn auto-assign on');
    await press('Enter');
    await shows(dialog, 'Auto-assign is on.');
    expect(succeeded).to.deep.equal(['markSecondPass', 'releaseUnsent', 'turnAutoAssignOn']);
    const marked = (await world.count(campaignId)).filter(({ pass }) => pass === 2);
    expect(marked).to.deep.equal([{ status: 'needsMessage', pass: 2, held: false, count: 65 }]);
  });

  it('gives everything back on Undo', async () => {
    const { world, dialog, campaignId } = await opened();
    const before = await world.count(campaignId);
    await shows(dialog, 'has been sent');
    await through(dialog, ['Continue', 'Continue', 'Mark 60 conversations']);
    await shows(dialog, 'Marked 60 conversations');
    control(dialog, 'Undo').click();
    await shows(dialog, 'Gave back 60 conversations.');
    expect(await world.count(campaignId)).to.deep.equal(before);
  });

  it('has the release undone before the mark', async () => {
    const { world, dialog, campaignId } = await opened();
    const before = await world.count(campaignId);
    await shows(dialog, 'has been sent');
    await through(dialog, ['Continue', 'Continue', 'Mark 60 conversations']);
    await shows(dialog, 'Phonebank P2');
    await shows(dialog, 'Release 60 conversations');
    control(dialog, 'Release 60 conversations').click();
    await shows(dialog, 'Undo the release first');
    expect(() => control(dialog, 'Undo')).to.throw();
    await expect(dialog).to.be.accessible();
    control(dialog, 'Undo Release unsent messages').click();
    await eventually(() => !textOf(dialog).includes('Undo the release first'));
    control(dialog, 'Turn auto-assign on').click();
    await shows(dialog, 'Auto-assign is on.');
    await eventually(() => control(dialog, 'Undo').getAttribute('aria-disabled') === 'false');
    control(dialog, 'Undo').click();
    await shows(dialog, 'Still in force');
    await shows(dialog, 'Gave back 60 conversations.');
    expect(await world.count(campaignId)).to.deep.equal(before);
    expect(control(dialog, /^Undo Turn auto-assign on/)).to.exist;
    await eventually(() => dialog.shadowRoot!.querySelector('.about')?.textContent?.trim() === 'Phonebank P1');
  });

  it('deals unsent messages of the pool out to the texters who are chosen', async () => {
    const seed = campaign({
      conversations: [
        { n: 11, status: 'needsMessage' },
        { n: 5, status: 'messaged' },
      ],
    });
    const { world, dialog, campaignId } = await opened(seed, ['Ada Park', 'Ben Osei', 'Carla Mendes']);
    await shows(dialog, '11 initial messages have not been sent');
    control(dialog, /^Assign them/).click();
    await shows(dialog, 'Choose at least one texter.');
    await shows(dialog, 'Carla Mendes');
    control(dialog, /^Ada Park/).click();
    await shows(dialog, 'Each gets 11.');
    control(dialog, /^Carla Mendes/).click();
    await shows(dialog, 'Each gets 5 or 6.');
    await expect(dialog).to.be.accessible();
    control(dialog, 'Assign 11 conversations').click();
    await shows(dialog, 'Assigned 11 conversations.');
    expect(await world.count(campaignId)).to.deep.include({ status: 'needsMessage', pass: 1, held: true, count: 11 });
    control(dialog, 'Undo').click();
    await shows(dialog, 'All of them are in the pool');
  });

  it('deletes unsent contacts only when their number is typed', async () => {
    const seed = campaign({
      conversations: [
        { n: 11, status: 'needsMessage' },
        { n: 5, status: 'messaged' },
      ],
    });
    const { world, dialog, campaignId } = await opened(seed);
    await shows(dialog, '11 contacts who were never sent a message');
    control(dialog, /^Delete them/).click();
    await shows(dialog, 'Type 11 to confirm');
    control(dialog, 'Delete 11 contacts').click();
    await shows(dialog, 'This is not the number above.');
    control(dialog, 'Type 11 to confirm').focus();
    await sendKeys({ type: '11' });
    control(dialog, 'Delete 11 contacts').click();
    await shows(dialog, 'Deleted 11 contacts.');
    await shows(dialog, 'Every initial message of pass 1 has been sent');
    expect(await world.count(campaignId)).to.deep.include({ status: 'removed', pass: 1, held: false, count: 11 });
  });

  it('lets the host keep a mark from running', async () => {
    const { world, dialog, campaignId } = await opened();
    const asked: (number | undefined)[] = [];
    dialog.addEventListener('ck-action-request', event => {
      asked.push(event.preview?.count);
      event.preventDefault();
    });
    await shows(dialog, 'has been sent');
    await through(dialog, ['Continue', 'Continue', 'Mark 60 conversations']);
    expect(asked).to.deep.equal([60]);
    expect((await world.count(campaignId)).some(({ pass }) => pass === 2)).to.equal(false);
  });

  for (const [why, more, words] of [
    ['past its due date', { dueInHours: -1 }, 'The campaign is past its due date.'],
    ['archived', { archived: true }, 'The campaign is archived.'],
    ['not launched', { launched: false }, 'The campaign has not been launched.'],
  ] as const) {
    it(`says why instead of asking when the campaign is ${why}`, async () => {
      const { dialog } = await opened(campaign(more));
      await shows(dialog, words);
      expect(dialog.shadowRoot!.querySelector('.steps')).to.equal(null);
      await expect(dialog).to.be.accessible();
    });
  }
});
