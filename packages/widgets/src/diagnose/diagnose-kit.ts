import type { CampaignKit } from '../kit.ts';
import type { Mint } from '../session.ts';
import { checkServer } from './check-server.ts';
import { checkSession } from './check-session.ts';
import type { Finding } from './finding.ts';
import { placedIn } from './placed.ts';
import { Violations } from './policy.ts';
import { printFindings } from './print-findings.ts';

export type How = {
  /** What the page's policy blocked, where somebody listens already; told by them then. */
  violations?: Violations;
  /** Also as a table in the console; it is, where nothing is said. */
  print?: boolean;
};

/** What stands between one kit and its server: address, policy, version, clock, origin, session. */
export async function diagnoseKit(kit: CampaignKit, mint: Mint, how: How = {}): Promise<Finding[]> {
  const violations = how.violations ?? new Violations();
  const { endpoint } = kit;
  const used = placedIn(document).filter(element => element.kit === kit && element.localName !== 'campaign-kit');
  const server = await checkServer(endpoint, violations);
  const session = await checkSession(mint, endpoint, server, [...new Set(used.map(({ localName }) => localName))]);
  const findings = [...server.findings, ...session];
  if (!how.violations) {
    findings.unshift(...violations.findings([endpoint]));
    violations.stop();
  }
  if (how.print !== false) printFindings(findings);
  return findings;
}
