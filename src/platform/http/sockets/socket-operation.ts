import { beginObject } from '../../lib/json-text';
import type { Turn } from '../../lib/turns';
import type { Unsubscribe, Sink } from '../../live/sink';

type Step = IteratorResult<never, void>;

/** What an operation needs of its connection. */
export interface OperationSocket {
  /** Whether the client has not taken what it was given. */
  readonly isBehind: boolean;
  write(head: string, tail: Buffer): void;
  onDrain(resume: () => void): void;
  holdBack(): void;
  goOn(): void;
  forget(operation: SocketOperation): void;
}

/**
 * One operation of a connection, from the message that began it until nothing works on it any more. For graphql-ws a subscription is an iterator that never yields and ends with the
 * subscription; its messages go past graphql-ws, which would serialise every one of them for every subscriber.
 */
export class SocketOperation implements Sink, AsyncGenerator<never, void, void> {
  /** Beginning of every message of it. */
  readonly head: string;
  private leave: Unsubscribe | null = null;
  private turn: Turn | null = null;
  private isOver = false;
  private hasStarted = false;
  private isWorking = true;
  private settle: ((step: Step) => void) | null = null;
  /** Whether its id is free again: the client has completed it, or has been told its end. */
  isGone = false;

  constructor(
    private readonly connection: OperationSocket,
    /** As the client calls it. */
    readonly id: string,
    /** As graphql-ws knows it: see `Connection`. */
    readonly number: number,
    /** Account whose operation it is. */
    readonly owner: string,
  ) {
    this.head = `${beginObject('id')}${JSON.stringify(id)}`;
  }

  /** Waits for a turn, which is its own from then on; meanwhile nothing more is read from its socket. */
  async waitFor(turn: Turn): Promise<void> {
    this.turn = turn;
    if (turn.begun !== null) {
      this.connection.holdBack();
      await turn.begun;
      this.connection.goOn();
    }
  }

  /** Whether its work may start; from then on it counts until the work is done, whatever the client wishes. */
  starts(): boolean {
    this.hasStarted = !this.isOver;
    return this.hasStarted;
  }

  /** Takes what ends the subscription at its source. */
  begin(leave: Unsubscribe): void {
    if (this.isOver) leave();
    else this.leave = leave;
  }

  get isBehind(): boolean {
    return this.connection.isBehind;
  }

  send(message: Buffer): void {
    if (!this.isOver) this.connection.write(this.head, message);
  }

  onDrain(resume: () => void): void {
    if (!this.isOver) this.connection.onDrain(resume);
  }

  complete(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.leave?.();
    this.leave = null;
    this.settle?.({ value: undefined, done: true });
  }

  /** The client wants nothing more of it, or is gone. What is being executed goes on to its end, and counts until then. */
  cancel(): void {
    this.complete();
    this.isGone = true;
    if (this.hasStarted) this.forgetIfDone();
    else this.worked();
  }

  /** The client has been told its end. */
  answered(): void {
    this.isGone = true;
    this.forgetIfDone();
  }

  /** What its message asked for is done: it has been refused or executed, or its subscription is open. */
  worked(): void {
    this.isWorking = false;
    this.turn?.end();
    this.turn = null;
    this.forgetIfDone();
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

  private forgetIfDone(): void {
    if (this.isGone && !this.isWorking) this.connection.forget(this);
  }
}
