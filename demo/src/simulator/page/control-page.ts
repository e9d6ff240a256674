import { Hono } from 'hono';
export function controlPage(_framedBy: readonly string[]): Hono {
  return new Hono();
}
