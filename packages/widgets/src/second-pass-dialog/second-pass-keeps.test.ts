import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { control, eventually, mount, shows, textOf } from '../testing/mount.ts';
import { testWorld, type CampaignSeed } from '../testing/test-world.ts';
import { SecondPassDialog } from './second-pass-dialog.ts';

SecondPassDialog.define();

const seed: CampaignSeed = {
  title: 'Phonebank P1',
  conversations: [
    { n: 60, status: 'messaged', texter: 1 },
    { n: 7, status: 'needsResponse', texter: 2 },
  ],
};

async function atScript() {
  const world = await testWorld({ campaigns: [seed] });
  const dialog = new SecondPassDialog();
  dialog.campaignId = world.campaignIds[0]!;
  dialog.open = true;
  mount(world, dialog);
  await shows(dialog, 'has been sent');
  await shows(dialog, /60 conversations will be marked/);
  await press(dialog, 'Continue');
  await shows(dialog, 'Initial message of pass 2');
  return { world, dialog, campaignId: dialog.campaignId };
}

async function press(dialog: SecondPassDialog, name: string) {
  await eventually(() => control(dialog, name).getAttribute('aria-disabled') !== 'true', `can press ${name}`);
  control(dialog, name).click();
  await dialog.updateComplete;
}

const script = (dialog: SecondPassDialog) => control<HTMLTextAreaElement>(dialog, 'Initial message of pass 2');

async function write(dialog: SecondPassDialog, text: string) {
  script(dialog).select();
  script(dialog).focus();
  await sendKeys({ type: text });
}

