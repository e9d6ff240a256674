type Words = readonly [name: string, ...words: unknown[]];
type Answer = [value: unknown, failure?: { name: string; message: string }];

/** Asks the other side of a port and waits for its answer, as long as it takes. */
export const ask = <T>(port: MessagePort | null, words: Words): Promise<T> =>
  new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: [value, failure] }: MessageEvent<Answer>) =>
      failure ? reject(Object.assign(new Error(), failure)) : resolve(value as T);
    port?.postMessage(words, [port2]);
  });

/** Serves what the other side of a port says, and answers where it waits. A failure travels as its name and message. */
export const serve = (port: MessagePort, acts: object): void => {
  port.onmessage = async ({ data: [name, ...words], ports: [reply] }: MessageEvent<[string, ...unknown[]]>) => {
    let answer: Answer;
    try {
      answer = [await (acts as Record<string, (...words: unknown[]) => unknown>)[name]!(...words)];
    } catch (thrown) {
      const { name, message } = thrown as Error;
      answer = [0, { name, message }];
    }
    reply?.postMessage(answer);
  };
};
