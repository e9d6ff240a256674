/** A phone's digits as people write them: in North America in groups, else as they are. */
export function written(phone: number): string {
  const digits = String(phone).replace(/\D/g, '');
  const [, area, first, last] = /^1(\d{3})(\d{3})(\d{4})$/.exec(digits) ?? [];
  return area ? `(${area}) ${first}-${last}` : `+${digits}`;
}
