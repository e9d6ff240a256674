import type { ActionRequestEvent } from '../action-events.ts';
import type { ElementState, KitElement } from '../element.ts';
import type { Answers, Place, Serves, ToFrame, ToHost } from './bridge.ts';
import { FramedKit } from './framed-kit.ts';
import { strip, tokenNames, wear } from './looks.ts';
import { ask, serve } from './port.ts';
import { Stage } from './stage.ts';
import { eventNames, ToldEvents } from './told-events.ts';

/*
 * The page `/embed/<element>`: one element, which `boot.js` loads, and a port to the page around it. The port is offered to
 * one origin, the `host` of the address, and the browser delivers it to no other: who has it is the host.
 */
const tag = location.pathname.split('/').at(-1) ?? '';
const address = new URLSearchParams(location.search);
const host = address.get('host') ?? '';
const { port1: port, port2: forHost } = new MessageChannel();

const say = <Name extends keyof ToHost>(name: Name, ...words: ToHost[Name]) => port.postMessage([name, ...words]);
const asked = <Name extends keyof Answers>(name: Name, ...words: ToHost[Name]) =>
  ask<Answers[Name]>(port, [name, ...words]);

const element = document.createElement(tag) as KitElement & { open?: boolean };
const endpoint = new URL('..', location.href).href;
const kit = new FramedKit(endpoint, host, ({ reason }) => asked('mint', reason));
const events = new ToldEvents();
const stage = new Stage({ lift: lift => asked('lift', lift), shown: clip => say('shown', clip) });

serve(port, {
  is: (attributes, timeZone, looks) => {
    wear(looks);
    kit.update({ timeZone: timeZone || undefined });
    take(attributes);
    if (!element.isConnected) document.body.append(element);
  },
  at: (place: Place) => stage.moved(place),
  do: (deed, event) => (deed === 'logout' ? kit.logout() : events.do(deed, event ?? 0)),
  escape: () => stage.escape(),
} satisfies Serves<ToFrame>);

strip();
take(Object.fromEntries(address));
kit.attach(element);
forward();
void customElements.whenDefined(tag).then(follow);
if (parent !== window) parent.postMessage(tokenNames, host, [forHost]);

/** Takes what is an attribute of this element, and nothing that could mean something to the page. */
function take(attributes: Record<string, string>): void {
  const known = customElements.get(tag) as { observedAttributes?: string[] } | undefined;
  if (!known) return void customElements.whenDefined(tag).then(() => take(attributes));
  for (const name of [...(known.observedAttributes ?? []), 'density']) {
    const value = attributes[name];
    if (value === undefined) element.removeAttribute(name);
    else if (value !== element.getAttribute(name)) element.setAttribute(name, value);
  }
}

function forward(): void {
  for (const name of eventNames) {
    addEventListener(
      name,
      event => {
        if (event.target !== element) return;
        const words = events.words(event);
        if (event.cancelable) kit.holdDeed(event as ActionRequestEvent, asked('event', ...words));
        else say('event', ...words);
        if ('open' in element) say('open', element.open === true);
      },
      true,
    );
  }
  // A key that nobody in here took is the host's: its own dialog may wait for it.
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented)
      say('event', 'keydown', { bubbles: true, composed: true }, { key: 'Escape' }, 0);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => say('look'));
}

/** Tells the host how large the element is, what state it is in, and what it is called. */
async function follow(): Promise<void> {
  const inline = () => getComputedStyle(element).display.startsWith('inline');
  new ResizeObserver(() => {
    document.body.classList.toggle('inline', inline());
    const { width, height } = document.body.getBoundingClientRect();
    say('size', inline() ? Math.ceil(width) : null, Math.ceil(height));
  }).observe(document.body);
  const show = element.showState.bind(element);
  element.showState = (state: ElementState, error) => {
    show(state, error);
    say('state', state);
  };
  await element.updateComplete;
  new MutationObserver(sayTitle).observe(element.renderRoot, { subtree: true, childList: true, attributes: true });
  sayTitle();
}

function sayTitle(): void {
  const named = element.renderRoot.querySelector('[aria-label], h2');
  const title = named?.getAttribute('aria-label') ?? named?.textContent?.trim() ?? tag;
  if (title === document.title) return;
  document.title = title;
  say('title', title);
}
