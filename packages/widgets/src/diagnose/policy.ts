import { bad, type Finding } from './finding.ts';

/** What a Content-Security-Policy of the page has blocked. `blocked` is an address, or what else it was. */
export type Violation = { directive: string; blocked: string; policy: string; sample: string };

type Body = { effectiveDirective: string; blockedURL: string | null; originalPolicy: string; sample: string | null };

/** Hears of what is blocked from now on, and of what was blocked before where the browser remembers it. */
export class Violations {
  readonly seen: Violation[] = [];
  #reports: ReportingObserver | null = null;

  constructor() {
    document.addEventListener('securitypolicyviolation', this.#onViolation);
    if (!('ReportingObserver' in globalThis)) return;
    this.#reports = new ReportingObserver(
      reports => {
        for (const { effectiveDirective, blockedURL, originalPolicy, sample } of reports.map(bodyOf))
          this.#add(effectiveDirective, blockedURL ?? '', originalPolicy, sample ?? '');
      },
      { types: ['csp-violation'], buffered: true },
    );
    this.#reports.observe();
  }

  /** Whether an address was kept from being asked. */
  blocks(address: string): boolean {
    return this.seen.some(({ directive, blocked }) => directive === 'connect-src' && sameOrigin(blocked, address));
  }

  /** What to say of those that concern the kit: its server, its files, its policy. One sentence each. */
  findings(ours: readonly string[]): Finding[] {
    const found = new Map<string, Finding>();
    for (const violation of this.seen) {
      const finding = explain(violation, ours);
      if (finding) found.set(finding.what, finding);
    }
    return [...found.values()];
  }

  stop(): void {
    document.removeEventListener('securitypolicyviolation', this.#onViolation);
    this.#reports?.disconnect();
  }

  #onViolation = (event: SecurityPolicyViolationEvent): void =>
    this.#add(event.effectiveDirective, event.blockedURI, event.originalPolicy, event.sample);

  #add(directive: string, blocked: string, policy: string, sample: string): void {
    this.seen.push({ directive, blocked, policy, sample });
  }
}

const bodyOf = ({ body }: Report) => body as unknown as Body;

/** What one violation means for the kit, or null when it is about something else on the page. */
export function explain({ directive, blocked, policy, sample }: Violation, ours: readonly string[]): Finding | null {
  if (directive === 'trusted-types' && sample.startsWith('campaign-kit')) {
    return bad(
      `The page's Content-Security-Policy (trusted-types) does not know the policy of Campaign Kit, so no element can draw.`,
      'Name it in the header.',
      allowing(policy, 'trusted-types', 'campaign-kit'),
    );
  }
  const mine = ours.some(address => sameOrigin(blocked, address)) || /\/kit\/(v\d+|\d+\.\d+\.\d+[^/]*)\//.test(blocked);
  if (!mine) return null;
  const { origin } = new URL(blocked, location.href);
  if (directive === 'connect-src') {
    return bad(
      `The page's Content-Security-Policy (connect-src) does not let it ask ${origin}.`,
      'Add the address to the header.',
      allowing(policy, directive, origin === location.origin ? `'self'` : origin),
    );
  }
  if (directive.startsWith('script-src')) {
    return bad(
      `The page's Content-Security-Policy (script-src) does not let scripts of ${origin} run.`,
      'Add the address to the header, without a path.',
      allowing(policy, directive, origin),
    );
  }
  return null;
}

/** The directive as it has to be: what the header allows already, and the source. */
export function allowing(policy: string, directive: string, source: string): string {
  const directives = new Map(
    policy.split(';').map(one => {
      const [name = '', ...sources] = one.trim().split(/\s+/);
      return [name, sources];
    }),
  );
  const name = [directive, directive.replace(/-(elem|attr)$/, '')].find(one => directives.has(one));
  const now = directives.get(name ?? 'default-src') ?? [];
  const kept = directive === 'trusted-types' && !name ? [] : now.filter(one => one !== `'none'`);
  return `${[name ?? directive.replace(/-(elem|attr)$/, ''), ...kept, source].join(' ')};`;
}

function sameOrigin(blocked: string, address: string): boolean {
  try {
    return new URL(blocked).origin === new URL(address, location.href).origin;
  } catch {
    return false;
  }
}
