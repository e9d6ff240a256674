import type { CSSResult, LitElement } from 'lit';

const added = new WeakMap<LitElement, CSSResult[]>();

/** Gives an element styles that came later than it: with a part of it that is loaded when it is first needed. */
export function addStyles(element: LitElement, styles: CSSResult): void {
  added.set(element, [...(added.get(element) ?? []), styles]);
  element.shadowRoot?.adoptedStyleSheets.push(...sheetsFor(element.ownerDocument, [styles]));
}

/** A style sheet belongs to the document that made it: an element that was taken to another gets its styles made there. */
export function adoptStyles(element: LitElement): void {
  const { elementStyles } = element.constructor as typeof LitElement;
  const all = [...(elementStyles as CSSResult[]), ...(added.get(element) ?? [])];
  if (element.shadowRoot) element.shadowRoot.adoptedStyleSheets = sheetsFor(element.ownerDocument, all);
}

function sheetsFor({ defaultView: view }: Document, styles: readonly CSSResult[]): CSSStyleSheet[] {
  if (!view) return [];
  return styles.map(({ cssText }) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(cssText);
    return sheet;
  });
}
