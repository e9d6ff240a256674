/** How a webhook is called: time-outs in milliseconds, how often again, and after what. */
export type ConnectionOverrides = {
  connectMs: number;
  readMs: number;
  totalMs: number;
  retries: number;
  after: Set<Trouble>;
};

/** What a webhook can be tried again for: no connection, no answer in time, a refusal, a failure. */
export type Trouble = 'ct' | 'rt' | '4xx' | '5xx';

const troubles: readonly Trouble[] = ['ct', 'rt', '4xx', '5xx'];

/** Takes the settings from the fragment of a webhook's URL (`#rc=2&rp=5xx,rt`), which is neither sent nor signed. */
export function splitOverrides(configured: string): { url: string; overrides: ConnectionOverrides } {
  const [url = '', fragment = ''] = configured.split('#', 2);
  const given = new URLSearchParams(fragment);
  const within = (name: string, usual: number, least: number, most: number) => {
    const value = Number(given.get(name) ?? usual);
    return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : usual;
  };
  const policy = (given.get('rp') ?? 'ct').split(',');
  return {
    url,
    overrides: {
      connectMs: within('ct', 5_000, 100, 10_000),
      readMs: within('rt', 15_000, 100, 15_000),
      totalMs: within('tt', 15_000, 100, 15_000),
      retries: within('rc', 1, 0, 5),
      after: new Set(troubles.filter(trouble => policy.includes(trouble) || policy.includes('all'))),
    },
  };
}
