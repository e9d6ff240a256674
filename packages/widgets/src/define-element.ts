/** Defines a class under a tag. A tag that is taken stays as it is, and the page's author hears of it. */
export function defineElement(
  element: CustomElementConstructor & { readonly tag: string },
  tag: string,
  registry: CustomElementRegistry,
): void {
  const known = registry.get(tag);
  if (known === element || known?.prototype instanceof element) return;
  if (known) {
    console.warn(`Campaign Kit: <${tag}> is defined already; this copy leaves it alone.`);
    return;
  }
  registry.define(tag, tag === element.tag ? element : class extends element {});
}
