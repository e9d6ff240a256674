import { tokens } from '../styles/tokens.ts';
import type { Looks } from './bridge.ts';

/** The names of all tokens, as a frame asks its host for their values. */
export const tokenNames: readonly string[] = [...new Set(tokens.cssText.match(/--ck-[\w-]+/g))];

/** The host gives 4 px more on each side than the element takes: room for focus rings. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  html { background: none; overflow: clip; font-family: system-ui, sans-serif; }
  body { margin: 0; position: absolute; inset: 4px auto auto 4px; inline-size: calc(100% - 8px); }
  body.inline { inline-size: max-content; }
`);

/** A page that is nothing but its element. */
export function strip(): void {
  document.adoptedStyleSheets = [sheet];
}

/** Takes over how it looks where the frame stands: language, direction, font, side of the colour scheme, tokens. */
export function wear({ lang, dir, font, scheme, tokens: values }: Looks): void {
  const root = document.documentElement;
  const { style } = root;
  root.lang = lang || navigator.language;
  root.dir = dir;
  style.setProperty('font-family', font);
  style.setProperty('color-scheme', scheme);
  for (const [at, name] of tokenNames.entries()) style.setProperty(name, values[at] ?? '');
}
