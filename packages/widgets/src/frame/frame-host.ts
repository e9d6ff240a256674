import type { Mint, Minted, MintReason } from '../session.ts';
import type { Lift, Place, Serves, ToHost } from './bridge.ts';
import { ask, serve } from './port.ts';

/*
 * What stands on the host's page in the place of the elements: a frame with the server's page `/embed/<element>`, through
 * which attributes, properties, looks, sessions and events are handed. No framework, as it is all that the host's page loads.
 */
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  ':host{display:block}:host(campaign-kit){display:contents}:host(campaign-actions){display:inline-block;vertical-align:middle}:host([hidden]){display:none}div{position:relative}:host(campaign-actions)>div{width:32px;height:32px}dialog{all:unset;position:absolute;inset:-4px}dialog:modal,dialog:popover-open{position:fixed;inset:0}dialog::backdrop{display:none}iframe{display:block;border:0;width:100%;height:100%;color:light-dark(red,tan)}',
);

const inside = <K extends keyof HTMLElementTagNameMap>(parent: Node, tag: K): HTMLElementTagNameMap[K] =>
  parent.appendChild(document.createElement(tag));

abstract class Base extends HTMLElement {
  protected readonly root = this.attachShadow({ mode: 'open' });

  constructor() {
    super();
    this.root.adoptedStyleSheets = [sheet];
  }

  /** Gives what the host set before the element woke up to the accessors. */
  connectedCallback(): void {
    for (const [name, value] of Object.entries(this)) {
      const own = this as Record<string, unknown>;
      if (!(name in (Object.getPrototypeOf(this) as object))) continue;
      delete own[name];
      own[name] = value;
    }
  }
}

class Kit extends Base {
  declare fetchSession?: Mint;
  frames = new Set<Frame>();
  #minted: Minted | null = null;
  #at = 0;
  #minting: Promise<Minted> | null = null;

  constructor() {
    super();
    inside(this.root, 'slot');
  }

  get kit(): this {
    return this;
  }

  /** One mint serves all frames: a token of the last minute is given out again, unless one was refused. */
  mint(reason: MintReason): Promise<Minted> | Minted {
    if (this.#minted && performance.now() - this.#at < 6e4 && reason[1] !== 'n' && reason[2] !== 'c')
      return this.#minted;
    return (this.#minting ??= this.#mint(reason).finally(() => (this.#minting = null)));
  }

  async #mint(reason: MintReason): Promise<Minted> {
    const signal = AbortSignal.timeout(15e3);
    let minted: Minted;
    if (this.fetchSession) minted = await this.fetchSession({ reason, signal });
    else {
      const answer = await fetch(this.getAttribute('session-url')!, {
        method: 'POST',
        cache: 'no-store',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reason }),
        signal,
      });
      if (!answer.ok) throw Error(`The session address answered ${answer.status}.`);
      minted = (await answer.json()) as Minted;
    }
    this.#at = performance.now();
    return (this.#minted = minted);
  }

  /** Ends the session on the server, in all frames and in the host's other tabs. */
  async logout(): Promise<void> {
    this.#minted = null;
    await Promise.all([...this.frames].map(frame => frame.do('logout')));
  }
}

