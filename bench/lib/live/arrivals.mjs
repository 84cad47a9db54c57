/** Every delivery holds the newest changed report, whose summary begins with the change's serial in seven digits: `#0000123 …`. */
const MARK = Buffer.from('"summary":"#');
const DIGITS = 7;
const ZERO = 48;

/** What the subscribers of a process have got. */
export class Arrivals {
  messages = 0;
  #kind;
  /** By subscriber: deliveries so far (`stream`), or the newest serial (`state`). */
  #at;
  #target = Infinity;
  #behind = 0;
  #waiting = [];
  #newest = 0;
  #forNewest = [];
  #recording = null;
  #kept = null;
  #offset = offsetNow();

  /** `stream`: every change is delivered. `state`: a delivery may stand for several changes, the newest of which it shows. */
  constructor(count, kind) {
    this.#kind = kind;
    this.#at = new Float64Array(count);
  }

  /** Takes a message; false when it is no delivery. */
  take(index, bytes) {
    const mark = bytes.indexOf(MARK);
    if (mark < 0) return false;
    let serial = 0;
    const from = mark + MARK.length;
    for (let place = from; place < from + DIGITS; place++) serial = serial * 10 + bytes[place] - ZERO;
    this.messages++;
    const before = this.#at[index];
    const after = this.#kind === 'stream' ? before + 1 : serial;
    this.#at[index] = after;
    if (this.#recording !== null) this.#note(index, before, serial);
    if (this.#kept !== null) this.#kept[index] = Buffer.from(bytes);
    if (serial > this.#newest) this.#advanceNewest(serial);
    if (before < this.#target && after >= this.#target && --this.#behind === 0) this.#advance();
    return true;
  }

  /** Resolves with the moment at which the last subscriber got there, and the messages by then. Targets are asked for in rising order. */
  reach(target) {
    return new Promise((resolve) => {
      this.#waiting.push({ target, resolve });
      if (this.#target === Infinity) this.#advance();
    });
  }

  /** Resolves when the first subscriber gets the change with a serial. */
  first(serial) {
    return new Promise((resolve) => {
      if (this.#newest >= serial) resolve();
      else this.#forNewest.push({ serial, resolve });
    });
  }

  restart() {
    this.#at.fill(0);
    this.#waiting = [];
    this.#target = Infinity;
  }

  record(from, count) {
    // clocks are set a little now and then: what is compared with the database's is measured from here
    this.#offset = offsetNow();
    this.#recording = { from, count, moments: new Float64Array(count * this.#at.length) };
  }

  /** The moments of the serials from the first, each a row of all subscribers; 0 for what has not come. */
  recorded() {
    const { moments } = this.#recording;
    this.#recording = null;
    return moments;
  }

  keep() {
    this.#kept = [];
  }

  /** The last message of each subscriber, and how many it has got. */
  kept() {
    const texts = Array.from(this.#kept, (bytes) => bytes?.toString() ?? null);
    this.#kept = null;
    return { texts, at: [...this.#at] };
  }

  #advance() {
    if (this.#target !== Infinity) this.#waiting.shift().resolve({ moment: this.#now(), messages: this.messages });
    for (;;) {
      this.#target = this.#waiting[0]?.target ?? Infinity;
      if (this.#target === Infinity) return;
      this.#behind = this.#at.reduce((behind, at) => (at < this.#target ? behind + 1 : behind), 0);
      if (this.#behind > 0) return;
      this.#waiting.shift().resolve({ moment: this.#now(), messages: this.messages });
    }
  }

  #advanceNewest(serial) {
    this.#newest = serial;
    while (this.#forNewest.length > 0 && this.#forNewest[0].serial <= serial) this.#forNewest.shift().resolve();
  }

  /** Milliseconds of the system's clock, with fractions. */
  #now() {
    return performance.now() + this.#offset;
  }

  #note(index, before, serial) {
    const { from, count, moments } = this.#recording;
    const moment = this.#now();
    // one answer of a state stands for every change since the one before it
    const first = this.#kind === 'stream' ? serial : Math.max(before + 1, from);
    for (let place = first - from; place <= serial - from; place++) {
      if (place >= 0 && place < count && moments[place * this.#at.length + index] === 0)
        moments[place * this.#at.length + index] = moment;
    }
  }
}

/** What the system's clock is ahead of `performance.now()`, found at a tick of it. */
function offsetNow() {
  const before = Date.now();
  let tick = before;
  while (tick === before) tick = Date.now();
  return tick - performance.now();
}
