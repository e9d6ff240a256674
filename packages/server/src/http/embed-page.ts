import { Hono } from 'hono';
import { Refusal } from '@campaign-kit/shared/refusal';
import { elementNames } from '@campaign-kit/shared/scopes';
import { allowsOrigins } from '../organizations/allows-origins.ts';
import type { World } from '../world.ts';
import type { App, AppEnv } from './app-env.ts';

const mostHosts = 8;

/**
 * `/embed/<element>?host=<origin>`: a page with one element in it, for hosts that allow only frames. `host` is the page
 * around the frame, then those around that one; only pages of these origins can frame it, and only where one organization allows all.
 */
export function embedPage(world: World): App {
  const app = new Hono<AppEnv>();
  app.get('/:element', async c => {
    const element = elementNames.find(name => name === c.req.param('element'));
    if (!element) throw new Refusal('not_found', 'refusal.noAddress');
    const hosts = c.req.queries('host') ?? [];
    if (hosts.length > mostHosts || !(await allowsOrigins(world, hosts)))
      throw new Refusal('origin_not_allowed', 'refusal.origin');
    return c.html(page, 200, {
      'content-security-policy': policyFor(hosts),
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'cross-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'cache-control': 'private, max-age=300',
    });
  });
  return app;
}

/** Each of the hosts is, letter by letter, an origin that an organization allows. */
const policyFor = (hosts: readonly string[]) =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types campaign-kit`,
    `frame-ancestors ${hosts.join(' ')}`,
  ].join('; ');

/** The same for every element: which one it is stands in the address. Addresses are relative, as the server may stand under a path. */
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Campaign Kit</title>
<script type="module" src="../kit/v1/boot.js"></script>
<script type="module" src="../kit/v1/frame-page.js"></script>
</head>
<body></body>
</html>
`;
