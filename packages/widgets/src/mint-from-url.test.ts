import { expect } from '@open-wc/testing';
import { mintFromUrl } from './mint-from-url.ts';

const json = { 'content-type': 'application/json' };

describe('a token from an address of the host', () => {
  const { fetch } = window;
  afterEach(() => (window.fetch = fetch));
  function answer(response: Response) {
    const asked: { url: string; init: RequestInit }[] = [];
    window.fetch = (url, init = {}) => {
      asked.push({ url: url as string, init });
      return Promise.resolve(response);
    };
    const minted = mintFromUrl('/session')({ reason: 'renew', signal: new AbortController().signal });
    return { asked, minted };
  }

  it('is asked for with the host’s own cookies, and why', async () => {
    const { asked, minted } = answer(new Response('{"token":"t","expiresAt":5}', { headers: json }));
    expect(await minted).to.deep.equal({ token: 't', expiresAt: 5 });
    expect(asked[0]?.url).to.equal('/session');
    expect(asked[0]?.init).to.deep.include({ method: 'POST', credentials: 'same-origin', body: '{"reason":"renew"}' });
  });

  for (const [what, response, said] of [
    ['a log-in page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'log-in page'],
    ['a refusal', () => new Response('{}', { status: 401, headers: json }), '401'],
  ] as const) {
    it(`is not taken from ${what}`, async () => {
      const thrown = await answer(response()).minted.catch((error: Error) => error);
      expect((thrown as Error).message).to.include(said);
    });
  }
});
