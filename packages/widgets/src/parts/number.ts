const formats = new Map<string, Intl.NumberFormat>();

function format(locale: string, style: 'decimal' | 'percent', digits: number): Intl.NumberFormat {
  const key = `${locale} ${style} ${digits}`;
  let known = formats.get(key);
  if (!known) formats.set(key, (known = new Intl.NumberFormat(locale, { style, maximumFractionDigits: digits })));
  return known;
}

/** Exact, grouped as the locale does it. */
export const number = (locale: string, value: number): string => format(locale, 'decimal', 0).format(value);

/** A part of a whole in per cent; one digit behind the point below ten, so that 0.4 % is not nothing. */
export function share(locale: string, part: number, whole: number): string {
  const value = whole > 0 ? part / whole : 0;
  return format(locale, 'percent', value > 0 && value < 0.1 ? 1 : 0).format(value);
}
