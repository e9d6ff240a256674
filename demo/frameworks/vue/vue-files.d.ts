declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  import type { Host } from '../host.ts';
  const component: DefineComponent<Host>;
  export default component;
}
