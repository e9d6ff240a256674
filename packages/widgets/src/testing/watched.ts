/** A token with a value that nothing else has, so that it is known again wherever it arrives. */
const marks: Readonly<Record<string, string>> = {
  ...{ '--ck-font-size': '17px', '--ck-space': '5.5px', '--ck-radius': '9.5px', '--ck-control-height': '53px' },
  ...{ '--ck-motion': '77ms', '--ck-shadow': '0 0 13px rgb(3, 2, 1)' },
};
const markOf = (token: string, at: number) => marks[token] ?? `rgb(1, 2, ${100 + at})`;

const watchedProperties = [
  ...['color', 'background-color', 'border-top-color', 'outline-color', 'outline-style', 'accent-color'],
  ...['text-decoration-color', 'box-shadow', 'font-size', 'padding-top', 'padding-left', 'row-gap', 'column-gap'],
  ...['margin-top', 'min-height', 'height', 'border-top-left-radius', 'transition-duration'],
];

/** What was seen of an element over all the scenes that it was watched in. */
export type Watched = { parts: Set<string>; tokens: Set<string>; states: Set<string>; look: () => void };

/** Watches which of its parts, tokens and states an element shows; `look` is called whenever there is something new. */
export function watched(element: HTMLElement, tokens: readonly string[], states: readonly string[]): Watched {
  const seen = { parts: new Set<string>(), tokens: new Set<string>(), states: new Set<string>() };
  function look() {
    for (const one of inside(element)) for (const part of one.part) seen.parts.add(part);
    for (const state of states) if (element.matches(`:state(${state})`)) seen.states.add(state);
    const isColor = (token: string) => !(token in marks);
    const missing = tokens.filter(token => !seen.tokens.has(token));
    // Colors are told apart by their marks; what is reckoned with is told by what it changes.
    for (const [at, token] of tokens.entries()) if (isColor(token)) element.style.setProperty(token, markOf(token, at));
    const colors = drawn(element);
    for (const token of missing.filter(isColor)) {
      if (colors.includes(markOf(token, tokens.indexOf(token)))) seen.tokens.add(token);
    }
    for (const token of missing.filter(token => !isColor(token))) {
      element.style.setProperty(token, markOf(token, 0));
      if (drawn(element) !== colors) seen.tokens.add(token);
      element.style.removeProperty(token);
    }
    element.removeAttribute('style');
  }
  return { ...seen, look };
}

/** The computed styles of everything that the element draws, its ring of the focus only where there is one. */
function drawn(element: HTMLElement): string {
  return inside(element)
    .map(one => {
      const style = getComputedStyle(one);
      const ring = style.outlineStyle !== 'none';
      return watchedProperties
        .filter(name => ring || !name.startsWith('outline'))
        .map(name => style.getPropertyValue(name))
        .join(';');
    })
    .join('\n');
}

/** Everything in its shadow root, and in those of elements that it makes inside. */
function inside(element: Element): HTMLElement[] {
  const own = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])];
  return own.flatMap(one => [one, ...inside(one)]);
}
