import {
  createElement,
  forwardRef,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type PropsWithoutRef,
  type RefAttributes,
} from 'react';

type EventName = keyof HTMLElementEventMap;
type Pascal<S extends string> = S extends `${infer A}-${infer B}` ? `${Capitalize<A>}${Pascal<B>}` : Capitalize<S>;
type Handlers<N extends EventName> = { [K in N as `on${Pascal<K>}`]?: (event: HTMLElementEventMap[K]) => void };
type Settings<E, P extends keyof E> = { [K in P]?: E[K] | undefined };

/** What a component takes: the element's own settings and events, and what any HTML element takes. */
export type ComponentProps<E extends HTMLElement, P extends keyof E, N extends EventName> = Settings<E, P> &
  Handlers<N> &
  Omit<HTMLAttributes<E>, P | keyof Handlers<N>>;

/** What the raw tag takes in JSX. React 19 alone sets objects as properties and listens to `onck-…`. */
export type Raw<E extends HTMLElement, P extends keyof E, N extends EventName, A> = Settings<E, P> & {
  [K in N as `on${K}`]?: (event: HTMLElementEventMap[K]) => void;
} & A &
  Omit<HTMLAttributes<E>, P | keyof A> &
  RefAttributes<E>;

type Wrapped = {
  /** Attribute by the name of its property. */
  attributes: Readonly<Record<string, string>>;
  /** Objects, which no attribute can carry. */
  properties: readonly string[];
  events: readonly string[];
};

/** On a server there is no layout, and React 18 says so aloud. */
const useEarlyEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * A React component for an element. React 18 knows no properties and no events of elements; 19 does, but not while the
 * element is not yet defined and not on hydration. Here both are set by hand, at any time. It needs no code of the element.
 */
export function component<E extends HTMLElement, P extends keyof E, N extends EventName>(
  tag: string,
  { attributes, properties, events }: Wrapped,
): ForwardRefExoticComponent<PropsWithoutRef<ComponentProps<E, P, N>> & RefAttributes<E>> {
  const handlerOf = new Map(
    events.map(name => [name, `on-${name}`.replace(/-(\w)/g, (_, first: string) => first.toUpperCase())]),
  );
  const handlers = new Set(handlerOf.values());

  const Wrapper = forwardRef<E, Record<string, unknown>>(function Element(props, ref) {
    const element = useRef<E>(null) as { current: E | null };
    const latest = useRef(props);
    const kept = useRef<Record<string, unknown>>({});
    const given: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(props)) {
      if (properties.includes(name) || handlers.has(name)) continue;
      if (name === 'className') given.class = value;
      else
        given[attributes[name] ?? name] =
          typeof value === 'boolean' && name in attributes ? (value ? '' : undefined) : value;
    }

    useEarlyEffect(() => {
      latest.current = props;
    });
    useEarlyEffect(() => {
      const listened = element.current;
      const hear = (event: Event) =>
        (latest.current[handlerOf.get(event.type) ?? ''] as ((event: Event) => void) | undefined)?.(event);
      for (const name of events) listened?.addEventListener(name, hear);
      return () => {
        for (const name of events) listened?.removeEventListener(name, hear);
      };
    }, []);
    useEarlyEffect(() => {
      for (const name of properties) {
        if (props[name] === kept.current[name]) continue;
        kept.current[name] = props[name];
        (element.current as Record<string, unknown> | null)![name] = props[name] ?? null;
      }
    });

    const hold = useCallback(
      (held: E | null) => {
        element.current = held;
        if (typeof ref === 'function') return ref(held);
        if (ref) ref.current = held;
      },
      [ref],
    );
    return createElement(tag, { ...given, ref: hold });
  });
  Wrapper.displayName = tag;
  return Wrapper as never;
}
