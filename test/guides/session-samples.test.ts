import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '@campaign-kit/demo/free-port';
import { testApp } from '@campaign-kit/server/fixture/test-app';
import { revokeKey } from '@campaign-kit/server/organizations/revoke-key';
import { crm } from '@campaign-kit/server/fixture/test-server';
import { guideFile } from './code-blocks.ts';

type Sample = { file: string; command: string; words: readonly string[]; needs?: readonly string[] };

/** How each sample is started. Node is always there; the others are run where their language, and what they stand on, is. */
const samples: readonly Sample[] = [
  { file: 'node-http.mjs', command: process.execPath, words: [] },
  {
    file: 'express.mjs',
    command: process.execPath,
    words: [],
    needs: ['--input-type=module', '-e', 'import "express"'],
  },
  { file: 'python-stdlib.py', command: 'python3', words: ['-u'], needs: ['--version'] },
  { file: 'python-flask.py', command: 'python3', words: ['-u'], needs: ['-c', 'import flask'] },
  { file: 'TextingSession.java', command: 'java', words: [], needs: ['--version'] },
  { file: 'session.php', command: 'php', words: ['-S', '127.0.0.1:PORT'], needs: ['-r', 'curl_init();'] },
  { file: 'config.ru', command: 'rackup', words: ['-o', '127.0.0.1', '-p', 'PORT'], needs: ['--version'] },
];
/** A single C# file is no program before .NET 10. */
const neverRun = ['Program.cs'];

const isThere = ({ command, needs }: Sample) =>
  needs === undefined || spawnSync(command, needs, { stdio: 'ignore' }).status === 0;
const [there, missing] = [samples.filter(isThere), samples.filter(sample => !isThere(sample))];
const wanted = { cookie: 'theme=dark; crm_session=the-session-of-ada' };

/** The real server on a port; while `silent`, it takes calls and never answers. */
async function campaignKit() {
  const { app, key, keyId, page, server: testServer } = await testApp();
  const state = { silent: false };
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    if (!state.silent) void listener(request, response);
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    keyId,
    page,
    state,
    world: testServer.world,
  };
}

async function start(sample: Sample, env: Record<string, string>) {
  const port = await freePort({ number: 0, fixed: true, variable: 'PORT' }, '127.0.0.1', []);
  const words = [
    ...sample.words.map(word => word.replace('PORT', String(port))),
    guideFile(`samples/session/${sample.file}`),
  ];
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(sample.command, words, { env: { PATH, HOME, CRM_ORIGIN: crm, PORT: String(port), ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += String(chunk)));
  onTestFinished(() => void child.kill('SIGKILL'));
  const ask = async (headers: Record<string, string>) => {
    const init = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{"reason":"start"}',
    };
    const answer = await fetch(`http://127.0.0.1:${port}/texting-session`, init);
    return { status: answer.status, cache: answer.headers.get('cache-control'), text: await answer.text() };
  };
  for (;;) {
    const up = await ask({}).then(
      () => true,
      () => false,
    );
    if (up) return { ask, said: () => said };
    if (child.exitCode !== null) throw new Error(`${sample.file} ended: ${said}`);
    await sleep(50);
  }
}

/** All at once: most of the time goes into waiting for a server that does not answer. */
const all = (kit: Awaited<ReturnType<typeof campaignKit>>) =>
  Promise.all(
    there.map(async sample => ({
      file: sample.file,
      ...(await start(sample, { CAMPAIGN_KIT_URL: kit.url, CAMPAIGN_KIT_KEY: kit.key })),
    })),
  );

test(
  `whoever is signed in gets a token, nobody else does, and what fails is 502: ${there.map(({ file }) => file).join(', ')}`,
  { timeout: 90_000 },
  async () => {
    const kit = await campaignKit();
    const running = await all(kit);
    for (const { file, ask } of running) {
      for (const cookie of ['', 'crm_session=another', 'x=crm_session=the-session-of-ada']) {
        expect([file, (await ask({ cookie })).status]).toEqual([file, 401]);
      }
      const answer = await ask(wanted);
      expect([file, answer.status, answer.cache]).toEqual([file, 200, 'no-store']);
      const { token, expiresAt } = JSON.parse(answer.text) as { token: string; expiresAt: number };
      expect(expiresAt).toBeGreaterThan(0);
      const { data } = await kit.page('sessions.current', token);
      expect([file, data]).toMatchObject([file, { user: { name: 'Ada Park', role: 'admin' } }]);
    }

    await revokeKey(kit.world, { keyId: kit.keyId });
    for (const { file, ask } of running) {
      const refused = await ask(wanted);
      expect([file, refused.status, refused.cache]).toEqual([file, 502, 'no-store']);
      expect(refused.text).not.toContain(kit.key);
    }

    kit.state.silent = true;
    const late = await Promise.all(running.map(({ ask }) => ask(wanted)));
    for (const [at, { file, said }] of running.entries()) {
      expect([file, late[at]!.status]).toEqual([file, 502]);
      expect(said()).toContain('Campaign Kit answered 401');
      expect(said()).toContain('Campaign Kit did not answer');
      expect(late[at]!.text + said()).not.toContain(kit.key);
    }
  },
);

test('every sample is started here, but those that are named', () => {
  const names = ['express.mjs', 'node-http.mjs', 'python-flask.py', 'python-stdlib.py'];
  expect([...samples.map(({ file }) => file), ...neverRun].sort()).toEqual(
    [...names, 'Program.cs', 'TextingSession.java', 'config.ru', 'session.php'].sort(),
  );
  if (missing.length > 0)
    console.log(`Not run, as their language is not here: ${missing.map(({ file }) => file).join(', ')}`);
  expect(there.map(({ file }) => file)).toContain('node-http.mjs');
});
