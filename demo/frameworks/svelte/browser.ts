import { hydrate } from 'svelte';
import { defineElements, readHost } from '../host.ts';
import App from './app.svelte';

hydrate(App, { target: document.querySelector('#app')!, props: readHost() });
void defineElements();
