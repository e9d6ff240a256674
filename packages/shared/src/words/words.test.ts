import { describe, expect, test } from 'vitest';
import { en, type WordKey, type Words } from './en.ts';
import { languages, loadWords } from './load.ts';
import { say, type Message } from './say.ts';

const loaded = await Promise.all(
  Object.entries(languages).map(async ([language, load]) => [language, (await load()).words] as const),
);
const all: Record<string, Words> = { en, ...Object.fromEntries(loaded) };
const keys = Object.keys(en) as WordKey[];

const formsOf = (message: Message): [string, string][] =>
  typeof message === 'string' ? [['', message]] : Object.entries(message);

const holesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** The values of a sentence: those of all its English forms together. */
const valuesOf = (key: WordKey) => holesOf(formsOf(en[key]).flat().join(' '));

/** What English has for one name or sign, or a word that is the same there. */
const sameInAll: WordKey[] = ['history.automatic', 'texters.gets', 'undo.both', 'review.chip'];
const sameAsEnglish: Record<string, WordKey[]> = {
  de: [
    ...sameInAll,
    'reviewFile.id',
    'reviewFile.status',
    'reviewFile.texter',
    'texterList.teams',
    'texters.placeholder',
  ],
  es: [...sameInAll, 'reviewFile.id', 'review.no'],
  ar: ['history.automatic', 'undo.both'],
  'zh-Hans': ['history.automatic', 'texters.gets'],
};

/** Names and formats that every language keeps. */
const kept = /\{\w+\}|Campaign Kit|CSV|UTF-8|SMS|[Ee]moji|`migrate`/g;
const latinWords = (text: string): string[] => text.replace(kept, '').match(/(?<!\p{L})[A-Za-z]{4,}(?!\p{L})/gu) ?? [];
const englishWords = new Set(keys.flatMap(key => formsOf(en[key]).flatMap(([, text]) => latinWords(text))));
/** Words that are spelled as in English. */
const sharedWords: Record<string, string> = { de: 'Auto Name Status Teams Texter', es: 'token error Error' };

/** Other words for what has a term in `docs/guides/languages.md`, and the familiar form. */
const strays: Record<string, RegExp> = {
  ar: /دردشة|مسؤول|مرسل(?![\u064B-\u0652\p{L}])/u,
  de: /\b(du|dein\w*|dich|dir|Gespräche?|Chats?|Unterhaltung(en)?|SMS-Schreiber)\b/i,
  es: /(?<!\p{L})(tu|tus|tú|te|vos|chats?|texters?|operador(es)?|pool)(?!\p{L})/iu,
  vi: /trò chuyện|bể chung|\bpool\b|người gửi/i,
  'zh-Hans': /你|聊天|会话|发送者|脚本/,
};
/** In Chinese 会话 is the session of a reader, and nothing else. */
const sessionKeys = new Set(keys.filter(key => formsOf(en[key]).some(([, text]) => /session/i.test(text))));

const usualQuotes = /“[^“”]+”/g;
const quotes: Record<string, RegExp> = { ar: /«[^«»]+»/g, de: /„[^„“]+“/g };

