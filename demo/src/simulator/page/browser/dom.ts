/** The element of the page with this id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

type Content = Node | string | null;

/** Makes an element with a class and content. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  ...content: Content[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content.filter(piece => piece !== null));
  return element;
}

/** Writes a text only where it is another one, so that nothing that is read aloud or selected is disturbed. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const minute = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const whole = new Intl.NumberFormat();

export const timeOf = (at: number) => clock.format(at);
export const minuteOf = (at: number) => minute.format(at);
export const numberOf = (count: number) => whole.format(count);

/** A number as people read it: +1 (312) 555-0142. */
export function readable(phone: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone) ?? [];
  return area ? `+1 (${area}) ${exchange}-${line}` : phone;
}

/** One of a few colours that stays with the number. */
export function hueOf(phone: string): string {
  let sum = 0;
  for (const digit of phone) sum = (sum * 31 + digit.charCodeAt(0)) % 997;
  return `hue-${sum % 8}`;
}
