import { noChange, type ChildPart } from 'lit';
import { clearPart, insertPart, removePart, setChildPartValue, setCommittedValue } from 'lit/directive-helpers.js';
import { Directive, directive } from 'lit/directive.js';

class Keyed extends Directive {
  #parts: Map<unknown, ChildPart> | null = null;

  render<T>(
    _items: Iterable<T>,
    _keyOf: (item: T) => unknown,
    _template: (item: T, at: number) => unknown,
    _reuses?: boolean,
  ): unknown {
    return noChange;
  }

  override update<T>(part: ChildPart, [items, keyOf, template, reuses]: Parameters<typeof this.render<T>>): unknown {
    if (!this.#parts) clearPart(part);
    const wanted = new Map([...items].map(item => [keyOf(item), item]));
    const staying = () => [...old.keys()].filter(key => wanted.has(key));
    let old = this.#parts ?? new Map<unknown, ChildPart>();
    if (reuses && staying().length * 2 < old.size && ![...old.values()].some(holdsFocus)) {
      const keys = [...wanted.keys()];
      old = new Map([...old.values()].map((one, at) => [keys[at] ?? one, one]));
    }
    const left = staying();
    const spare: ChildPart[] = [];
    for (const [key, one] of old) {
      if (wanted.has(key)) continue;
      if (reuses && !holdsFocus(one)) spare.push(one);
      else remove(one);
    }
    const parts = new Map<unknown, ChildPart>();
    let at = 0;
    for (const [key, item] of wanted) {
      while (at < left.length && parts.has(left[at])) at++;
      const known = old.get(key) ?? spare.pop();
      const one = known && left[at] === key ? known : insertPart(part, old.get(left[at]), known);
      setChildPartValue(one, template(item, parts.size));
      parts.set(key, one);
    }
    spare.forEach(remove);
    this.#parts = parts;
    setCommittedValue(part, [...parts.values()]);
    return noChange;
  }
}

/** Its nodes must not become another item's: the focus would go there with them. */
function holdsFocus({ startNode, endNode }: ChildPart): boolean {
  const focused = (startNode?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement;
  if (!focused) return false;
  for (let node = startNode; node && node !== endNode; node = node.nextSibling) if (node.contains(focused)) return true;
  return false;
}

/** lit leaves the mark at the end of a part behind (its issue 5298): in a list that is scrolled for long these are many. */
function remove(part: ChildPart): void {
  const { endNode } = part;
  removePart(part);
  endNode?.parentNode?.removeChild(endNode);
}

/**
 * A list of which each item keeps its nodes by its key, wherever it goes. It stands where nodes may be. `reuses`: what comes
 * gets the nodes of what went, which takes a third of the time; where most of them went, all nodes stay where they are and
 * only what they say is changed, which takes half of that. For rows that are scrolled by.
 */
export const keyed = directive(Keyed) as <T>(
  items: Iterable<T>,
  keyOf: (item: T) => unknown,
  template: (item: T, at: number) => unknown,
  reuses?: boolean,
) => unknown;