class Frame extends Base {
  #box = inside(this.root, 'div');
  #dialog = inside(this.#box, 'dialog');
  #frame = inside(this.#dialog, 'iframe');
  #states = this.attachInternals().states;
  #kit: Kit | null = null;
  #port: MessagePort | null = null;
  #tokens: string[] = [];
  #said = '';
  #back: HTMLElement | null = null;
  #watching = new MutationObserver(() => this.#tell());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#dialog.popover = 'manual';
    this.#dialog.oncancel = event => {
      event.preventDefault();
      this.#port?.postMessage(['escape']);
    };
    this.#frame.title = this.localName;
    this.#frame.sandbox.value = 'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads';
    // Where the browser refuses the page, nobody can tell but by its silence.
    this.#frame.onload = () =>
      setTimeout(() => {
        if (this.isConnected && !this.#port)
          console.warn(`Campaign Kit: ${this.#frame.src} does not answer. Is ${location.origin} an allowed origin?`);
      }, 3e3);
    for (const type of ['message', 'resize', 'scroll']) addEventListener(type, this, true);
    this.#tell();
  }

  disconnectedCallback(): void {
    for (const type of ['message', 'resize', 'scroll']) removeEventListener(type, this, true);
    this.#watching.disconnect();
    this.#kit?.frames.delete(this);
    this.#port = null;
    this.#lift(0);
  }

  /** Only this frame's own window, and only while the server's page is in it, may say hello; it brings a port of its own. */
  handleEvent({ source, origin, data, ports: [port] = [] }: MessageEvent<string[]>): void {
    if (port) {
      if (source === this.#frame.contentWindow && origin === new URL(this.#frame.src).origin) this.#hello(port, data);
    } else if (this.#dialog.matches(':modal,:popover-open')) this.#port?.postMessage(['at', this.#place()]);
  }

  do(deed: string, event?: number): Promise<unknown> {
    return ask(this.#port, ['do', deed, event]);
  }
  show(): void {
    this.toggleAttribute('open', true);
  }
  close(): void {
    this.toggleAttribute('open', false);
  }

  #hello(port: MessagePort, tokens: string[]): void {
    const { style } = this.#box;
    this.#dialog.removeAttribute('style');
    this.#port = port;
    this.#tokens = tokens;
    this.#said = '';
    serve(port, {
      title: title => (this.#frame.title = title),
      size: (width, height) => {
        style.width = width === null ? '' : `${width}px`;
        style.height = `${height}px`;
      },
      state: state => {
        this.#states.clear();
        this.#states.add(state);
      },
      open: open => this.toggleAttribute('open', open),
      shown: clip => {
        this.#dialog.style.clipPath = clip;
        this.#dialog.style.opacity = '';
      },
      look: () => this.#tell(),
      mint: reason => this.#kit!.mint(reason),
      lift: lift => this.#lift(lift),
      event: (type, init, { undo, error, ...detail }, number) => {
        const event = Object.assign(new Event(type, init), detail);
        if (undo) Object.assign(event, { undo: () => this.do('undo', number) });
        if (error) {
          const retry = () => this.do('retry', number);
          Object.assign(event, { error: Object.assign(new Error(), error, { retry }) });
        }
        return this.dispatchEvent(event);
      },
    } satisfies Serves<ToHost>);
    this.#tell();
  }

  /** Looks where the element stands, watches that, and says it to the frame where it is something new. */
  #tell(): void {
    let lang = '';
    this.#kit?.frames.delete(this);
    this.#kit = null;
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the way out begins here
    for (let at: Node | null = this; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
      this.#watching.observe(at, { attributes: true });
      lang ||= (at as HTMLElement).lang;
      if (!this.#kit && at instanceof Kit) this.#kit = at;
    }
    // A dialog takes the focus before it is lifted: where the focus is to go back to is known only now.
    const { activeElement } = this.getRootNode() as Document;
    if (activeElement !== this && this.hasAttribute('open')) this.#back ??= activeElement as HTMLElement;
    const endpoint = this.#kit?.getAttribute('endpoint');
    if (!endpoint) return;
    this.#kit!.frames.add(this);
    const hosts = [location.origin, ...(location.ancestorOrigins ?? [])];
    const src = `${endpoint}/embed/${this.localName}?host=${hosts.join('&host=')}`;
    if (this.#frame.getAttribute('src') !== src) this.#frame.src = src;
    const style = getComputedStyle(this);
    const words = [
      'is',
      Object.fromEntries([...this.attributes].map(({ name, value }) => [name, value])),
      this.#kit!.getAttribute('time-zone'),
      {
        lang,
        dir: style.direction,
        font: style.fontFamily,
        scheme: getComputedStyle(this.#frame).color === 'rgb(255, 0, 0)' ? 'light' : 'dark',
        tokens: this.#tokens.map(name => style.getPropertyValue(name)),
      },
    ];
    const said = JSON.stringify(words);
    if (this.#port && this.#said !== said) this.#port.postMessage(words);
    this.#said = said;
  }

  /** Nothing of it is seen until the frame has moved what it shows to where it was: then it says `shown`. */
  #lift(lift: Lift): Place {
    const dialog = this.#dialog;
    dialog.style.opacity = '0';
    dialog.close();
    dialog.hidePopover();
    if (lift > 1) dialog.showModal();
    else if (lift) dialog.showPopover();
    else {
      this.#back?.focus();
      this.#back = null;
    }
    return this.#place();
  }

  #place(): Place {
    const { x, y, width, height } = this.#box.getBoundingClientRect();
    return [x, y, width, height, this.#frame.clientWidth, this.#frame.clientHeight];
  }
}

/** Each attribute is a property too. */
function mirror(element: typeof HTMLElement, attributes: string): void {
  for (const name of attributes.split(' ')) {
    Object.defineProperty(
      element.prototype,
      name.replace(/-./g, ([, letter]) => letter!.toUpperCase()),
      {
        get(this: HTMLElement) {
          const value = this.getAttribute(name);
          return name === 'open' ? value !== null : name === 'campaign-id' ? Number(value) : (value ?? '');
        },
        set(this: HTMLElement, value: unknown) {
          if (value === false || value === null) this.removeAttribute(name);
          else this.setAttribute(name, value === true ? '' : `${value as string}`);
        },
      },
    );
  }
}

/** Makes the kit's elements of this page frames. */
export function defineFrames(tags: readonly string[]): void {
  mirror(Kit, 'endpoint session-url time-zone');
  mirror(Frame, 'campaign-id label variant density open');
  for (const tag of tags) customElements.define(tag, tag === 'campaign-kit' ? Kit : class extends Frame {});
}
