/**
 * Comes with every test file: what breaks the page's policy, or is thrown where nobody catches it, fails its test; and what
 * failed can be told. The runner clones results, which a node cannot be: the whole file would never end.
 */
const broken: string[] = [];

document.addEventListener('securitypolicyviolation', event => {
  broken.push(`${event.violatedDirective} blocked ${event.blockedURI} ${event.sample} in ${event.sourceFile}`);
});
addEventListener('unhandledrejection', event => broken.push(`Unhandled rejection: ${String(event.reason)}`));

afterEach(function () {
  const found = broken.splice(0);
  const failure = this.currentTest?.err as { actual?: unknown; expected?: unknown } | undefined;
  if (failure?.actual instanceof Node) failure.actual = failure.actual.nodeName;
  if (failure?.expected instanceof Node) failure.expected = failure.expected.nodeName;
  if (found.length === 0 || !this.currentTest) return;
  // A hook that throws would end the whole file.
  this.currentTest.state = 'failed';
  this.currentTest.err = new Error(found.join('\n'));
});

export {};
