import { noChange, type ChildPart } from 'lit';
import { clearPart, insertPart, removePart, setChildPartValue, setCommittedValue } from 'lit/directive-helpers.js';
import { Directive, directive } from 'lit/directive.js';

class Keyed extends Directive {
  #parts: Map<unknown, ChildPart> | null = null;

  render<T>(_items: Iterable<T>, _keyOf: (item: T) => unknown, _template: (item: T, at: number) => unknown): unknown {
    return noChange;
  }

  override update<T>(part: ChildPart, [items, keyOf, template]: Parameters<typeof this.render<T>>): unknown {
    if (!this.#parts) clearPart(part);
    const old = this.#parts ?? new Map<unknown, ChildPart>();
    const wanted = new Map([...items].map(item => [keyOf(item), item]));
    for (const [key, one] of old) if (!wanted.has(key)) remove(one);
    const left = [...old].filter(([key]) => wanted.has(key));
    const parts = new Map<unknown, ChildPart>();
    let at = 0;
    for (const [key, item] of wanted) {
      while (at < left.length && parts.has(left[at]?.[0])) at++;
      const here = left[at];
      const known = old.get(key);
      const one = here && here[0] === key ? here[1] : insertPart(part, here?.[1], known);
      setChildPartValue(one, template(item, parts.size));
      parts.set(key, one);
    }
    this.#parts = parts;
    setCommittedValue(part, [...parts.values()]);
    return noChange;
  }
}

/** lit leaves the mark at the end of a part behind (its issue 5298): in a list that is scrolled for long these are many. */
function remove(part: ChildPart): void {
  const { endNode } = part;
  removePart(part);
  endNode?.parentNode?.removeChild(endNode);
}

/** A list of which each item keeps its nodes by its key, wherever it goes. It stands where nodes may be. */
export const keyed = directive(Keyed) as <T>(
  items: Iterable<T>,
  keyOf: (item: T) => unknown,
  template: (item: T, at: number) => unknown,
) => unknown;
