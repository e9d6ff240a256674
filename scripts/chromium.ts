import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';

/** A browser that starts on this machine: its file, the flags and the environment it needs. */
export type Chromium = { path: string; args: string[]; env: NodeJS.ProcessEnv };

const root = fileURLToPath(new URL('..', import.meta.url));

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

const installed = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** `CHROME_PATH`, else an installed Chrome that really starts, else the one that comes with the npm package. */
export async function chromium(): Promise<Chromium> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return { path: CHROME_PATH, args, env: process.env };
  for (const path of installed) {
    if (existsSync(path) && (await starts(path, process.env))) return { path, args, env: process.env };
  }
  const unpacked = await unpack();
  if (!(await starts(unpacked.path, unpacked.env))) {
    throw new Error(`No browser starts on this machine. Set CHROME_PATH to one, or see why ${unpacked.path} does not.`);
  }
  return unpacked;
}

/** Whether it opens its debugging port: a browser without its libraries never gets that far. */
async function starts(path: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'));
  const flags = [...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const browser = spawn(path, flags, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    return await new Promise<boolean>(resolve => {
      const late = setTimeout(() => resolve(false), 30_000);
      const answer = (started: boolean) => (clearTimeout(late), resolve(started));
      let said = '';
      browser.stderr.on('data', (words: Buffer) => {
        said += words.toString();
        if (said.includes('DevTools listening')) answer(true);
      });
      browser.once('error', () => answer(false));
      browser.once('exit', () => answer(false));
    });
  } finally {
    browser.kill('SIGKILL');
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** Unpacks once per version, beside its final place, so that a run that was killed halfway leaves nothing to trip over. */
async function unpack(): Promise<Chromium> {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../..');
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string };
  const home = join(root, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(home)) {
    const draft = `${home}.${process.pid}`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    const unpackTo = (name: string, target: NodeJS.WritableStream) =>
      pipeline(createReadStream(join(packed, 'bin', name)), createBrotliDecompress(), target);
    await Promise.all([
      unpackTo('chromium.br', createWriteStream(join(draft, 'chromium'))),
      unpackTo('al2023.tar.br', extract(draft)),
      unpackTo('fonts.tar.br', extract(draft)),
    ]);
    await chmod(join(draft, 'chromium'), 0o755);
    await writeFile(join(draft, 'fonts.conf'), fontConfiguration(join(home, 'fonts')));
    await rename(draft, home).catch(async (problem: unknown) => {
      await rm(draft, { recursive: true, force: true });
      if (!existsSync(home)) throw problem;
    });
  }
  const { LD_LIBRARY_PATH, HOME } = process.env;
  const libraries = [join(home, 'lib'), LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: home };
  return {
    path: join(home, 'chromium'),
    args,
    env: { ...process.env, HOME: HOME ?? tmpdir(), LD_LIBRARY_PATH: libraries, ...fonts },
  };
}

/** For a machine without any font: the one that is in the package. */
const fontConfiguration = (fonts: string) =>
  `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir></fontconfig>\n`;
