import { createSSRApp } from 'vue';
import { defineElements, readHost } from '../host.ts';
import App from './app.vue';

createSSRApp(App, readHost()).mount('#app');
void defineElements();
