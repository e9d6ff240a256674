/** A dialog that an element makes inside itself. */
export type DialogClass<T> = {
  readonly tag: string;
  define: (tag: string, registry: CustomElementRegistry) => void;
  new (): T;
};

/** Makes a dialog in its opener's registry, its tag with the opener's prefix: a page may have given the plain one away. */
export function makeDialog<T>(dialog: DialogClass<T>, opener: HTMLElement, openerTag: string): T {
  const { localName, customElementRegistry, ownerDocument } = opener;
  const prefix = localName.endsWith(openerTag) ? localName.slice(0, -openerTag.length) : `${localName}-`;
  const tag = prefix + dialog.tag;
  // An opener that was taken to another document has that one's registry, which makes nothing of ours.
  const registry = (ownerDocument === document && customElementRegistry) || customElements;
  dialog.define(tag, registry);
  return document.createElement(tag, { customElementRegistry: registry }) as T;
}
