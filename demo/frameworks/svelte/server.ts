import { render as renderSvelte } from 'svelte/server';
import type { Host } from '../host.ts';
import App from './app.svelte';

export const render = async (host: Host): Promise<string> => renderSvelte(App, { props: host }).body;
