/** Ends of windows are kept to this grid, so that groups whose windows end together run together, and one statement answers them. */
const GRID_MS = 10;

/** Timers of many groups on one grid. */
export class Windows {
  private readonly slots = new Map<number, Set<() => void>>();

  /** Calls back at a time (of `performance.now`), or up to 10 ms later; gives what cancels it. */
  at(time: number, callback: () => void): () => void {
    const slot = Math.ceil(time / GRID_MS);
    let callbacks = this.slots.get(slot);
    if (callbacks === undefined) {
      callbacks = new Set();
      this.slots.set(slot, callbacks);
      setTimeout(() => this.open(slot), slot * GRID_MS - performance.now());
    }
    callbacks.add(callback);
    return () => callbacks.delete(callback);
  }

  private open(slot: number): void {
    const callbacks = this.slots.get(slot)!;
    this.slots.delete(slot);
    for (const callback of callbacks) callback();
  }
}
