import { createServer } from 'node:http';

const { CAMPAIGN_KIT_URL, CAMPAIGN_KIT_KEY, CRM_ORIGIN, PORT = '3000' } = process.env;

/** Replace this with your own log-in. The answer is who is signed in, or null. */
function signedIn(request) {
  const session = /(?:^|;\s*)crm_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  return session === 'the-session-of-ada' ? { id: '42', name: 'Ada Park', role: 'admin' } : null;
}

async function textingSession(request, response) {
  const answer = (status, body) =>
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(body);
  const user = signedIn(request);
  if (!user) return answer(401, '{"error":"signed out"}');
  try {
    const minted = await fetch(`${CAMPAIGN_KIT_URL}/v1/embed-sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${CAMPAIGN_KIT_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ user: { externalId: user.id, name: user.name, role: user.role }, origin: CRM_ORIGIN }),
      signal: AbortSignal.timeout(5000),
    });
    const body = await minted.text();
    if (minted.ok) return answer(200, body);
    console.error(`Campaign Kit answered ${minted.status}: ${body}`);
  } catch (problem) {
    console.error(`Campaign Kit did not answer: ${problem.message}`);
  }
  answer(502, '{"error":"texting is not available"}');
}

createServer((request, response) => {
  if (request.method === 'POST' && request.url === '/texting-session') void textingSession(request, response);
  else response.writeHead(404).end();
}).listen(Number(PORT), '127.0.0.1');
