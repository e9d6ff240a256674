/** Open event streams: they end when their session does, and when the server stops. */
export type Streams = {
  /** One more, until it ends by itself, with `client`, by `close`, or once `counts` says that its session is over. */
  open(client: AbortSignal, counts: () => Promise<boolean>): OpenStream;
  /** Asks all streams whether they may go on. */
  recheck(): Promise<void>;
  close(): void;
  readonly size: number;
};

export type OpenStream = { readonly signal: AbortSignal; end(): void };

/** `onChange` hears how many are open. */
export function createStreams(onChange: (open: number) => void = () => {}): Streams {
  const open = new Map<AbortController, () => Promise<boolean>>();
  let closed = false;

  function end(stream: AbortController) {
    if (!open.delete(stream)) return;
    onChange(open.size);
    stream.abort();
  }

  return {
    open(client, counts) {
      const stream = new AbortController();
      open.set(stream, counts);
      onChange(open.size);
      if (closed || client.aborted) end(stream);
      else client.addEventListener('abort', () => end(stream), { once: true });
      return { signal: stream.signal, end: () => end(stream) };
    },
    async recheck() {
      for (const [stream, counts] of [...open]) if (!(await counts())) end(stream);
    },
    close() {
      closed = true;
      for (const stream of [...open.keys()]) end(stream);
    },
    get size() {
      return open.size;
    },
  };
}
