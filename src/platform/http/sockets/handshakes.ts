/** Handshakes let through at once, and per second after that: when everybody comes back together, those who are connected still get their figures. */
const BURST = 200;
const PER_SECOND = 1_000;

/** Handshakes that wait for their turn; beyond it they are refused, and come back by themselves. */
const MOST_WAITING = 20_000;
const TICK_MS = 20;

/** A token bucket for handshakes: who finds it empty waits. */
export class Handshakes {
  private tokens = BURST;
  private refilledAt = performance.now();
  private readonly waiting: (() => void)[] = [];
  private timer: NodeJS.Timeout | null = null;

  /** Lets a handshake through now or in its turn; false when too many are waiting. */
  enter(open: () => void): boolean {
    this.refill();
    if (this.waiting.length === 0 && this.tokens >= 1) {
      this.tokens -= 1;
      open();
      return true;
    }
    if (this.waiting.length >= MOST_WAITING) return false;
    this.waiting.push(open);
    this.timer ??= setInterval(() => this.letThrough(), TICK_MS);
    return true;
  }

  private letThrough(): void {
    this.refill();
    const count = Math.min(Math.floor(this.tokens), this.waiting.length);
    this.tokens -= count;
    for (const open of this.waiting.splice(0, count)) open();
    if (this.waiting.length > 0 || this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
  }

  private refill(): void {
    const now = performance.now();
    this.tokens = Math.min(BURST, this.tokens + ((now - this.refilledAt) * PER_SECOND) / 1_000);
    this.refilledAt = now;
  }
}
