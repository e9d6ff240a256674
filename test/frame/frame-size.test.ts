import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { builtWidgets } from '../fixture/built-widgets.ts';

const scriptBytes = 1_000;
const allBytes = 3_500;

test(
  'a host’s page with frames loads a script of 1 kB, and 3.5 kB with what stands behind it',
  { timeout: 60_000 },
  async () => {
    const directory = await builtWidgets();
    const read = (file: string) => readFile(join(directory, file), 'utf8');
    const script = await read('frame.js');
    const [host] = (await readdir(join(directory, 'chunks'))).filter(chunk => /^frame-host-[\w-]{8}\.js$/.test(chunk));
    expect(script).toContain(host?.slice(-11, -3));
    const code = await read(`chunks/${host}`);
    const imported = [...code.matchAll(/from\s*"\.\/([^"]+)"/g)].map(([, file]) => file!);
    expect(imported.length).toBeLessThanOrEqual(1);
    const behind = [code, ...(await Promise.all(imported.map(file => read(`chunks/${file}`))))];
    const weight = (code: string) => gzipSync(code, { level: 9 }).length;
    expect(weight(script)).toBeLessThanOrEqual(scriptBytes);
    expect([script, ...behind].reduce((sum, one) => sum + weight(one), 0)).toBeLessThanOrEqual(allBytes);
  },
);
