import type { Sink } from '../../../src/platform/live/sink';
import { Messages } from './messages';

/** A subscription's end without a socket: keeps what it is given, and is behind when a test wants it to be. */
export class MadeSink<Message> implements Sink {
  readonly owner: string = 'made';
  readonly messages = new Messages<Message>();
  isBehind = false;
  /** The bytes of the newest message. */
  latest: Buffer | null = null;
  private resumes: (() => void)[] = [];

  send(message: Buffer): void {
    this.latest = message;
    const frame = JSON.parse(`{"id":"1"${message.toString()}`) as { readonly type: string; readonly payload: Message };
    if (frame.type !== 'next') throw new Error(`A subscription delivers "next", not "${frame.type}".`);
    this.messages.push(frame.payload);
  }

  onDrain(resume: () => void): void {
    this.resumes.push(resume);
  }

  complete(): void {
    this.messages.end(new Error('complete'));
  }

  /** From now on takes nothing. */
  fallBehind(): void {
    this.isBehind = true;
  }

  /** Takes things again. */
  catchUp(): void {
    this.isBehind = false;
    for (const resume of this.resumes.splice(0)) resume();
  }
}