describe.each(Object.keys(all))('the words of %s', language => {
  const words = all[language] as Words;
  const rules = new Intl.PluralRules(language);
  const categories = [...rules.resolvedOptions().pluralCategories].sort();
  const chosen: string[] = Array.from({ length: 1_001 }, (_, number) => rules.select(number));
  const texts = keys.flatMap(key => formsOf(words[key]).map(([category, text]) => ({ key, category, text })));
  const said = ({ key, category, text }: (typeof texts)[number]) => `${key} ${category}: ${text}`;
  /** A form for one number only may say it as a word: `محادثتان`. */
  const isOneNumber = (category: string) => chosen.indexOf(category) === chosen.lastIndexOf(category);

  test('have exactly the sentences of English', () => {
    expect(Object.keys(words).sort()).toEqual([...keys].sort());
  });

  test('have the values of English in every form of every sentence', () => {
    const wrong = texts.filter(({ key, category, text }) => {
      const saidAsWord = isOneNumber(category) && !text.includes('{count}');
      const wanted = valuesOf(key).filter(value => !(saidAsWord && value === '{count}'));
      return holesOf(text).join() !== wanted.join();
    });
    expect(wrong.map(said)).toEqual([]);
  });

  test('have every plural form that the language has where English has a plural, and one sentence elsewhere', () => {
    const wrong = keys.filter(key => {
      const message = words[key];
      if (typeof en[key] === 'string' || categories.length === 1) return typeof message !== 'string';
      return typeof message === 'string' || Object.keys(message).sort().join() !== categories.join();
    });
    expect(wrong).toEqual([]);
  });

  test('have no empty sentence, no space too many, no exclamation mark, no straight apostrophe', () => {
    const wrong = texts.filter(
      ({ text }) => text.trim() !== text || text === '' || /[!！'´]|\s\s|\s[.,;:?。，；：？]/.test(text),
    );
    expect(wrong.map(said)).toEqual([]);
  });

  test('quote in pairs, with the marks of the language', () => {
    const bare = texts.filter(({ text }) => /["„“”«»]/.test(text.replace(quotes[language] ?? usualQuotes, '')));
    expect(bare.map(said)).toEqual([]);
  });

  test('end a sentence where English ends one', () => {
    const ends = (text: string) => /[.。؟?？…]$/.test(text.replace(/\s*\{\w+\}$/, ''));
    const wrong = texts.filter(({ key, text }) => ends(text) !== ends(formsOf(en[key])[0]?.[1] as string));
    expect(wrong.map(said)).toEqual([]);
  });

  if (language === 'en') return;

  test('are English only where that is right', () => {
    const same = keys.filter(key => JSON.stringify(words[key]) === JSON.stringify(en[key]));
    expect(same.sort()).toEqual([...(sameAsEnglish[language] ?? sameInAll)].sort());
  });

  test('have no English word left in a sentence', () => {
    const known = new Set((sharedWords[language] ?? '').split(' '));
    const found = texts.flatMap(({ text }) => latinWords(text)).filter(word => englishWords.has(word));
    expect([...new Set(found)].filter(word => !known.has(word))).toEqual([]);
  });

  test('use the terms of the guide, and the polite form', () => {
    const found = texts.filter(
      ({ key, text }) => strays[language]?.test(text.replace(kept, '')) && !sessionKeys.has(key),
    );
    expect(found.map(said)).toEqual([]);
  });

  test('are loaded for a reader, with the numbers of the reader’s region', async () => {
    expect(await loadWords(`${language}-XX`)).toEqual({ locale: `${language}-XX`, words });
  });
});

test('a value that a person wrote keeps its order within Arabic', () => {
  const written = /(?<!\u2068)\{(campaign|name|title|text|field|fields|problem|origin|time|question)\}/;
  const bare = keys.filter(key => formsOf((all['ar'] as Words)[key]).some(([, text]) => written.test(text)));
  expect(bare).toEqual([]);
});

test.each([
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-TW', 'en'],
  ['zh-HK', 'en'],
  ['zh-Hant', 'en'],
  ['es-MX', 'es'],
  ['es-419', 'es'],
  ['vi-VN', 'vi'],
  ['de-AT', 'de'],
  ['ar-EG', 'ar'],
  ['en-GB', 'en'],
  ['pt', 'en'],
  ['pt-BR', 'en'],
  ['not a locale', 'en'],
  ['', 'en'],
])('who asks for %s is spoken to in %s', async (asked, language) => {
  const spoken = await loadWords(asked);
  expect(spoken.words).toBe(language === 'en' ? null : all[language]);
  expect(spoken.locale).toBe(language === 'en' && !asked.startsWith('en') ? 'en' : asked);
});

const readAs = (language: string, key: WordKey) =>
  [0, 1, 2, 3, 11, 100].map(count => say(all[language] as Words, language, key, { count }));

test.each<[string, WordKey, string[]]>([
  [
    'en',
    'releaseUnsent.deed',
    [
      'Release 0 conversations',
      'Release 1 conversation',
      'Release 2 conversations',
      'Release 3 conversations',
      'Release 11 conversations',
      'Release 100 conversations',
    ],
  ],
  ['de', 'releaseReplies.hours', ['0 Stunden', '1 Stunde', '2 Stunden', '3 Stunden', '11 Stunden', '100 Stunden']],
  ['es', 'releaseReplies.hours', ['0 horas', '1 hora', '2 horas', '3 horas', '11 horas', '100 horas']],
  ['vi', 'releaseReplies.hours', ['0 giờ', '1 giờ', '2 giờ', '3 giờ', '11 giờ', '100 giờ']],
  ['zh-Hans', 'releaseReplies.hours', ['0 小时', '1 小时', '2 小时', '3 小时', '11 小时', '100 小时']],
  [
    'ar',
    'releaseUnsent.deed',
    [
      'إعادة 0 محادثة',
      'إعادة محادثة واحدة',
      'إعادة محادثتين',
      'إعادة 3 محادثات',
      'إعادة 11 محادثة',
      'إعادة 100 محادثة',
    ],
  ],
  [
    'ar',
    'preview.texters',
    ['من 0 مراسل', 'من مراسل واحد', 'من مراسلَين', 'من 3 مراسلين', 'من 11 مراسلًا', 'من 100 مراسل'],
  ],
  ['ar', 'releaseReplies.hours', ['0 ساعة', 'ساعة واحدة', 'ساعتان', '3 ساعات', '11 ساعة', '100 ساعة']],
])('in %s %s reads right for 0, 1, 2, 3, 11 and 100', (language, key, sentences) => {
  expect(readAs(language, key)).toEqual(sentences);
});

test.each([
  ['en', 8_214, 'Mark 8,214 conversations'],
  ['de', 8_214, '8.214 Konversationen vormerken'],
  ['ar', 8_214, 'إدراج 8,214 محادثة'],
  ['ar-EG', 8_214, 'إدراج ٨٬٢١٤ محادثة'],
  ['es', 8_214, 'Marcar 8214 conversaciones'],
  ['es', 18_214, 'Marcar 18.214 conversaciones'],
  ['es', 2_000_000, 'Marcar 2.000.000 de conversaciones'],
  ['es-MX', 18_214, 'Marcar 18,214 conversaciones'],
  ['vi', 18_214, 'Đánh dấu 18.214 hội thoại'],
  ['zh-CN', 18_214, '标记 18,214 个对话'],
])('a reader of %s reads %i as it is written there', async (locale, count, deed) => {
  const { words } = await loadWords(locale);
  expect(say(words ?? en, locale, 'markSecondPass.deed', { count })).toBe(deed);
});
