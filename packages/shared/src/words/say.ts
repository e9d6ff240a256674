/** A sentence with `{named}` values; several by plural category of `{count}` where the number changes the words. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });
export type Values = Readonly<Record<string, string | number>>;

/** The sentence in the reader's language. Numbers are grouped as the locale does it; `count` picks the plural. */
export function say<K extends string>(words: Record<K, Message>, locale: string, key: K, values: Values = {}): string {
  const message = words[key];
  const text = typeof message === 'string' ? message : (message[category(locale, values.count)] ?? message.other);
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name];
    if (value === undefined) return hole;
    return typeof value === 'number' ? grouped(locale).format(value) : value;
  });
}

function category(locale: string, count: string | number | undefined): Intl.LDMLPluralRule {
  return typeof count === 'number' ? plurals(locale).select(count) : 'other';
}

const remembered =
  <T>(make: (locale: string) => T, known = new Map<string, T>()) =>
  (locale: string): T => {
    let value = known.get(locale);
    if (!value) known.set(locale, (value = make(locale)));
    return value;
  };
const plurals = remembered(locale => new Intl.PluralRules(locale));
const grouped = remembered(locale => new Intl.NumberFormat(locale));
