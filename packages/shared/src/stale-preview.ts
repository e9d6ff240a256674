/**
 * Whether what would change now is too far from what the admin was shown. Where replies come in by the second a few rows
 * more or less are said in the result; more than one per cent, or any at all where nothing may be lost, is asked again.
 */
export function isStale(previewed: number, now: number, exact: boolean): boolean {
  const difference = Math.abs(previewed - now);
  return difference > (exact ? 0 : Math.max(10, Math.floor(previewed / 100)));
}
