import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { createCampaignKit } from '../kit.ts';
import { control, eventually, mount, shows, tabTo, textOf } from '../testing/mount.ts';
import { testWorld, type CampaignSeed, type TestWorld } from '../testing/test-world.ts';
import { AutomaticSending } from './automatic-sending.ts';

AutomaticSending.define();

const people: CampaignSeed = {
  title: 'Phonebank P1',
  script: 'Hi {firstName}, {texterFirstName} here',
  conversations: [
    { n: 6, status: 'needsMessage' },
    { n: 3, status: 'needsMessage', texter: 1 },
  ],
};

/** A campaign that may be texted at any hour, on a number that takes one text a second. */
async function shown(seed: CampaignSeed = structuredClone(people), as: Parameters<TestWorld['session']>[0] = {}) {
  const world = await testWorld({ campaigns: [seed] });
  const campaignId = world.campaignIds[0]!;
  await world.texting.change(campaignId, { closed: false });
  const element = new AutomaticSending();
  element.campaignId = campaignId;
  mount({ ...world, fetchSession: () => world.session(as) }, element);
  const heard: string[] = [];
  element.addEventListener('ck-sending-change', event => heard.push(event.deed));
  const input = () => element.shadowRoot!.querySelector<HTMLInputElement>('.limits .input')!;
  const focused = () => element.shadowRoot!.activeElement as HTMLElement | null;
  return { world, element, campaignId, heard, input, focused };
}

describe('<automatic-sending>', () => {
  it('says what would go out before it does, and then shows it go, by keyboard alone', async () => {
    const { world, element, heard, input, focused } = await shown();
    await shows(element, /Off Start sending 6 initial messages wait in the pool .* 3 more are with texters/);
    await expect(element).to.be.accessible();
    await tabTo(element, 'Start sending');
    await sendKeys({ press: 'Enter' });
    await shows(element, /6 initial messages go out by themselves The first leaves at once\./);
    await shows(element, /about 3,600 an hour .* the last one leaves about .*\d [AP]M .+\./);
    await expect(element).to.be.accessible();
    const soon = textOf(element);
    await tabTo(element, 'As fast as the numbers take it: about 3,600 an hour');
    await sendKeys({ press: 'ArrowDown' });
    input().focus();
    await sendKeys({ type: '5x' });
    await shows(element, 'A whole number from 1 to 100,000.');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Backspace' });
    await eventually(() => !element.shadowRoot!.querySelector('.effect.old') && textOf(element) !== soon);
    expect(heard).to.deep.equal([]);
    await sendKeys({ down: 'Enter' });
    await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await shows(element, /Sending Pause Turn off 0 of 6 sent .* At most 5 an hour/);
    expect(heard).to.deep.equal(['start']);
    await eventually(() => focused()?.matches('.state'));
    await world.sendRound();
    await shows(element, '1 of 6 sent');
    await tabTo(element, 'Change the limit');
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused()?.matches('input:checked'));
    await sendKeys({ press: 'Escape' });
    await eventually(() => focused()?.id === 'change');
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused()?.matches('input:checked'));
    await sendKeys({ press: 'ArrowUp' });
    await tabTo(element, 'Set the limit');
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused()?.id === 'change');
    expect(textOf(element)).to.contain('As fast as the numbers take it');
    await tabTo(element, 'Pause');
    await sendKeys({ press: 'Enter' });
    await shows(element, /Paused Resume Turn off .* Nothing goes out by itself until it is resumed\./);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await shows(element, 'Sending Pause');
    for (let round = 0; round < 6; round++) {
      await world.advance(1);
      await world.sendRound();
    }
    await shows(element, /All sent 6 initial messages went out by themselves\. 3 more are with texters/);
    expect(heard).to.deep.equal(['start', 'limit', 'pause', 'resume']);
    await expect(element).to.be.accessible();
  });

  it('says why failures stopped the campaign, and goes on when it is resumed', async () => {
    const { world, element } = await shown();
    await shows(element, 'Start sending');
    control(element, 'Start sending').click();
    await shows(element, 'Send 6 initial messages');
    control(element, 'Send 6 initial messages').click();
    await shows(element, '0 of 6 sent');
    await world.sendRound(30034);
    await shows(element, /Stopped by failures Resume Turn off A text failed for a reason that concerns all of them/);
    await shows(element, 'The number it came from is not registered for campaigns.');
    await shows(element, 'Error code 30034');
    await expect(element).to.be.accessible();
    control(element, 'Resume').click();
    await shows(element, 'Sending Pause');
    control(element, 'Turn off').click();
    await shows(element, /Off 1 initial message went out by itself\. 5 are about to leave/);
    await eventually(() => (element.shadowRoot!.activeElement as HTMLElement | null)?.matches('.state'));
  });

  for (const [why, seed, change, says] of [
    ['a campaign that is not launched', { launched: false }, null, 'The campaign has not been launched.'],
    ['a campaign without a script', { script: ' ' }, null, 'The campaign has no initial message.'],
    [
      'a campaign that failures stopped',
      {},
      { paused: true },
      /Stopped by failures Resume Start sending 8 of the last 20 texts failed/,
    ],
    ['a campaign outside its texting hours', {}, { closed: true }, /Off Start sending/],
  ] as const) {
    it(`says what cannot start, and why: ${why}`, async () => {
      const { world, element, campaignId } = await shown({ ...structuredClone(people), ...seed });
      await shows(element, 'Start sending');
      if (change) await world.texting.change(campaignId, change);
      element.campaignId = 0;
      await element.updateComplete;
      element.campaignId = campaignId;
      await shows(element, says);
      control(element, 'Start sending').click();
      await element.updateComplete;
      const open = element.shadowRoot!.querySelector('dialog')!.open;
      expect(open).to.equal(change !== null && 'closed' in change);
      if (open) await shows(element, /Texting hours begin .+\. None leaves before\. Each person gets theirs between/);
      await expect(element).to.be.accessible();
    });
  }

  it('keeps what was chosen when the network fails, hears what others do, and says who may not', async () => {
    const { world, element, campaignId } = await shown();
    await shows(element, 'Start sending');
    control(element, 'Start sending').click();
    await shows(element, 'Send 6 initial messages');
    await world.fault({ down: true, path: 'sending.' });
    control(element, 'Send 6 initial messages').click();
    await shows(element, 'There is no connection.');
    await eventually(() => element.matches(':state(offline)'));
    await world.fault({});
    control(element, 'Try again').click();
    await shows(element, '0 of 6 sent');
    const other = createCampaignKit({ endpoint: world.endpoint, fetchSession: () => world.session() });
    await other.ask(api => api.sending.pause.mutate({ campaignId }));
    await shows(element, 'Paused');
    other.destroy();
    const texters = new AutomaticSending();
    texters.campaignId = campaignId;
    mount({ ...world, fetchSession: () => world.session({ texter: 1 }) }, texters);
    await shows(texters, 'Only an admin or an owner can do this.');
    expect(texters.matches(':state(forbidden)')).to.equal(true);
    world.logOut();
  });

  it('is empty where nobody waits, and says what texters hold; a session for it alone is enough', async () => {
    const seed: CampaignSeed = { conversations: [{ n: 2, status: 'needsMessage', texter: 1 }] };
    const { element } = await shown(seed, { elements: ['automatic-sending'] });
    await shows(element, /No initial message waits in the pool .* 2 more are with texters/);
    expect(element.matches(':state(empty)')).to.equal(true);
    await setViewport({ width: 800, height: 600 });
  });
});
