import type { Page } from './build-site.ts';

/** What can be found: its words, the page it stands on, and where it leads. */
export type Found = { text: string; page: string; to: string };

/** Titles, headings and names of every page, for the search in the browser. */
export const searchIndex = (pages: readonly Page[]): Found[] =>
  pages
    .filter(({ group }) => group !== null)
    .flatMap(({ path, title, headings, terms }) => [
      { text: title, page: '', to: path },
      ...[...headings, ...terms].map(({ text, id }) => ({ text, page: title, to: `${path}#${id}` })),
    ]);
