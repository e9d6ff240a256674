import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import type { Host } from '../host.ts';
import { App } from './app.tsx';

export const render = async (host: Host): Promise<string> =>
  renderToString(
    <StrictMode>
      <App {...host} />
    </StrictMode>,
  );
