import RequestClient from 'twilio/lib/base/RequestClient.js';

type Options = Parameters<InstanceType<typeof RequestClient>['request']>[0];

/** Twilio's own HTTP client, sent to another address: the simulator, or a proxy of the company. */
export class AtBaseUrl extends RequestClient {
  readonly #base: string;

  constructor(base: string, options: ConstructorParameters<typeof RequestClient>[0]) {
    super(options);
    this.#base = base.replace(/\/+$/, '');
  }

  override request<T>(options: Options) {
    const { pathname, search } = new URL(options.uri);
    return super.request<T>({ ...options, uri: `${this.#base}${pathname}${search}` } as never);
  }
}
