import type { RightsSource } from '../access/rights-source';
import type { EventLog } from '../event-log/event-log';
import { Turns, UNBOUNDED } from '../lib/turns';
import type { NoteStage } from '../observability/stages';
import type { LogEvent } from '../event-log/event-row';
import type { LogCursor } from '../event-log/log-cursor';
import { EventGroup, type RenderEvents } from './event-group';
import type { LiveExplanation } from './explain-live';
import type { GroupName } from './group-name';
import { HeartbeatGroup } from './heartbeat-group';
import { HeldBytes } from './held-bytes';
import { LiveCounts } from './live-counts';
import { type Execute, LiveGroup, type LiveMember } from './live-group';
import type { Unsubscribe, Sink } from './sink';
import { RightsGate } from './rights-gate';
import { Windows } from './windows';

/** How long an answer waits for this process to hear of what it holds; the log's poll is faster by far. */
const LONGEST_WAIT_MS = 5_000;

/** What a character of a document takes, parsed: 8 KB of text became 540 KB. */
const BYTES_PER_CHARACTER = 70;

interface Named<Group> {
  readonly name: GroupName;
  readonly group: Group;
}

/** Brings what the log says to those who listen: live queries, streams of events, heartbeats, each shared by all who ask the same. One for each process. */
export class LiveHub {
  readonly counts = new LiveCounts();
  readonly rights: RightsGate;
  /** What subscriptions hold, by account. */
  private readonly held = new HeldBytes();
  private readonly windows = new Windows();
  private readonly live = new Map<string, Named<LiveGroup>>();
  private readonly streams = new Map<string, Named<EventGroup>>();
  private readonly beats = new Map<string, HeartbeatGroup>();
  private readonly stopListening: () => void;

  constructor(
    private readonly log: Pick<EventLog, 'feed' | 'hasReached'>,
    rights: RightsSource,
    private readonly onError: (error: unknown) => void,
    private readonly noteStage: NoteStage = () => undefined,
    private readonly turns: Turns = new Turns(UNBOUNDED),
  ) {
    this.rights = new RightsGate(rights, onError);
    this.stopListening = log.feed.listen((events) => this.onEvents(events));
  }

  /** Ends the hub; open subscriptions get nothing more. */
  stop(): void {
    this.stopListening();
  }

  /** Whether a subscription finds room: it shares what is there, or its account's live queries and streams hold less than they may. */
  hasRoom({ key }: GroupName, owner: string): boolean {
    return [this.live, this.streams, this.beats].some((groups) => groups.has(key)) || this.held.hasRoom(owner);
  }

  /** Distinct live queries, and distinct streams, now. */
  get sizes(): { readonly live: number; readonly streams: number } {
    return { live: this.live.size, streams: this.streams.size };
  }

  /** What this process delivers; whom to is known to its connections. */
  get explanation(): Omit<LiveExplanation, 'connections'> {
    return {
      process: process.pid,
      queries: [...this.live.values()].map(({ name, group }) => ({ ...name, ...group.state })),
      streams: [...this.streams.values()].map(({ name, group }) => ({ ...name, ...group.state })),
      counts: this.counts,
    };
  }

  /** Keeps a live query up to date for a subscriber. `execute` runs it for all who share the name. */
  subscribe(name: GroupName, execute: Execute, member: LiveMember): Unsubscribe {
    const make = (): LiveGroup => {
      const holding = this.held.begin(member.sink.owner, documentBytes(name));
      return new LiveGroup(execute, {
        counts: this.counts,
        windows: this.windows,
        noteStage: this.noteStage,
        turns: this.turns,
        holding,
        upTo: (cursor) => this.upTo(cursor),
        onError: this.onError,
        onEmpty: () => {
          holding.end();
          this.live.delete(name.key);
        },
      });
    };
    return grouped(this.live, name, make).join(member);
  }

  /** Streams events to a subscriber from a place in the log. `render` makes the messages for all who share the name. */
  stream(name: GroupName, render: RenderEvents, sink: Sink, after: LogCursor): Unsubscribe {
    const make = (): EventGroup => {
      const holding = this.held.begin(sink.owner, documentBytes(name));
      return new EventGroup(render, {
        feed: this.log.feed,
        counts: this.counts,
        noteStage: this.noteStage,
        turns: this.turns,
        holding,
        settled: () => this.rights.settled(),
        onError: this.onError,
        onEmpty: () => {
          holding.end();
          this.streams.delete(name.key);
        },
      });
    };
    return grouped(this.streams, name, make).join(sink, after);
  }

  /** Tells a subscriber every 15 seconds that the server is there. */
  heartbeat(name: GroupName, beat: () => Promise<Buffer>, sink: Sink): Unsubscribe {
    const { key } = name;
    let group = this.beats.get(key);
    if (group === undefined) {
      const holding = this.held.begin(sink.owner, documentBytes(name));
      group = new HeartbeatGroup(beat, this.onError, () => {
        holding.end();
        this.beats.delete(key);
      });
      this.beats.set(key, group);
    }
    return group.join(sink);
  }

  private async upTo(cursor: LogCursor): Promise<void> {
    await this.log.hasReached(cursor, LONGEST_WAIT_MS);
    await this.rights.settled();
  }

  private onEvents(events: readonly LogEvent[]): void {
    this.rights.note(events);
    for (const { group } of this.live.values()) group.onEvents(events);
    for (const { group } of this.streams.values()) group.advance();
  }
}

function documentBytes({ query, variables }: GroupName): number {
  return (query.length + JSON.stringify(variables).length) * BYTES_PER_CHARACTER;
}

function grouped<Group>(groups: Map<string, Named<Group>>, name: GroupName, make: () => Group): Group {
  const known = groups.get(name.key);
  if (known !== undefined) return known.group;
  const made = make();
  groups.set(name.key, { name, group: made });
  return made;
}
