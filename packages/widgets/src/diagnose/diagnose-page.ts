import { checkPage } from './check-page.ts';
import type { How } from './diagnose-kit.ts';
import { bad, type Finding } from './finding.ts';
import { placedIn, tags } from './placed.ts';
import { Violations } from './policy.ts';
import { printFindings } from './print-findings.ts';

const patienceMs = 3000;

/** All that can be seen of the kit on a page or in a part of it: the page itself, its policy, and each kit on it. */
export async function diagnosePage(root: ParentNode = document, how: How = {}): Promise<Finding[]> {
  const violations = how.violations ?? new Violations();
  await defined(placedIn(root).map(({ localName }) => localName));
  const placed = placedIn(root);
  const kits = [...new Set(placed.flatMap(({ kit }) => kit ?? []))];
  const ofPage = checkPage(root, placed);
  const ofKits: Finding[] = [];
  for (const kit of kits) ofKits.push(...(await kit.diagnose({ violations, print: false })));
  const blocked = violations.findings(kits.map(({ endpoint }) => endpoint));
  if (!how.violations) violations.stop();
  const findings = [...new Map([...blocked, ...ofPage, ...ofKits].map(finding => [finding.what, finding])).values()];
  if (findings.length === 0) {
    findings.push(
      bad(
        'There is no element of Campaign Kit on this page.',
        'Put one on it.',
        `<${tags[0]} endpoint="…">…</${tags[0]}>`,
      ),
    );
  }
  if (how.print !== false) printFindings(findings);
  return findings;
}

/** Code of elements that is on its way is waited for, but not for ever. */
async function defined(names: readonly string[]): Promise<void> {
  const late = new Promise(resolve => setTimeout(resolve, patienceMs));
  await Promise.race([Promise.all(names.map(name => customElements.whenDefined(name))), late]);
}
