import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { defineElements, readHost } from '../host.ts';
import { App } from './app.tsx';

hydrateRoot(
  document.querySelector('#app')!,
  <StrictMode>
    <App {...readHost()} />
  </StrictMode>,
);
void defineElements();
