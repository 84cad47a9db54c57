/** One owner's place in a line, and its turn. */
export interface Turn {
  /** Null when it has begun at once; else resolves when it begins, or when it was given up before. */
  readonly begun: Promise<void> | null;
  /** Ends it, or gives it up while it waits; a second call does nothing. */
  end(): void;
}

/** How many turns there are. */
export interface TurnBounds {
  /** Turns under way in all. */
  readonly atOnce: number;
  /** Turns under way of one owner. */
  readonly perOwner: number;
  /** Turns that one owner may have waiting, where the asker minds. */
  readonly mostWaiting: number;
  /** Milliseconds after which those who begin let the process do other work first; null: nobody begins with long work. */
  readonly sliceMs: number | null;
}

/** Everybody's turn at once. */
export const UNBOUNDED: TurnBounds = {
  atOnce: Infinity,
  perOwner: Infinity,
  mostWaiting: Infinity,
  sliceMs: null,
};

/** Lines are made for whoever comes; so many are kept when nobody stands in them, for those who come again. */
const KEPT_LINES = 1_000;

interface Line {
  readonly owner: string;
  underWay: number;
  /** Pieces of what is under way already: they go before new work of the same owner. */
  readonly pieces: Waiting[];
  readonly waiting: Waiting[];
  /** Whether it stands in the round of those who have something to begin. */
  isInRound: boolean;
}

/**
 * Lets owners begin in turn, one each, however much one of them has waiting; each has a bounded share of what is under way. What finds nothing ahead of it begins at once, for the
 * price of a look-up. With `sliceMs` whatever begins is expected to work at once and at length: after that time the next one waits until sockets and timers have been seen to, so that
 * nobody waits for more than a piece of each of the others.
 */
export class Turns {
  private readonly lines = new Map<string, Line>();
  private round: Line[] = [];
  private underWay = 0;
  private sliceBegan = 0;
  private isSliceOpen = false;
  private isBeginning = false;

  constructor(private readonly bounds: TurnBounds) {}

  /** A turn; null when the owner has too many waiting. */
  ask(owner: string): Turn | null {
    return this.waitingOf(owner) >= this.bounds.mostWaiting ? null : this.take(owner);
  }

  /** A turn, however many are waiting: for what is bounded otherwise. */
  take(owner: string): Turn {
    const line = this.lineOf(owner);
    if (this.mayBegin(line)) {
      this.count(line, 1);
      return new Begun(() => this.ended(line));
    }
    return this.enqueue(line, false);
  }

  /** Waits until it is this owner's turn to do one more piece of long work within a turn under way; null: at once. */
  piece(owner: string): Promise<void> | null {
    const line = this.lineOf(owner);
    if (this.round.length === 0 && this.hasTime()) {
      this.forget(line);
      return null;
    }
    return this.enqueue(line, true).begun;
  }

  /** Of owners who share some work, the one who has least to do: it is done in that one's turn, so that nobody is kept waiting by whoever else shares it. */
  leastBusyOf(owners: Iterable<string>): string {
    let found = '';
    let least = Infinity;
    for (const owner of owners) {
      const load = owner === found ? Infinity : this.loadOf(owner);
      if (load < least) [found, least] = [owner, load];
      if (least === 0) break;
    }
    return found;
  }

  /** Turns of an owner that are under way or wait. */
  loadOf(owner: string): number {
    const line = this.lines.get(owner);
    return line === undefined ? 0 : line.underWay + line.pieces.length + line.waiting.length;
  }

  /** Turns of an owner that wait. */
  waitingOf(owner: string): number {
    return this.lines.get(owner)?.waiting.length ?? 0;
  }

  /** Turns under way in all. */
  get size(): number {
    return this.underWay;
  }

  private mayBegin(line: Line): boolean {
    const { atOnce, perOwner } = this.bounds;
    return this.round.length === 0 && line.underWay < perOwner && this.underWay < atOnce && this.hasTime();
  }

  private enqueue(line: Line, isPiece: boolean): Waiting {
    const waiting = new Waiting(isPiece, {
      giveUp: (given) => this.giveUp(line, given),
      end: () => this.ended(line),
    });
    queueOf(line, isPiece).push(waiting);
    this.join(line);
    this.beginNext();
    return waiting;
  }

