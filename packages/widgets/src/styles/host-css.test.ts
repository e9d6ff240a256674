import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CampaignActions } from '../campaign-actions/campaign-actions.ts';
import type { KitElement } from '../element.ts';
import { OperationHistory } from '../operation-history/operation-history.ts';
import { documented } from '../testing/documented.ts';
import { control, eventually, mount, shows } from '../testing/mount.ts';
import { testWorld, type TestWorld } from '../testing/test-world.ts';
import { tokens } from './tokens.ts';

CampaignActions.define();
OperationHistory.define();

const seed = {
  texters: ['Ada'],
  campaigns: [{ title: 'Phonebank P1', conversations: [{ n: 6, status: 'needsMessage' as const, texter: 1 }] }],
};
const hostCss = new CSSStyleSheet();

/** A menu in a page whose CSS is this. */
async function menuUnder(css: string, attributes: Record<string, string> = {}) {
  await hostCss.replace(css);
  const world = await testWorld(structuredClone(seed));
  const element = new CampaignActions();
  element.campaignId = world.campaignIds[0]!;
  element.variant = 'labelled';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  mount(world, element);
  await eventually(() => element.matches(':state(ready)'));
  return element;
}

/** The dialog that the menu opens for an action. */
async function dialogOf(menu: CampaignActions): Promise<ShadowRoot> {
  control(menu, /./).focus();
  await sendKeys({ press: 'ArrowDown' });
  await eventually(() => menu.shadowRoot!.activeElement?.getAttribute('role') === 'menuitem');
  control(menu, /^Release unsent/).click();
  const dialog = () => menu.shadowRoot!.querySelector<KitElement>('ck-action-dialog');
  await eventually(() => dialog()?.shadowRoot?.querySelector('[part=main]'));
  await shows(dialog()!, 'Release 6 conversations');
  return dialog()!.shadowRoot!;
}

const styleOf = (root: ShadowRoot, part: string) => getComputedStyle(root.querySelector(`[part~=${part}]`)!);

describe('the CSS of a host', function () {
  this.timeout(60_000);
  before(() => document.adoptedStyleSheets.push(hostCss));
  afterEach(() => hostCss.replaceSync(''));

  for (const scheme of ['light', 'dark'] as const) {
    it(`has the documented defaults where its color scheme is ${scheme}, and its font`, async () => {
      const menu = await menuUnder(`body { color-scheme: ${scheme}; font: italic 30px/3 "Courier New", monospace }`);
      const { fontFamily, fontSize } = styleOf(menu.shadowRoot!, 'button');
      expect(fontFamily).to.equal('"Courier New", monospace');
      expect(fontSize).to.equal('14px');
      const inner = new Map(
        [...tokens.cssText.matchAll(/(--_[\w-]+): var\((--ck-[\w-]+)/g)].map(([, own, name]) => [name, own]),
      );
      const probe = menu.shadowRoot!.appendChild(document.createElement('span'));
      const colorOf = (value: string) => {
        probe.style.color = value;
        return getComputedStyle(probe).color;
      };
      const { defaults } = await documented('campaign-actions');
      const colors = Object.entries(defaults).filter(([name]) => name.startsWith('--ck-color'));
      expect(colors.length).to.equal(14);
      for (const [name, value] of colors) {
        const [light = '', dark = ''] = value.split(', dark ');
        expect(colorOf(`var(${inner.get(name)})`), name).to.equal(colorOf(scheme === 'light' ? light : dark));
      }
    });
  }

  it('reaches the parts of a dialog that the menu opens', async () => {
    const dialog = await dialogOf(
      await menuUnder(
        'campaign-actions::part(title) { color: rgb(9, 8, 7) } campaign-actions::part(main) { border-radius: 33px }',
      ),
    );
    expect(styleOf(dialog, 'title').color).to.equal('rgb(9, 8, 7)');
    expect(styleOf(dialog, 'main').borderTopLeftRadius).to.equal('33px');
  });

  it('sets sizes in em without their growing from element to element', async () => {
    const menu = await menuUnder('body { font-size: 16px; --ck-font-size: 1.25em }');
    expect(styleOf(menu.shadowRoot!, 'button').fontSize).to.equal('20px');
    expect(styleOf(await dialogOf(menu), 'main').fontSize).to.equal('20px');
  });

  it('has controls for fingers where it asks for them, in the dialogs too, and of its own height where it says one', async () => {
    const comfortable = await menuUnder('', { density: 'comfortable' });
    expect(styleOf(comfortable.shadowRoot!, 'button').minHeight).to.equal('44px');
    expect(styleOf(await dialogOf(comfortable), 'main').minHeight).to.equal('44px');
    const own = await menuUnder('campaign-actions { --ck-control-height: 50px }', { density: 'comfortable' });
    expect(styleOf(own.shadowRoot!, 'button').minHeight).to.equal('50px');
  });

  for (const [state, happens] of [
    ['loading', world => world.fault({ slowMs: 3_000, path: 'campaigns.menu' })],
    ['ready', () => {}],
    ['error', world => world.fault({ status: 500, path: 'campaigns.menu' })],
    ['offline', world => world.fault({ down: true, path: 'campaigns.menu' })],
    ['expired', world => world.logOut()],
  ] as [string, (world: TestWorld) => unknown][]) {
    it(`hears of the state ${state}, alone`, async () => {
      await hostCss.replace(`campaign-actions:state(${state}) { outline: 5px solid rgb(4, 5, 6) }`);
      const world = await testWorld(structuredClone(seed));
      await happens(world);
      const element = new CampaignActions();
      element.campaignId = world.campaignIds[0]!;
      mount(world, element);
      await eventually(() => getComputedStyle(element).outlineWidth === '5px', state);
      const { states } = await documented('campaign-actions');
      const directions = ['rtl', 'ltr'];
      expect(states.filter(one => !directions.includes(one) && element.matches(`:state(${one})`))).to.deep.equal([
        state,
      ]);
    });
  }

  it('hears that there is nothing yet, and that somebody may not see it', async () => {
    const world = await testWorld(structuredClone(seed));
    const history = mount(world, new OperationHistory());
    await eventually(() => history.matches(':state(empty)'));
    const forbidden = new OperationHistory();
    mount({ ...world, fetchSession: () => world.session({ role: 'texter' }) }, forbidden);
    await eventually(() => forbidden.matches(':state(forbidden)'));
  });
});
