import { describe, expect, test } from 'vitest';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type WordKey, type Words } from './en.ts';
import { loadWords } from './load.ts';
import { say, type Message } from './say.ts';

const languages: Record<string, Words> = { ar, de, en };
const keys = Object.keys(en) as WordKey[];

const formsOf = (message: Message): [string, string][] =>
  typeof message === 'string' ? [['', message]] : Object.entries(message);

const holesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** The values of a sentence: those of all its English forms together. */
const valuesOf = (key: WordKey) => holesOf(formsOf(en[key]).flat().join(' '));

/** What English has for one name or sign; it stays as it is. */
const sameInAll: WordKey[] = ['history.automatic'];
const sameAsEnglish: Record<string, WordKey[]> = {
  de: [...sameInAll, 'texters.placeholder', 'texters.gets'],
  ar: sameInAll,
};

describe.each(Object.keys(languages))('the words of %s', language => {
  const words = languages[language] as Words;
  const rules = new Intl.PluralRules(language);
  const chosen: string[] = Array.from({ length: 1_001 }, (_, number) => rules.select(number));
  /** A form for one number only may say it as a word: `محادثتان`. */
  const isOneNumber = (category: string) => chosen.indexOf(category) === chosen.lastIndexOf(category);

  test('have exactly the sentences of English', () => {
    expect(Object.keys(words).sort()).toEqual([...keys].sort());
  });

  test('have the values of English in every form of every sentence', () => {
    const isWrong = (key: WordKey, category: string, text: string) => {
      const saidAsWord = isOneNumber(category) && !text.includes('{count}');
      const wanted = valuesOf(key).filter(value => !(saidAsWord && value === '{count}'));
      return holesOf(text).join() !== wanted.join();
    };
    const wrong = keys.flatMap(key =>
      formsOf(words[key])
        .filter(([category, text]) => isWrong(key, category, text))
        .map(([category, text]) => `${key} ${category}: ${text}`),
    );
    expect(wrong).toEqual([]);
  });

  test('have every plural form of the language where English has a plural, and one sentence elsewhere', () => {
    const categories = [...rules.resolvedOptions().pluralCategories].sort();
    const wrong = keys.filter(key => {
      const message = words[key];
      if (typeof en[key] === 'string') return typeof message !== 'string';
      return typeof message === 'string' || Object.keys(message).sort().join() !== categories.join();
    });
    expect(wrong).toEqual([]);
  });

  test('have no empty sentence, no space too many, no exclamation mark', () => {
    const texts = Object.values(words).flatMap(message => formsOf(message).map(([, text]) => text));
    expect(texts.filter(text => text.trim() !== text || text === '' || /!|\s\s/.test(text))).toEqual([]);
  });

  if (language === 'en') return;

  test('are English only where that is right', () => {
    const same = keys.filter(key => JSON.stringify(words[key]) === JSON.stringify(en[key]));
    expect(same.sort()).toEqual([...(sameAsEnglish[language] as WordKey[])].sort());
  });

  test('are loaded for a reader, with the numbers of the reader’s region', async () => {
    expect(await loadWords(`${language}-XX`)).toEqual({ locale: `${language}-XX`, words });
  });
});

test('a value that a person wrote keeps its order within Arabic', () => {
  const written = /(?<!\u2068)\{(campaign|name|title|text|field|fields|problem|origin|time)\}/;
  const bare = keys.filter(key => formsOf(ar[key]).some(([, text]) => written.test(text)));
  expect(bare).toEqual([]);
});

const readAs = (language: string, key: WordKey) =>
  [0, 1, 2, 3, 11, 100].map(count => say(languages[language] as Words, language, key, { count }));

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
  [
    'de',
    'caption.delete',
    ['Kontakte werden', 'Kontakt wird', ...Array<string>(4).fill('Kontakte werden')].map(who => `${who} gelöscht`),
  ],
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

test('numbers are grouped as the reader does it', () => {
  const deeds = ['en', 'de', 'ar'].map(language =>
    say(languages[language] as Words, language, 'markSecondPass.deed', { count: 8_214 }),
  );
  expect(deeds).toEqual(['Mark 8,214 conversations', '8.214 Konversationen vormerken', 'إدراج 8,214 محادثة']);
});
