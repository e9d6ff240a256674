/** A number as the API takes it: E.164, or as Americans write theirs; null where it can be nobody's. */
export function toE164(given: string): string | null {
  const digits = given.replace(/[\s().-]/g, '');
  const number = /^\d{10}$/.test(digits) ? `+1${digits}` : /^1\d{10}$/.test(digits) ? `+${digits}` : digits;
  if (number.startsWith('+1')) return /^\+1[2-9]\d{2}[2-9]\d{6}$/.test(number) ? number : null;
  return /^\+[2-9]\d{6,14}$/.test(number) ? number : null;
}
