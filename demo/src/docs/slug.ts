/** The anchor of a heading: `What a page may do` → `what-a-page-may-do`, as readers of the same file elsewhere know it. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/<[^>]+>/g, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
