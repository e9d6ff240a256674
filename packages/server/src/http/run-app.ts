import { migrate } from '../db/migrate.ts';
import type { Settings } from '../env.ts';
import { startInbox } from '../inbound/process-webhooks.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { startSender } from '../messages/sender.ts';
import { startRunner } from '../operations/runner.ts';
import { twilioSms } from '../sms/twilio-sms.ts';
import { openWorld, type World } from '../world.ts';
import type { App } from './app-env.ts';
import { createApp } from './create-app.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createStreams } from './streams.ts';

export type RunningApp = {
  readonly app: App;
  /** For what a process does beside serving, such as the demo's traffic: one writer for all. */
  readonly world: World;
  /** Streams close, the chunk at hand finishes; once `answered` says that no request is left, the database closes. */
  stop(answered: Promise<unknown>): Promise<void>;
};

const recheckStreamsMs = 10_000;

/** The app at work, whoever listens: operations and jobs beside it, on one database. A file is brought up to date first. */
export async function runApp(settings: Settings, log: Log): Promise<RunningApp> {
  const { publicUrl, twilio, assistantNetworks } = settings;
  const world = await openWorld(settings.database, {
    sms: twilio && twilioSms({ ...twilio, publicUrl }),
    privateNetworks: assistantNetworks === 'any',
  });
  if (world.db.embedded) await migrate(settings.database);
  const stopping = new AbortController();
  const metrics = createMetrics(world);
  const streams = createStreams(open => metrics.streams.set(open));
  const runner = startRunner(world, {
    onFailure: ({ id, kind }, error) => log.error({ operationId: id, kind, err: error }, 'an operation failed'),
    onChunk: ({ kind }, tookMs) => metrics.chunk(kind, tookMs / 1_000),
  });
  const sender = startSender(world, error => log.error({ err: error }, 'a text could not be dealt with'));
  const inbox = startInbox(world, error => log.error({ err: error }, 'what the provider told was not understood'));
  const jobs = startJobs(world, (job, error) => log.error({ job, err: error }, 'a job failed'));
  const rechecking = setInterval(() => void streams.recheck().catch(() => undefined), recheckStreamsMs).unref();
  const app = createApp({
    ...settings,
    world,
    keys: { secret: settings.secret, issuer: settings.publicUrl },
    log,
    metrics,
    streams,
    stopping: stopping.signal,
    onWebhook: inbox.wake,
  });

  async function stop(answered: Promise<unknown>) {
    stopping.abort();
    clearInterval(rechecking);
    streams.close();
    await Promise.all([answered, runner.stop(), jobs.stop(), sender.stop(), inbox.stop()]);
    await world.db.close();
  }
  return { app, world, stop };
}
