import { raw } from 'hono/html';

const paths = {
  harbor: '<circle cx="12" cy="5" r="2.2"/><path d="M12 7.2V21M5 12H3.5a8.5 8.5 0 0 0 17 0H19M8.5 11h7"/>',
  campaigns:
    '<path d="M4 9.500v5h3.500l9.500 4.500V5L7.500 9.500zM7.500 9.500v5M9 15.300l1.200 4.700h2.600l-1.100-3.500M20 9.700a3.500 3.500 0 0 1 0 4.600"/>',
  messages: '<path d="M3.500 5h17v11.500h-9L7 20v-3.500H3.500z"/><path d="M7.500 9h9M7.500 12.500h5.500"/>',
  texting: '<rect x="7" y="2.5" width="10" height="19" rx="2.2"/><path d="M10.500 18.500h3M10 7h4M10 10h4"/>',
  day: '<path d="M3.500 5h17v14h-17zM9.200 5v14M14.800 5v14"/>',
  escalated: '<path d="M5.500 20.500V4M5.500 4.500h12l-2.800 4 2.800 4h-12"/>',
  texters:
    '<path d="M4.500 14.500V12a7.500 7.500 0 0 1 15 0v2.500M19.500 18.500c0 1.700-2 2.500-5 2.500"/><rect x="3.500" y="13.500" width="4" height="5.500" rx="1.500"/><rect x="16.500" y="13.500" width="4" height="5.500" rx="1.500"/>',
  activity: '<path d="M4 12a8 8 0 1 1 2.6 5.9M4 20v-4h4M12 8v4.5l3 1.8"/>',
  team: '<circle cx="9" cy="8" r="3.2"/><path d="M3 20c.4-3.6 2.8-5.6 6-5.6s5.600 2 6 5.600M15.500 5.200a3.200 3.200 0 0 1 0 5.600M17 14.600c2.300.5 3.700 2.300 4 5.400"/>',
  code: '<path d="m8 7-5 5 5 5M16 7l5 5-5 5M13.500 5l-3 14"/>',
  book: '<path d="M12 6.500C10 5 7 4.500 3.500 5v13.500c3.500-.500 6.500 0 8.500 1.500 2-1.500 5-2 8.500-1.500V5C17 4.500 14 5 12 6.500zM12 6.500V20"/>',
  looks: '<circle cx="12" cy="12" r="8.500"/><path d="M12 3.500v17M12 12h8.500"/>',
  view: '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
  search: '<circle cx="11" cy="11" r="6.500"/><path d="m20 20-4.300-4.300"/>',
  close: '<path d="M6 6l12 12M18 6 6 18"/>',
  release: '<path d="M12 4v10M8 8l4-4 4 4M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4"/>',
} as const;

/** A line icon of the CRM; beside words, so hidden from screen readers. */
export const icon = (name: keyof typeof paths) =>
  raw(
    `<svg class="icon" viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths[name]}</svg>`,
  );
