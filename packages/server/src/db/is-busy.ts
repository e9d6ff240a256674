/** Whether somebody else holds the write lock. A server gives no extended code, so the words count too. */
export function isBusy(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? String(cause.code) : '';
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return true;
    if (/database is locked|SQLITE_BUSY|transaction timeout/i.test(cause.message)) return true;
  }
  return false;
}
