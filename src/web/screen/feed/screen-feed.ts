import type { PulseQuery, ScreenOverviewQuery, ScreenOverviewQueryVariables } from '../../generated/operations';
import { openFeed } from '../../common/graphql/open-feed';
import { RequestFailed } from '../../common/graphql/request-failed';
import { send } from '../../common/graphql/send';
import type { Language } from '../../common/language';
import { viewer } from '../../common/operations';
import { ServerClock } from '../../common/server-clock';
import type { ConnectionState, Feed } from '../../feed/public';
import { pulse, screenOverview } from '../operations';
import { EMPTY_FEED, type FeedState } from './feed-state';

/** Some networks let no WebSocket through: after so many failed tries in a row the wall asks over HTTP instead. */
const FAILURES_BEFORE_POLLING = 3;
const POLL_MS = 30_000;

/** The server's code for a link that has run out; it refuses with another one when the link was taken away. */
const EXPIRED = 4403;

/**
 * Brings a wall its figures: live over one WebSocket, by polling where that cannot be had. It never gives up by itself.
 * Listeners are called after every change of `state`, which is replaced and never altered.
 */
export class ScreenFeed {
  state: FeedState = EMPTY_FEED;
  readonly clock = new ServerClock();
  private readonly listeners = new Set<() => void>();
  private feed: Feed | null = null;
  private poll: ReturnType<typeof setInterval> | undefined;
  private failures = 0;
  private stopped = false;

  constructor(
    private readonly variables: ScreenOverviewQueryVariables,
    private readonly language: Language,
  ) {}

  /** Asks who is signed in here and connects if somebody is. */
  async start(): Promise<void> {
    try {
      const answer = await send(viewer, {}, this.language);
      if (answer.viewer === null) return this.set({ access: 'stranger' });
    } catch (error) {
      // A server that does not answer yet is no reason to stay away: the connection goes on trying.
      this.noteError(error);
      if (error instanceof RequestFailed && error.kind === 'unauthenticated') return this.set({ access: 'stranger' });
    }
    if (!this.stopped) this.connect();
  }

  /** Ends everything; the feed cannot be started again. */
  stop(): void {
    this.stopped = true;
    clearInterval(this.poll);
    this.feed?.close();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): FeedState => this.state;

  private connect(): void {
    this.feed = openFeed(this.language, {
      onState: (state) => this.note(state),
      onHeartbeat: (beat) => this.takePulse(beat),
    });
    this.feed.live(screenOverview, this.variables, {
      next: (snapshot) => this.takeSnapshot(snapshot),
      failed: ({ message }) => this.set({ lastError: message }),
    });
  }

  private note(state: ConnectionState): void {
    if (state.is === 'connected') return this.stopPolling();
    this.set({ lastError: state.reason });
    if (state.is === 'waiting') this.countFailure();
    else this.refuse(state.code === EXPIRED ? 'expired' : 'revoked');
  }

  private takeSnapshot(snapshot: ScreenOverviewQuery): void {
    this.set({ snapshot, access: 'allowed' });
  }

  private takePulse({
    serverTime,
    today,
    appVersion,
  }: Pick<PulseQuery['installation'], 'serverTime' | 'today' | 'appVersion'>): void {
    this.set({ lastHeartbeatAt: this.clock.correct(serverTime), today, appVersion });
  }

  private countFailure(): void {
    this.failures += 1;
    if (this.failures < FAILURES_BEFORE_POLLING || this.poll !== undefined || this.stopped) return;
    this.poll = setInterval(() => void this.pollOnce(), POLL_MS);
    void this.pollOnce();
  }

  private stopPolling(): void {
    this.failures = 0;
    clearInterval(this.poll);
    this.poll = undefined;
  }

  private async pollOnce(): Promise<void> {
    try {
      const [{ installation }, snapshot] = await Promise.all([
        send(pulse, {}, this.language),
        send(screenOverview, this.variables, this.language),
      ]);
      if (this.poll === undefined || this.stopped) return;
      this.takePulse(installation);
      this.takeSnapshot(snapshot);
    } catch (error) {
      this.noteError(error);
      if (error instanceof RequestFailed && error.kind === 'unauthenticated') this.refuse('revoked');
    }
  }

  private refuse(access: 'revoked' | 'expired'): void {
    clearInterval(this.poll);
    // A room that lost its right keeps no figures on the wall.
    this.set({ access, snapshot: null });
  }

  private noteError(error: unknown): void {
    this.set({ lastError: error instanceof Error ? error.message : String(error) });
  }

  private set(part: Partial<FeedState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}
