import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { ar } from './words/ar.ts';
import { de } from './words/de.ts';
import { en, type CrmWords } from './words/en.ts';
import { es } from './words/es.ts';
import { vi } from './words/vi.ts';
import { zhHans } from './words/zh-Hans.ts';

export const languages = {
  en: 'English',
  es: 'Español',
  'zh-Hans': '简体中文',
  vi: 'Tiếng Việt',
  de: 'Deutsch',
  ar: 'العربية',
} as const;
export const schemes = ['auto', 'light', 'dark'] as const;
export const timeZones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Riyadh',
  'UTC',
] as const;

/** How this browser wants its pages. */
export type View = {
  language: keyof typeof languages;
  scheme: (typeof schemes)[number];
  timeZone: (typeof timeZones)[number];
};

const words: Record<View['language'], CrmWords> = { en, es, 'zh-Hans': zhHans, vi, de, ar };

export const wordsOf = (view: View): CrmWords => words[view.language];
export const directionOf = (view: View) => (view.language === 'ar' ? 'rtl' : 'ltr');

const known = <T extends string>(value: unknown, values: readonly T[], otherwise: T): T =>
  values.find(candidate => candidate === value) ?? otherwise;

const languageTags = Object.keys(languages) as View['language'][];

/** The view that the cookie remembers; the browser's language for who comes first. */
export function viewOf(c: Context): View {
  const kept = new URLSearchParams(getCookie(c, 'harbor_view') ?? '');
  return read(kept, languageOf(c.req.header('accept-language') ?? ''));
}

/** The language that a browser asks for first, where the CRM speaks it. */
function languageOf(accepted: string): View['language'] {
  try {
    const { language, script } = new Intl.Locale(accepted.split(/[,;]/)[0] as string).maximize();
    return languageTags.find(tag => tag === language || tag === `${language}-${script}`) ?? 'en';
  } catch {
    return 'en';
  }
}

/** Keeps what the form of the top bar says. */
export function keepView(c: Context, form: URLSearchParams): void {
  const view = read(form, 'en');
  setCookie(c, 'harbor_view', new URLSearchParams(view).toString(), {
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: 400 * 86_400,
    path: '/',
  });
}

function read(from: URLSearchParams, language: View['language']): View {
  return {
    language: known(from.get('language'), languageTags, language),
    scheme: known(from.get('scheme'), schemes, 'auto'),
    timeZone: known(from.get('timeZone'), timeZones, 'America/New_York'),
  };
}
