import { inSlices } from './in-slices';
import type { Unsubscribe, Sink } from './sink';

const BEAT_MS = 15_000;

/** All subscribers of one selection of the heartbeat: one beat for all of them every 15 seconds, and one for each who comes. */
export class HeartbeatGroup {
  private readonly members = new Set<Sink>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly beat: () => Promise<Buffer>,
    private readonly onError: (error: unknown) => void,
    private readonly onEmpty: () => void,
  ) {
    this.timer = setInterval(() => void this.toAll(), BEAT_MS).unref();
  }

  /** One subscriber more; it gets a beat at once. */
  join(sink: Sink): Unsubscribe {
    this.members.add(sink);
    this.beat()
      .then((message) => this.give(sink, message))
      .catch(this.onError);
    return () => {
      if (!this.members.delete(sink) || this.members.size > 0) return;
      clearInterval(this.timer);
      this.onEmpty();
    };
  }

  private async toAll(): Promise<void> {
    try {
      const message = await this.beat();
      await inSlices(this.members, (sink) => this.give(sink, message));
    } catch (error) {
      this.onError(error);
    }
  }

  /** A beat that a socket cannot take now is worth nothing later. */
  private give(sink: Sink, message: Buffer): void {
    if (this.members.has(sink) && !sink.isBehind) sink.send(message);
  }
}
