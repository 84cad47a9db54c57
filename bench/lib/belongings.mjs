/** Everything that a run started, to be ended in the opposite order: at the end, on a failure, and when it is interrupted in the middle of a start. */
export class Belongings {
  #started = [];
  #releasing = null;

  /** Keeps what is being started (something with `stop`); gives it when it has started. Refuses when the run is ending. */
  async keep(starting) {
    this.#started.push(starting);
    const started = await starting;
    if (this.isEnding) throw new Error('The run is being ended.');
    return started;
  }

  /** Whether all is being ended, so that what fails now fails because of that. */
  get isEnding() {
    return this.#releasing !== null;
  }

  /** Ends all of it. May be called again: the same end is waited for. */
  release() {
    this.#releasing ??= this.#endAll();
    return this.#releasing;
  }

  async #endAll() {
    for (const starting of this.#started.reverse()) {
      const started = await starting.catch(() => null);
      await started?.stop().catch((error) => console.error(`Something could not be ended: ${error.message}`));
    }
  }
}
