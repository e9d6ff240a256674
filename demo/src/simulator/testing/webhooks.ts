import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import twilio from 'twilio';

/** A webhook that was called: with which form, and whether its signature fits the account's token. */
export type Call = { path: string; fields: Record<string, string>; signed: boolean; idempotency: string };

type Answer = { status?: number; contentType?: string; body?: string };

/** An application of its own that Twilio calls: it keeps what it is sent and answers as the test says. */
export async function openWebhooks(authToken: string) {
  const calls: Call[] = [];
  let answer: (call: Call) => Answer | Promise<Answer> = () => ({ status: 204 });
  let url = '';
  let hangingUp = false;
  const used = new WeakSet<Socket>();
  const server = createServer((request, response) => {
    if (hangingUp && used.has(request.socket)) {
      hangingUp = false;
      return void request.socket.resetAndDestroy();
    }
    used.add(request.socket);
    void (async () => {
      const form = new URLSearchParams(await textOf(request));
      const fields = Object.fromEntries(form);
      const path = request.url as string;
      const signature = request.headers['x-twilio-signature'] as string;
      const signed = twilio.validateRequest(authToken, signature, url + path, fields);
      const call = { path, fields, signed, idempotency: request.headers['i-twilio-idempotency-token'] as string };
      calls.push(call);
      const { status = 200, contentType = 'text/xml', body = '' } = await answer(call);
      response.writeHead(status, { 'content-type': contentType }).end(body);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    calls,
    statuses: (sid?: string) =>
      calls
        .filter(({ fields }) => fields.MessageStatus && (!sid || fields.MessageSid === sid))
        .map(({ fields }) => fields.MessageStatus),
    /** Closes the next connection that is used again, as a server does that gives it up at that very moment: unread. */
    hangUpOnNext: () => void (hangingUp = true),
    answerWith: (given: typeof answer) => void (answer = given),
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += chunk as string;
  return text;
}
