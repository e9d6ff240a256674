import { sql } from 'drizzle-orm';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { operations } from '../db/schema/operations.ts';
import type { World } from '../world.ts';

export type Metrics = ReturnType<typeof createMetrics>;

/** Numbers for Prometheus: requests by route, event loop, operations. In a registry of its own, so that a host can have another. */
export function createMetrics({ db }: World) {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Histogram({
    name: 'campaign_kit_request_seconds',
    help: 'How long requests took, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const chunks = new Histogram({
    name: 'campaign_kit_operation_chunk_seconds',
    help: 'How long the chunks of operations took: each holds the event loop for a part of it.',
    labelNames: ['kind'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5],
    registers,
  });
  const streams = new Gauge({
    name: 'campaign_kit_open_streams',
    help: 'Elements that listen for events.',
    registers,
  });
  new Gauge({
    name: 'campaign_kit_operations_running',
    help: 'Operations that have started and not ended, of all servers.',
    registers,
    async collect() {
      const [found] = await db.read
        .select({ running: sql<number>`count(*)` })
        .from(operations)
        .where(sql`state = 'running'`);
      this.set(found?.running ?? 0);
    },
  });

  return {
    registry,
    streams,
    request: (labels: { method: string; route: string; status: number }, seconds: number) =>
      requests.observe(labels, seconds),
    /** For the runner of operations, after each chunk. */
    chunk: (kind: string, seconds: number) => chunks.observe({ kind }, seconds),
  };
}
