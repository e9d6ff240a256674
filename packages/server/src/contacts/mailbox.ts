/** What comes when it comes, and is taken one after another. One taker waits at a time. */
export function mailbox<T>() {
  const arrived: T[] = [];
  let taker: ((letter: T) => void) | null = null;
  return {
    put(letter: T) {
      if (!taker) return void arrived.push(letter);
      taker(letter);
      taker = null;
    },
    take: () =>
      new Promise<T>(resolve => {
        if (arrived.length > 0) resolve(arrived.shift() as T);
        else taker = resolve;
      }),
  };
}
