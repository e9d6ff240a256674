import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Lit's decorators as this code uses them, the legacy way only: the CDN build has these in the place of
 * `lit/decorators.js`, whose other half would never run.
 */
export const property =
  (options: PropertyDeclaration = {}) =>
  (element: ReactiveElement, name: PropertyKey): PropertyDescriptor | undefined => {
    const accessor = Object.hasOwn(element, name);
    (element.constructor as typeof ReactiveElement).createProperty(name, options);
    return accessor ? Object.getOwnPropertyDescriptor(element, name) : undefined;
  };

/** A field that the element draws again for, and no attribute. */
export const state = () => property({ state: true, attribute: false });
