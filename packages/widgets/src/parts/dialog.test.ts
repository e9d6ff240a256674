import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import { button } from '../styles/button.ts';
import { text } from '../styles/text.ts';
import { tokens } from '../styles/tokens.ts';
import { dialogSteps } from './dialog-steps.ts';
import { Dialog } from './dialog.ts';
import { dialogStyles } from './dialog.styles.ts';

class DialogHost extends LitElement {
  said: string[] = [];
  at = 0;
  dialog = new Dialog(this, { open: () => this.said.push('open'), close: () => this.said.push('close') });
  protected override render() {
    return html`<button id="opener" @click=${() => this.dialog.show()}>Open</button> ${this.dialog.render({
        title: 'Release unsent messages',
        about: 'Phonebank P1',
        closeLabel: 'Close',
        body: html`<input aria-label="Name" />`,
        footer: html`<button class="button main" autofocus>Release</button>`,
        steps: dialogSteps({
          ...{ names: ['One', 'Two'], at: this.at, label: 'Steps' },
          back: { label: 'Back', go: () => {} },
        }),
      })}`;
  }
  static override styles = [tokens, text, button, dialogStyles];
}
customElements.define('test-dialog-host', DialogHost);

describe('a dialog', () => {
  const frame = () => new Promise(resolve => setTimeout(resolve, 30));
  async function opened(into?: HTMLElement) {
    const box = await fixture<HTMLElement>(html`<div><test-dialog-host></test-dialog-host></div>`);
    const element = box.firstElementChild as DialogHost;
    into?.append(element);
    const opener = element.renderRoot.querySelector<HTMLElement>('#opener')!;
    opener.focus();
    opener.click();
    await element.updateComplete;
    await frame();
    const native = element.renderRoot.querySelector('dialog')!;
    return { element, opener, native };
  }

  it('is modal, focuses what it is about, and gives the focus back', async () => {
    const { element, opener, native } = await opened();
    expect(native.matches(':modal')).to.equal(true);
    expect(element.shadowRoot?.activeElement?.textContent).to.equal('Release');
    await sendKeys({ press: 'Escape' });
    await frame();
    expect(native.open).to.equal(false);
    expect(element.shadowRoot?.activeElement).to.equal(opener);
    expect(element.said).to.deep.equal(['open', 'close']);
  });

  it('closes alone inside a dialog of the host, whose keys it does not use', async () => {
    const outer = document.createElement('dialog');
    document.body.append(outer);
    outer.showModal();
    const heard: string[] = [];
    outer.addEventListener('keydown', event => heard.push(event.key));
    const { native } = await opened(outer);
    await sendKeys({ press: 'Escape' });
    await frame();
    expect([native.open, outer.open]).to.deep.equal([false, true]);
    expect(heard).to.deep.equal([]);
    outer.remove();
  });

  it('is seen whole where the host clips', async () => {
    const clip = await fixture<HTMLElement>(html`<div></div>`);
    clip.style.setProperty('overflow', 'hidden');
    clip.style.setProperty('height', '10px');
    clip.style.setProperty('transform', 'scale(1)');
    const { native } = await opened(clip);
    const { x, y, width, height } = native.getBoundingClientRect();
    expect(height).to.be.greaterThan(150);
    expect(native.ownerDocument.elementFromPoint(x + width / 2, y + height - 20)?.localName).to.equal(
      'test-dialog-host',
    );
  });

  it('stays open, and modal, when the element is moved in the page', async () => {
    const { element, native } = await opened();
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(element);
    await element.updateComplete;
    await frame();
    expect(native.matches(':modal')).to.equal(true);
    expect(element.said).to.deep.equal(['open']);
  });

  it('is a sheet from below in a narrow window', async () => {
    await setViewport({ width: 320, height: 600 });
    const { native } = await opened();
    await new Promise(resolve => setTimeout(resolve, 250));
    const { left, right, bottom } = native.getBoundingClientRect();
    await setViewport({ width: 800, height: 600 });
    expect([left, right, Math.round(bottom)]).to.deep.equal([0, 320, 600]);
  });

  it('does not run on a key that was held down from before', async () => {
    const { native } = await opened();
    const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });
    native.querySelector('.main')?.dispatchEvent(held);
    expect(held.defaultPrevented).to.equal(true);
  });

  it('is accessible', async () => {
    const { element } = await opened();
    await new Promise(resolve => setTimeout(resolve, 200));
    await expect(element).to.be.accessible();
  });
});
