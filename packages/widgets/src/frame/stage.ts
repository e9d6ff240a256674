import type { Lift, Place } from './bridge.ts';

/** Menus and dialogs close with a short fade, and a dialog follows a menu: the frame goes back when it is really over. */
const lingerMs = 180;
/** Room in px for the shadow of what floats, and for the focus ring of what stands. */
const [shadow, ring] = [24, 4];

type Host = { lift: (lift: Lift) => Promise<Place>; shown: (clip: string) => void };

/**
 * What opens in the top layer needs more room than the frame has: as long as something is open, the host lifts the frame
 * over its whole window, and the element stays where it was seen. A toast lifts it too, clipped to the toast.
 */
export class Stage {
  #host: Host;
  #open = new Map<HTMLElement, Lift>();
  #lifted: Lift = 0;
  #place: Place | null = null;
  #clip = '';
  #moving = false;
  #emptyAt = 0;
  #watching = false;

  constructor(host: Host) {
    this.#host = host;
    addEventListener('resize', () => this.#settle());
    const opened = (element: HTMLElement) => this.#opened(element);
    const { showPopover } = HTMLElement.prototype;
    const { showModal } = HTMLDialogElement.prototype;
    // This page is ours alone. Popovers and dialogs tell of their opening only inside their own shadow root.
    HTMLElement.prototype.showPopover = function (this: HTMLElement, options) {
      showPopover.call(this, options);
      opened(this);
    };
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      showModal.call(this);
      opened(this);
    };
  }

  /** The window around has moved under the lifted frame. */
  moved(place: Place): void {
    this.#place = place;
    this.#settle();
    dispatchEvent(new Event('resize'));
  }

  /** Escape was pressed outside of the frame: closes what was opened last. */
  escape(): void {
    const last = [...this.#open.keys()].at(-1);
    last?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  }

  #opened(element: HTMLElement): void {
    const modal = element instanceof HTMLDialogElement || element.popover === 'auto';
    this.#open.delete(element);
    this.#open.set(element, modal ? 2 : 1);
    // A small thing that has room where it is stays there.
    queueMicrotask(() => {
      if (!modal && this.#lifted === 0 && fits(element)) this.#open.delete(element);
      this.#look();
    });
  }

  /** While something is open, each frame asks whether it still is: what leaves the page says nothing. */
  #look = (): void => {
    for (const element of this.#open.keys()) {
      if (!element.isConnected || !element.matches('dialog[open], :popover-open')) this.#open.delete(element);
    }
    const wanted = Math.max(0, ...this.#open.values()) as Lift;
    if (wanted > 0) this.#emptyAt = performance.now();
    const over = wanted > 0 || performance.now() - this.#emptyAt > lingerMs;
    if (over && wanted !== this.#lifted && !this.#moving) void this.#lift(wanted);
    if (this.#lifted === 1 && !this.#moving) this.#show();
    if (this.#watching || (this.#lifted === 0 && wanted === 0)) return;
    this.#watching = true;
    requestAnimationFrame(() => {
      this.#watching = false;
      this.#look();
    });
  };

  async #lift(wanted: Lift): Promise<void> {
    this.#moving = true;
    this.#lifted = wanted;
    this.#clip = '-';
    this.#place = await this.#host.lift(wanted);
    this.#settle();
    await twoFrames();
    dispatchEvent(new Event('resize'));
    this.#moving = false;
    this.#show();
    this.#look();
  }

  /** Puts the element where it was: at its place while the frame has the size of the window, else at its corner. */
  #settle(): void {
    const [left, top, width, , frameWidth, frameHeight] = this.#place ?? [0, 0, 0, 0, 0, 0];
    const wide = Math.abs(innerWidth - frameWidth) <= 1 && Math.abs(innerHeight - frameHeight) <= 1;
    const { style } = document.body;
    const lifted = this.#lifted > 0 && wide;
    style.setProperty('inset', lifted ? `${top}px auto auto ${left}px` : '');
    style.setProperty('inline-size', lifted ? `${width}px` : '');
  }

  #show(): void {
    const clip = this.#lifted === 1 ? this.#clipped() : '';
    if (clip === this.#clip) return;
    this.#clip = clip;
    this.#host.shown(clip);
  }

  /** A box around the element and one around each thing that floats; between them the host's page is there to be used. */
  #clipped(): string {
    const boxes = [document.body, ...this.#open.keys()].map(element => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const room = element === document.body ? ring : shadow;
      const above = Math.min(room, ring);
      return `M${left - room} ${top - above}H${right + room}V${bottom + room}H${left - room}Z`;
    });
    return `path("${boxes.join('')}")`;
  }
}

function fits(element: HTMLElement): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  return inside && element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1;
}

/** Two frames are drawn; a frame that nobody sees draws none, and does not wait for ever. */
const twoFrames = () =>
  Promise.race([
    new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    new Promise(late => setTimeout(late, 200)),
  ]);
