/** What a connection received, in order, to be taken one by one as it comes. */
export class Messages<Message> {
  /** Everything received so far. */
  readonly all: Message[] = [];
  private taken = 0;
  private ending: Error | null = null;
  private wake: () => void = () => undefined;

  /** Takes a message in. */
  push(message: Message): void {
    this.all.push(message);
    this.wake();
  }

  /** Says that nothing more will come; whoever waits fails with the reason. */
  end(reason: Error): void {
    this.ending ??= reason;
    this.wake();
  }

  /** Why nothing more will come; null while something may. */
  get ended(): Error | null {
    return this.ending;
  }

  /** The next message: at once when it is there, else when it comes. */
  async next(): Promise<Message> {
    await this.until(() => this.taken < this.all.length);
    return this.all[this.taken++]!;
  }

  /** The next messages up to and with the first one that fits. */
  async nextUntil(fits: (message: Message) => boolean): Promise<Message[]> {
    const messages: Message[] = [];
    do messages.push(await this.next());
    while (!fits(messages.at(-1)!));
    return messages;
  }

  /** Resolves when the connection ended for this operation. */
  async untilEnded(): Promise<Error> {
    while (this.ending === null) await this.change();
    return this.ending;
  }

  private async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.ending !== null) throw this.ending;
      await this.change();
    }
  }

  private change(): Promise<void> {
    return new Promise((resolve) => {
      const { wake } = this;
      this.wake = () => {
        wake();
        resolve();
      };
    });
  }
}
