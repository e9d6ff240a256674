import type { Words } from './en.ts';

/** `words` is null for English, which an element has already. */
export type Spoken = { locale: string; words: Words | null };

/** The languages besides English, each loaded when a reader needs it. A new one is a file and its line here. */
const languages: Readonly<Record<string, () => Promise<Words>>> = {
  ar: async () => (await import('./ar.ts')).ar,
  de: async () => (await import('./de.ts')).de,
};

/** The words for a locale and the locale for its numbers; English where the language is not spoken or cannot be loaded. */
export async function loadWords(locale: string): Promise<Spoken> {
  const known = canonical(locale);
  const language = known.split('-')[0] ?? 'en';
  if (language === 'en') return { locale: known, words: null };
  const load = languages[language];
  if (!load) return { locale: 'en', words: null };
  try {
    return { locale: known, words: await load() };
  } catch {
    return { locale: 'en', words: null };
  }
}

function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
