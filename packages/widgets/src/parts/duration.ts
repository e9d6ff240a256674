const units = [
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
] as const;

/** A length of time in its two largest units, rounded down to minutes: `1 day, 16 hours`. */
export function duration(locale: string, minutes: number): string {
  let left = Math.max(0, Math.floor(minutes));
  const said: string[] = [];
  for (const [unit, size] of units) {
    const value = Math.floor(left / size);
    left -= value * size;
    if (value === 0 && !(unit === 'minute' && said.length === 0)) continue;
    said.push(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value));
    if (said.length === 2) break;
  }
  return new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(said);
}
