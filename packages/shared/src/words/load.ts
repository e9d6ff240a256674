import type { Words } from './en.ts';

/** `words` is null for English, which an element has already. */
export type Spoken = { locale: string; words: Words | null };

/** The languages besides English, each loaded when a reader needs it. A new one is its file and its line here. */
export const languages: Readonly<Record<string, () => Promise<{ words: Words }>>> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  vi: () => import('./vi.ts'),
  'zh-Hans': () => import('./zh-Hans.ts'),
};

/** The words for a locale, its script minded, and the locale for its numbers; English where neither file nor language is there. */
export async function loadWords(locale: string): Promise<Spoken> {
  try {
    const asked = new Intl.Locale(locale);
    const { language, script } = asked.maximize();
    const load = languages[language] ?? languages[`${language}-${script}`];
    if (load || language === 'en') return { locale: asked.toString(), words: load ? (await load()).words : null };
  } catch {
    // Not a locale, or its file did not come.
  }
  return { locale: 'en', words: null };
}
