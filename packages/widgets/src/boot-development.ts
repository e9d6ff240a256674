import './boot.ts';
import { base } from './boot-base.ts';
import type { startDevelopment } from './diagnose/development.ts';
import type { Violation } from './diagnose/policy.ts';

/** Set by the build: the hash in the name of the file that looks at the page. */
declare const developmentHash: string;

const before: Violation[] = [];
document.addEventListener('securitypolicyviolation', event => {
  const { effectiveDirective: directive, blockedURI: blocked, originalPolicy: policy, sample } = event;
  before.push({ directive, blocked, policy, sample });
});

import(`${base}chunks/development-${developmentHash}.js`).then(
  (development: { startDevelopment: typeof startDevelopment }) => development.startDevelopment(before),
  () => {
    const blocked = before.find(({ directive }) => directive.startsWith('script-src'));
    console.warn(
      blocked
        ? `Campaign Kit: the page's Content-Security-Policy (script-src) lets this script run, but not the others of ${new URL(blocked.blocked).origin}. Allow the whole origin, without a path.`
        : `Campaign Kit: the files beside this script could not be loaded. Load it from the server, not a copy of it.`,
    );
  },
);
