import type { Leave, Outlet } from '../live/outlet';
import type { Connection } from './connection';

type Step = IteratorResult<never, void>;

/**
 * One subscription of a connection. For graphql-ws it is an iterator that never yields and ends with the subscription; its messages go past graphql-ws, which would serialise
 * every one of them for every subscriber.
 */
export class SocketOperation implements Outlet, AsyncGenerator<never, void, void> {
  private readonly head: string;
  private leave: Leave | null = null;
  private isOver = false;
  private settle: ((step: Step) => void) | null = null;

  constructor(
    private readonly connection: Connection,
    id: string,
  ) {
    this.head = `{"id":${JSON.stringify(id)}`;
    connection.begin(this);
  }

  /** Takes what ends the subscription at its source. */
  begin(leave: Leave): void {
    if (this.isOver) leave();
    else this.leave = leave;
  }

  get isBehind(): boolean {
    return this.connection.isBehind;
  }

  send(message: Buffer): void {
    if (!this.isOver) this.connection.write(this.head, message);
  }

  whenCaughtUp(resume: () => void): void {
    if (!this.isOver) this.connection.whenCaughtUp(resume);
  }

  complete(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.connection.forget(this);
    this.leave?.();
    this.leave = null;
    this.settle?.({ value: undefined, done: true });
  }

  next(): Promise<Step> {
    if (this.isOver) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  return(): Promise<Step> {
    this.complete();
    return Promise.resolve({ value: undefined, done: true });
  }

  throw(error: unknown): Promise<Step> {
    this.complete();
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
