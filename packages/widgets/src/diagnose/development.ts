import { version } from '@campaign-kit/shared/version';
import { diagnosePage } from './diagnose-page.ts';
import type { Finding } from './finding.ts';
import { Violations, type Violation } from './policy.ts';

/** Elements get this long to come up before they are looked at. */
const patienceMs = 1500;
const told = new Set<string>();
let violations: Violations | null = null;
let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Looks at the page by itself, now and whenever something fails, and says each thing that is wrong once, in the console,
 * with the line to add. `before`: what was blocked before this came. Calling it again does nothing.
 */
export function startDevelopment(before: readonly Violation[] = []): void {
  if (violations) return;
  violations = new Violations();
  violations.seen.push(...before);
  for (const name of ['ck-load-error', 'ck-action-error', 'ck-session-expired'])
    document.addEventListener(name, lookSoon, true);
  document.addEventListener('securitypolicyviolation', lookSoon);
  lookSoon();
}

function lookSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void look(), patienceMs);
}

async function look(): Promise<void> {
  const findings = await diagnosePage(document, { violations: violations!, print: false });
  const wrong = findings.filter(({ ok }) => !ok);
  for (const finding of wrong) tell(finding);
  if (wrong.length === 0 && told.size === 0) {
    told.add('');
    console.info(`Campaign Kit ${version}, development build: ${findings.map(({ what }) => what).join(' ')}`);
  }
}

function tell({ what, fix, line }: Finding): void {
  if (told.has(what)) return;
  told.add(what);
  console.warn(`Campaign Kit: ${what} ${fix}${line ? `\n\n    ${line}\n` : ''}`);
}
