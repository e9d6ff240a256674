import { html, raw } from 'hono/html';
import type { Markup } from '../crm/layout.ts';

const line = (paths: string) =>
  raw(
    `<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`,
  );
const icons = {
  menu: line('<path d="M4 7h16M4 12h16M4 17h16"/>'),
  scheme: line('<circle cx="12" cy="12" r="8.500"/><path d="M12 3.500a8.500 8.500 0 0 1 0 17z" fill="currentColor"/>'),
  search: line('<circle cx="11" cy="11" r="6.500"/><path d="m20 20-4.300-4.300"/>'),
};

const menuButton = html`<button type="button" class="icon-button menu" popovertarget="navigation" aria-label="Menu">
  ${icons.menu}
</button>`;

/** The bar at the top of every page: the way to the navigation where it is narrow, the search, the other places, the colors. */
export const docsTop = ({ menu }: { menu: boolean }): Markup =>
  html`<header class="top">
    ${menu ? menuButton : ''}
    <a class="brand" href="/docs">Campaign Kit <span>Docs</span></a>
    <div class="search" role="search" hidden>
      ${icons.search}
      <input
        type="search"
        id="search"
        role="combobox"
        aria-label="Search the documentation"
        aria-autocomplete="list"
        aria-expanded="false"
        aria-controls="found"
        placeholder="Search"
        autocomplete="off"
        spellcheck="false"
      />
      <kbd aria-hidden="true">/</kbd>
      <div id="found" role="listbox" aria-label="Found" hidden></div>
      <span id="found-count" class="hidden" role="status"></span>
    </div>
    <a class="away" href="/looks">Looks</a>
    <a class="away" href="/campaigns">Demo CRM</a>
    <button type="button" class="icon-button" id="scheme" aria-label="Dark colors" aria-pressed="false" hidden>
      ${icons.scheme}
    </button>
  </header>`;
