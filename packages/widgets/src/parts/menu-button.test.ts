import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import { button } from '../styles/button.ts';
import { text } from '../styles/text.ts';
import { tokens } from '../styles/tokens.ts';
import { MenuButton } from './menu-button.ts';
import { menuButtonStyles } from './menu-button.styles.ts';

class MenuHost extends LitElement {
  selected: string[] = [];
  menu = new MenuButton(this, { select: id => this.selected.push(id) });
  protected override render() {
    return this.menu.render({
      label: 'Actions',
      items: [
        { id: 'release', label: 'Release', detail: 'Back to the pool', end: '12' },
        { id: 'mark', label: 'Mark', detail: 'The campaign is archived.', disabled: true },
        { id: 'archive', label: 'Archive', danger: true, separated: true },
        { id: 'remove', label: 'Remove', danger: true },
      ],
    });
  }
  static override styles = [tokens, text, button, menuButtonStyles];
}
customElements.define('test-menu-host', MenuHost);

describe('a menu button', () => {
  async function host() {
    const element = await fixture<MenuHost>(html`<test-menu-host></test-menu-host>`);
    const opener = element.renderRoot.querySelector<HTMLElement>('#menu-button')!;
    opener.focus();
    return { element, opener };
  }
  const focused = ({ element }: { element: MenuHost }) =>
    element.shadowRoot?.activeElement?.querySelector('.label')?.textContent ?? element.shadowRoot?.activeElement?.id;
  async function press(on: { element: MenuHost }, ...keys: string[]) {
    for (const key of keys) {
      await sendKeys({ press: key });
      await on.element.updateComplete;
      await new Promise(requestAnimationFrame);
    }
    return focused(on);
  }

  for (const [keys, where] of [
    [['Enter'], 'Release'],
    [['Space'], 'Release'],
    [['ArrowDown'], 'Release'],
    [['ArrowUp'], 'Remove'],
    [['Enter', 'ArrowDown'], 'Mark'],
    [['Enter', 'ArrowUp'], 'Remove'],
    [['Enter', 'End', 'ArrowDown'], 'Release'],
    [['Enter', 'End', 'Home'], 'Release'],
    [['Enter', 'a'], 'Archive'],
    [['Enter', 'r'], 'Remove'],
    [['Enter', 'r', 'r'], 'Release'],
    [['Enter', 'r', 'e', 'm'], 'Remove'],
    [['Enter', 'Escape'], 'menu-button'],
    [['Enter', 'ArrowDown', 'Enter'], 'Mark'],
    [['Enter', 'Enter'], 'menu-button'],
  ] as const) {
    it(`${keys.join(', ')} leads to ${where}`, async () => {
      const shown = await host();
      expect(await press(shown, ...keys)).to.equal(where);
    });
  }

  it('does not run what is greyed out, and says why to everyone', async () => {
    const shown = await host();
    await press(shown, 'Enter', 'ArrowDown', 'Enter');
    expect(shown.element.selected).to.deep.equal([]);
    const item = shown.element.shadowRoot?.activeElement;
    expect(item?.getAttribute('aria-disabled')).to.equal('true');
    expect(item?.textContent).to.include('The campaign is archived.');
  });

  it('closes on Tab, and when its button is pressed again', async () => {
    const shown = await host();
    await press(shown, 'Enter', 'Tab');
    expect(shown.element.menu.open).to.equal(false);
    shown.opener.click();
    await shown.element.updateComplete;
    expect(shown.element.menu.open).to.equal(true);
    shown.opener.click();
    await shown.element.updateComplete;
    expect(shown.element.menu.open).to.equal(false);
  });

  it('keeps its keys to itself', async () => {
    const shown = await host();
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen);
    await press(shown, 'Enter', 'Escape');
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal([]);
  });

  it('is closed when it is taken from the page, and opens again after', async () => {
    const shown = await host();
    await press(shown, 'Enter');
    const { parentElement } = shown.element;
    shown.element.remove();
    expect(shown.element.menu.open).to.equal(false);
    parentElement?.append(shown.element);
    shown.opener.focus();
    expect(await press(shown, 'Enter')).to.equal('Release');
  });

  it('is accessible, closed and open', async () => {
    const shown = await host();
    await expect(shown.element).to.be.accessible();
    await press(shown, 'Enter');
    await new Promise(resolve => setTimeout(resolve, 200));
    await expect(shown.element).to.be.accessible();
  });
});