describe('<second-pass-dialog> keeps', () => {
  it('what was typed, through steps back and forth', async () => {
    const { dialog } = await atScript();
    await write(dialog, 'Hi again, {firstName}');
    await press(dialog, 'Back');
    await shows(dialog, '60 conversations will be marked');
    await press(dialog, 'Continue');
    expect(script(dialog).value).to.equal('Hi again, {firstName}');
    expect(control<HTMLInputElement>(dialog, 'Campaign title').value).to.equal('Phonebank P2');
  });

  it('what was typed, when Escape closed it', async () => {
    const { world, dialog, campaignId } = await atScript();
    await write(dialog, 'Hi again');
    let closed = 0;
    dialog.addEventListener('ck-close', () => closed++);
    await sendKeys({ press: 'Escape' });
    await eventually(() => closed === 1 && !dialog.open);
    dialog.remove();
    const another = new SecondPassDialog();
    another.campaignId = campaignId;
    another.kit = dialog.kit;
    document.body.append(another);
    another.show();
    await shows(another, 'has been sent');
    await press(another, 'Continue');
    expect(script(another).value).to.equal('Hi again');
    another.remove();
    expect(await world.count(campaignId)).to.have.length(2);
  });

  it('what was typed, when the session ends before the mark, and goes on after reconnecting', async () => {
    const { world, dialog } = await atScript();
    await write(dialog, 'Hi again');
    await press(dialog, 'Continue');
    await shows(dialog, 'Mark 60 conversations');
    world.logOut();
    await world.advance(60);
    await press(dialog, 'Mark 60 conversations');
    await shows(dialog, 'The session has ended.');
    await shows(dialog, 'Hi again');
    world.logIn();
    control(dialog, 'Reconnect').click();
    await eventually(() => dialog.kit!.session.state === 'live');
    await shows(dialog, 'Mark 60 conversations');
    await press(dialog, 'Mark 60 conversations');
    await shows(dialog, 'Marked 60 conversations');
  });

  it('the chosen window, when the session ends while it is chosen', async () => {
    const { world, dialog } = await atScript();
    await press(dialog, 'Back');
    const hours = () => control<HTMLInputElement>(dialog, 'Hours');
    hours().select();
    hours().focus();
    await sendKeys({ type: '20' });
    await shows(dialog, '60 conversations will be marked');
    world.logOut();
    await world.advance(60);
    hours().select();
    await sendKeys({ type: '21' });
    await shows(dialog, 'The session has ended.');
    expect(hours().value).to.equal('21');
    world.logIn();
    control(dialog, 'Reconnect').click();
    await eventually(() => dialog.kit!.session.state === 'live');
    await shows(dialog, '60 conversations will be marked');
    expect(hours().value).to.equal('21');
    await press(dialog, 'Continue');
    await shows(dialog, 'Initial message of pass 2');
  });

  it('the screen and marks once, when the network fails and it is tried again', async () => {
    const { world, dialog, campaignId } = await atScript();
    await write(dialog, 'Hi again');
    await press(dialog, 'Continue');
    await shows(dialog, 'Mark 60 conversations');
    await world.fault({ down: true });
    await press(dialog, 'Mark 60 conversations');
    await shows(dialog, 'There is no connection.');
    await shows(dialog, 'The count could not be refreshed.');
    expect(dialog.shadowRoot!.querySelectorAll('[part=notice]')).to.have.length(1);
    expect(control(dialog, 'Mark 60 conversations').getAttribute('aria-disabled')).to.equal('true');
    await expect(dialog).to.be.accessible();
    // The mark can be heard again, but not be counted.
    await world.fault({ status: 503, path: 'previewAction' });
    control(dialog, 'Try again').click();
    await shows(dialog, 'Marked 60 conversations');
    expect(await world.count(campaignId)).to.deep.include({ status: 'needsMessage', pass: 2, held: true, count: 60 });
  });

  it('no alert of a network that is back', async () => {
    const { world, dialog } = await atScript();
    await write(dialog, 'Hi again');
    await press(dialog, 'Continue');
    await shows(dialog, 'Mark 60 conversations');
    await world.fault({ down: true });
    await press(dialog, 'Mark 60 conversations');
    await shows(dialog, 'The count could not be refreshed.');
    await world.fault({});
    await eventually(() => !dialog.shadowRoot!.querySelector('[part=notice]'), 'the alert goes');
    await shows(dialog, 'Hi again');
    await press(dialog, 'Mark 60 conversations');
    await shows(dialog, 'Marked 60 conversations');
  });

  it('on while the number cannot be counted, as long as it takes', async () => {
    const { world, dialog } = await atScript();
    await press(dialog, 'Back');
    await world.fault({ down: true });
    const hours = control<HTMLInputElement>(dialog, 'Hours');
    hours.select();
    hours.focus();
    await sendKeys({ type: '15' });
    await shows(dialog, 'The count could not be refreshed.');
    expect(control(dialog, 'Continue').getAttribute('aria-disabled')).to.equal('true');
    await world.fault({});
    await press(dialog, 'Continue');
    await shows(dialog, 'Initial message of pass 2');
  });

  it('the warnings of the script in sight until it is marked, with the way back', async () => {
    const { dialog } = await atScript();
    await press(dialog, 'Continue');
    await shows(dialog, 'Mark 60 conversations');
    await shows(dialog, 'This is the same text as in pass 1.');
    await shows(dialog, 'It uses {texterFirstName}.');
    await expect(dialog).to.be.accessible();
    control(dialog, 'Change: Script').click();
    await shows(dialog, 'Initial message of pass 2');
    await write(dialog, 'Hi again, ');
    await press(dialog, 'Continue');
    await shows(dialog, 'Mark 60 conversations');
    expect(textOf(dialog)).not.to.contain('same text');
  });

  it('nothing of a number that has moved: it says both, changes nothing, and asks again', async () => {
    const { world, dialog, campaignId } = await atScript();
    await write(dialog, 'Hi again');
    await press(dialog, 'Continue');
    await shows(dialog, 'Mark 60 conversations');
    await world.fault({ status: 503, path: 'previewAction' });
    await world.reply(campaignId, 30);
    control(dialog, 'Mark 60 conversations').click();
    await shows(dialog, 'It was 60 when you asked, and is 30 now.');
    await world.fault({});
    await press(dialog, 'Mark 30 conversations');
    await shows(dialog, 'Marked 30 conversations');
  });

  it('the last number in sight while the next is counted, and warns of a short window', async () => {
    const { world, dialog } = await atScript();
    await press(dialog, 'Back');
    await world.fault({ slowMs: 600, path: 'previewAction' });
    const hours = control<HTMLInputElement>(dialog, 'Hours');
    hours.select();
    hours.focus();
    await sendKeys({ type: '30' });
    await shows(dialog, '60 conversations will be marked');
    await eventually(() => dialog.shadowRoot!.querySelector('[part=preview][aria-busy=true]'));
    await shows(dialog, /0 conversations will be marked/);
    await shows(dialog, 'Nobody would be marked with these choices.');
    hours.select();
    await sendKeys({ type: '15' });
    await shows(dialog, 'Less than 16 hours leaves little time');
    hours.select();
    await sendKeys({ type: 'x' });
    await shows(dialog, 'Whole days and hours, one hour at least');
    await expect(dialog).to.be.accessible();
  });

  it('an eye on the script: warnings, segments, and fields that nothing fills in', async () => {
    const { dialog } = await atScript();
    await shows(dialog, 'This is the same text as in pass 1.');
    await shows(dialog, 'It uses {texterFirstName}.');
    await write(dialog, 'Hi {firstName}, on {day} ☕');
    await shows(dialog, 'Nothing fills in {day}.');
    await shows(dialog, 'shorter: ☕');
    await shows(dialog, /\d+ characters, 1 segment/);
    await write(dialog, ' ');
    await shows(dialog, 'Write the initial message to go on.');
    await shows(dialog, '0 characters, 0 segments');
    expect(dialog.shadowRoot!.querySelector('.bubble')).to.equal(null);
    await write(dialog, 'Hi {firstName} {');
    await shows(dialog, 'Nothing fills in {.');
    control(dialog, 'Insert firstName').click();
    await shows(dialog, /As \w+ \w+ gets it/);
    expect(script(dialog).value).to.contain('{firstName}');
    await expect(dialog).to.be.accessible();
  });
});