  private join(line: Line): void {
    if (line.isInRound || !this.hasNext(line)) return;
    line.isInRound = true;
    this.round.push(line);
  }

  private hasNext({ underWay, pieces, waiting }: Line): boolean {
    return pieces.length > 0 || (waiting.length > 0 && underWay < this.bounds.perOwner);
  }

  /** Begins what may begin, as long as there is time. */
  private beginNext(): void {
    if (this.isBeginning) return;
    while (this.round.length > 0 && this.hasTime()) {
      const line = this.lineThatMayBegin();
      if (line === null) return;
      const next = queueOf(line, line.pieces.length > 0).shift()!;
      if (!next.isPiece) this.count(line, 1);
      this.join(line);
      next.begin();
      if (next.isPiece) this.forget(line);
      if (this.bounds.sliceMs === null) continue;
      // all that it does at once is over when microtasks are: only then the time is known
      this.isBeginning = true;
      queueMicrotask(() => process.nextTick(() => this.goOn()));
      return;
    }
  }

  private lineThatMayBegin(): Line | null {
    const { length } = this.round;
    for (let looked = 0; looked < length; looked += 1) {
      const line = this.round.shift()!;
      line.isInRound = false;
      if (!this.hasNext(line)) continue;
      if (line.pieces.length > 0 || this.underWay < this.bounds.atOnce) return line;
      line.isInRound = true;
      this.round.push(line);
    }
    return null;
  }

  private goOn(): void {
    this.isBeginning = false;
    this.beginNext();
  }

  /** Whether the present slice has time left; a new one begins when sockets and timers have been seen to. */
  private hasTime(): boolean {
    const { sliceMs } = this.bounds;
    if (sliceMs === null) return true;
    const now = performance.now();
    if (this.isSliceOpen) return now - this.sliceBegan < sliceMs;
    this.isSliceOpen = true;
    this.sliceBegan = now;
    setImmediate(this.closeSlice);
    return true;
  }

  private readonly closeSlice = (): void => {
    this.isSliceOpen = false;
    this.beginNext();
  };

  private giveUp(line: Line, waiting: Waiting): void {
    const queue = queueOf(line, waiting.isPiece);
    queue.splice(queue.indexOf(waiting), 1);
    this.forget(line);
  }

  private ended(line: Line): void {
    this.count(line, -1);
    this.join(line);
    this.forget(line);
    this.beginNext();
  }

  private count(line: Line, by: 1 | -1): void {
    line.underWay += by;
    this.underWay += by;
  }

  private lineOf(owner: string): Line {
    let line = this.lines.get(owner);
    if (line === undefined) {
      line = { owner, underWay: 0, pieces: [], waiting: [], isInRound: false };
      this.lines.set(owner, line);
    }
    return line;
  }

  private forget(line: Line): void {
    if (this.lines.size <= KEPT_LINES || line.underWay + line.pieces.length + line.waiting.length > 0) return;
    // one that is given up may stand in the round still, and there may be another one of this owner by then
    if (this.lines.get(line.owner) === line) this.lines.delete(line.owner);
  }
}

function queueOf(line: Line, isPiece: boolean): Waiting[] {
  return isPiece ? line.pieces : line.waiting;
}

/** A turn that began at once. */
class Begun implements Turn {
  readonly begun = null;

  constructor(private ending: (() => void) | null) {}

  end(): void {
    const { ending } = this;
    this.ending = null;
    ending?.();
  }
}

interface Ways {
  readonly giveUp: (waiting: Waiting) => void;
  readonly end: () => void;
}

/** A turn that waits. */
class Waiting implements Turn {
  readonly begun: Promise<void>;
  private settle!: () => void;
  private state: 'waiting' | 'begun' | 'over' = 'waiting';

  constructor(
    readonly isPiece: boolean,
    private readonly ways: Ways,
  ) {
    this.begun = new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  begin(): void {
    this.state = 'begun';
    this.settle();
  }

  end(): void {
    const { state } = this;
    this.state = 'over';
    if (state === 'waiting') {
      this.ways.giveUp(this);
      this.settle();
    } else if (state === 'begun') {
      this.ways.end();
    }
  }
}
