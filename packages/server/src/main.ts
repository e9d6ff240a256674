import { EnvError, readEnv, type Env } from './env.ts';
import { createLog } from './http/log.ts';
import { startServer } from './http/start-server.ts';

/** Longer than any chunk or request should take; then the process ends whatever is still running. */
const patienceMs = 10_000;
const wrongConfiguration = 2;

const env = configuration();
const log = createLog(env.logLevel);

process.on('uncaughtException', error => die(error, 'an error that nobody caught'));
process.on('unhandledRejection', error => die(error, 'a rejection that nobody caught'));

const starting = startServer(env, log);
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) die(undefined, 'told to stop twice');
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => die(undefined, 'something did not end in time'), patienceMs);
    starting
      .then(server => server.stop())
      .then(
        () => {
          log.info('stopped');
          process.exit(0);
        },
        (error: unknown) => die(error, 'the server did not stop well'),
      );
  });
}

starting.then(
  server => log.info({ listening: server.url, publicUrl: env.publicUrl }, 'listening'),
  (error: unknown) => die(error, 'the server did not start'),
);

function configuration(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(wrongConfiguration);
  }
}

function die(error: unknown, what: string): never {
  log.fatal(error === undefined ? {} : { err: error }, what);
  process.exit(1);
}
