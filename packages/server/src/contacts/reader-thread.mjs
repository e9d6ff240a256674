import { existsSync } from 'node:fs';

/** The thread that reads files of contacts: compiled as it is published, or from its source as it is developed. */
const compiled = new URL('./serve-readers.js', import.meta.url);
if (existsSync(compiled)) {
  await import(compiled.href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./serve-readers.ts');
}
