import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import type { Host } from '../host.ts';
import App from './app.vue';

export const render = (host: Host): Promise<string> => renderToString(createSSRApp(App, host));
