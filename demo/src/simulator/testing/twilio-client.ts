import twilio from 'twilio';
import type { Simulator } from '../start-simulator.ts';

type Asked = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0];

/** Sends what is meant for Twilio's hosts to the simulator, and leaves all else of the SDK as it is. */
class RequestsToSimulator extends twilio.RequestClient {
  readonly #url: string;

  constructor(url: string, timeoutMs: number) {
    super({ timeout: timeoutMs });
    this.#url = url;
  }

  override request<T>(asked: Asked) {
    const { hostname, pathname, search } = new URL(asked.uri);
    const [product = ''] = hostname.split('.');
    const uri = this.#url + (product === 'api' ? '' : `/${product}`) + pathname + search;
    return super.request<T>({ ...asked, uri } as never);
  }
}

/** The SDK as the account's owner uses it, against this simulator. */
export function twilioClient(simulator: Simulator, user: string, secret: string, accountSid = user, timeoutMs = 3_000) {
  return twilio(user, secret, { accountSid, httpClient: new RequestsToSimulator(simulator.url, timeoutMs) });
}
