declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  import type { Plugin } from '@custom-elements-manifest/analyzer';
  /** Reads `@property` and leaves Lit's own members out. */
  export const litPlugin: () => Plugin[];
}
