declare module '*.svelte' {
  import type { Component } from 'svelte';
  import type { Host } from '../host.ts';
  const component: Component<Host>;
  export default component;
}
