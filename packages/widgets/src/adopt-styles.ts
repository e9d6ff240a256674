import type { LitElement } from 'lit';

/** A style sheet belongs to the document that made it: an element that was taken to another gets its styles made there. */
export function adoptStyles(element: LitElement): void {
  const { shadowRoot, ownerDocument } = element;
  const view = ownerDocument.defaultView;
  if (!shadowRoot || !view) return;
  const { elementStyles } = element.constructor as typeof LitElement;
  shadowRoot.adoptedStyleSheets = elementStyles.map(style => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync('cssText' in style ? style.cssText : '');
    return sheet;
  });
}
