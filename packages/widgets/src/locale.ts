/** The language of a place in the page: its own or the nearest `lang`, out through shadow roots; then the browser's. */
export function localeAt(element: Element): string {
  return nearest(element, 'lang') || navigator.language || 'en';
}

/** Where a locale is written from right to left. */
export function isRightToLeft(locale: string): boolean {
  try {
    const script = new Intl.Locale(locale).maximize().script ?? '';
    return ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm'].includes(script);
  } catch {
    return false;
  }
}

/** The value of an attribute here or on the nearest ancestor, out through shadow roots. */
export function nearest(element: Element, attribute: string): string | null {
  for (let at: Element | null = element; at;) {
    const found = at.closest(`[${attribute}]`);
    if (found) return found.getAttribute(attribute);
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** Hears of a `lang` or `dir` that changes somewhere around the element. Answers with the way to stop. */
export function watchLanguage(element: Element, onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  for (let root: Node = element.getRootNode(); ; root = root.host.getRootNode()) {
    observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
    if (!(root instanceof ShadowRoot)) break;
  }
  return () => observer.disconnect();
}
