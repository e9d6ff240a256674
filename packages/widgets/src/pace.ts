/** How fast an operation goes, as seen from here; so the clock of the server does not matter. */
export class Pace {
  #first: { at: number; done: number } | null = null;
  #last: { at: number; done: number } | null = null;

  /** Call it with every news of the operation; `at` in ms. */
  saw(done: number, at: number): void {
    this.#first ??= { at, done };
    this.#last = { at, done };
  }

  /** Seconds left at this pace, at least one; null while there is too little to go by. */
  secondsLeft(total: number): number | null {
    if (!this.#first || !this.#last) return null;
    const elapsed = this.#last.at - this.#first.at;
    const moved = this.#last.done - this.#first.done;
    if (elapsed < 700 || moved <= 0) return null;
    return Math.max(1, Math.round(((total - this.#last.done) * elapsed) / moved / 1000));
  }
}
