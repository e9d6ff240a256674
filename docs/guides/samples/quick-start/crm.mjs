import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';

const kit = 'http://localhost:8787';
const origin = 'http://localhost:3000';

createServer(async (request, response) => {
  if (request.url !== '/texting-session') {
    const page = await readFile('index.html');
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  }
  // Your own server knows who is signed in. Here it is always Ada.
  const minted = await fetch(`${kit}/v1/embed-sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.CAMPAIGN_KIT_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user: { externalId: '42', name: 'Ada Park', role: 'admin' }, origin }),
  });
  response.writeHead(minted.status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(await minted.text());
}).listen(3000);
