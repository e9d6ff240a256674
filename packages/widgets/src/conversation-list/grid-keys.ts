/** What a key asks of a grid of rows; null where it is none of the grid's. */
export type GridDeed =
  | { to: 'row'; by: number; extends: boolean }
  | { to: 'end'; last: boolean; extends: boolean }
  | { to: 'column'; by: -1 | 1 }
  | { to: 'edge'; last: boolean }
  | { to: 'tick'; range: boolean }
  | { to: 'all' }
  | { to: 'open' };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The keys of a grid after the ARIA Authoring Practices; `page` is how many rows are in view. */
export function gridDeed(pressed: Pressed, page: number, rightToLeft: boolean): GridDeed | null {
  const { key, shiftKey, altKey } = pressed;
  const command = pressed.ctrlKey || pressed.metaKey;
  if (altKey) return null;
  if (command && key.toLowerCase() === 'a') return { to: 'all' };
  if (key === 'Home' || key === 'End') {
    const last = key === 'End';
    return command ? { to: 'end', last, extends: shiftKey } : { to: 'edge', last };
  }
  if (command) return null;
  const rows: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
  const by = rows[key];
  if (by !== undefined) return { to: 'row', by, extends: shiftKey };
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    return { to: 'column', by: (key === 'ArrowRight') === rightToLeft ? -1 : 1 };
  }
  if (key === ' ') return { to: 'tick', range: shiftKey };
  return key === 'Enter' ? { to: 'open' } : null;
}
