import { inSlices } from './in-slices';
import type { Leave, Outlet } from './outlet';

const BEAT_MS = 15_000;

/** All subscribers of one selection of the heartbeat: one beat for all of them every 15 seconds, and one for each who comes. */
export class HeartbeatGroup {
  private readonly members = new Set<Outlet>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly beat: () => Promise<Buffer>,
    private readonly onError: (error: unknown) => void,
    private readonly onEmpty: () => void,
  ) {
    this.timer = setInterval(() => void this.toAll(), BEAT_MS).unref();
  }

  /** One subscriber more; it gets a beat at once. */
  join(outlet: Outlet): Leave {
    this.members.add(outlet);
    this.beat()
      .then((message) => this.give(outlet, message))
      .catch(this.onError);
    return () => {
      if (!this.members.delete(outlet) || this.members.size > 0) return;
      clearInterval(this.timer);
      this.onEmpty();
    };
  }

  private async toAll(): Promise<void> {
    try {
      const message = await this.beat();
      await inSlices(this.members, (outlet) => this.give(outlet, message));
    } catch (error) {
      this.onError(error);
    }
  }

  /** A beat that a socket cannot take now is worth nothing later. */
  private give(outlet: Outlet, message: Buffer): void {
    if (this.members.has(outlet) && !outlet.isBehind) outlet.send(message);
  }
}
