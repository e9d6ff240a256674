/** The narrowest page that elements are made for, in px. */
export const narrow = 320;

/** What of an element is wider than the page or cut off, as text; what people wrote themselves may be cut off. */
export function outside(element: Element): string[] {
  const found = [...element.shadowRoot!.querySelectorAll<HTMLElement>('*')].filter(isShown).filter(isWrong);
  const page =
    document.documentElement.scrollWidth > narrow ? [`the page: ${document.documentElement.scrollWidth} px`] : [];
  return [
    ...page,
    ...found.map(one => `<${one.localName} class="${one.className}">: ${one.innerText || one.outerHTML}`),
  ];
}

function isShown(one: HTMLElement): boolean {
  const { width, height } = one.getBoundingClientRect();
  // The head of a table is for those who listen where there is no room for it.
  return width > 1 && height > 1 && one.checkVisibility() && !one.closest('.hidden, svg, option, thead');
}

function isWrong(one: HTMLElement): boolean {
  const { left, right } = one.getBoundingClientRect();
  if (left < -1 || right > narrow + 1) return true;
  if (one.matches('dd.number') && linesOf(one) > 1) return true;
  const { overflowX, display } = getComputedStyle(one);
  if (display === 'inline' || one.matches('input, textarea, [dir=auto]')) return false;
  const tooWide = one.scrollWidth > one.clientWidth + 1;
  return tooWide && overflowX !== 'auto' && overflowX !== 'scroll';
}

function linesOf(one: HTMLElement): number {
  const text = document.createRange();
  text.selectNodeContents(one);
  return new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size;
}
