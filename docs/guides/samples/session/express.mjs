import express from 'express';

const { CAMPAIGN_KIT_URL, CAMPAIGN_KIT_KEY, CRM_ORIGIN, PORT = '3000' } = process.env;

/** Replace this with your own log-in, such as `request.user` of Passport. */
function signedIn(request) {
  const session = /(?:^|;\s*)crm_session=([^;]+)/.exec(request.get('cookie') ?? '')?.[1];
  return session === 'the-session-of-ada' ? { id: '42', name: 'Ada Park', role: 'admin' } : null;
}

const app = express();

app.post('/texting-session', async (request, response) => {
  response.set('cache-control', 'no-store');
  const user = signedIn(request);
  if (!user) return response.status(401).json({ error: 'signed out' });
  try {
    const minted = await fetch(`${CAMPAIGN_KIT_URL}/v1/embed-sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${CAMPAIGN_KIT_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({ user: { externalId: user.id, name: user.name, role: user.role }, origin: CRM_ORIGIN }),
      signal: AbortSignal.timeout(5000),
    });
    if (minted.ok) return response.json(await minted.json());
    console.error(`Campaign Kit answered ${minted.status}: ${await minted.text()}`);
  } catch (problem) {
    console.error(`Campaign Kit did not answer: ${problem.message}`);
  }
  response.status(502).json({ error: 'texting is not available' });
});

app.listen(Number(PORT), '127.0.0.1');
