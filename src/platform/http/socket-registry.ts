import type { WebSocket } from 'ws';

const PER_ACCOUNT = 200;

/** The open connections, to bound them by account and to send them away. */
export class SocketRegistry {
  private readonly accounts = new Map<WebSocket, string>();
  private readonly counts = new Map<string, number>();

  /** Open connections now. */
  get size(): number {
    return this.accounts.size;
  }

  /** Takes a connection in; false when its account has too many. */
  add(socket: WebSocket, accountId: string): boolean {
    const count = this.counts.get(accountId) ?? 0;
    if (count >= PER_ACCOUNT) return false;
    this.counts.set(accountId, count + 1);
    this.accounts.set(socket, accountId);
    socket.once('close', () => this.remove(socket, accountId));
    return true;
  }

  /** Closes all, each at a moment of its own within the window; resolves when they are gone, or a second after the window. */
  async closeAll(code: number, reason: string, windowMs: number): Promise<void> {
    const closing = [...this.accounts.keys()].map((socket) =>
      closeWithin(socket, code, reason, Math.random() * windowMs),
    );
    await Promise.all(closing);
  }

  private remove(socket: WebSocket, accountId: string): void {
    if (!this.accounts.delete(socket)) return;
    const count = (this.counts.get(accountId) ?? 1) - 1;
    if (count === 0) this.counts.delete(accountId);
    else this.counts.set(accountId, count);
  }
}

const PATIENCE_MS = 1_000;

function closeWithin(socket: WebSocket, code: number, reason: string, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.CLOSED) return resolve();
    let patience: NodeJS.Timeout | undefined;
    const timer = setTimeout(() => {
      socket.close(code, reason);
      patience = setTimeout(() => socket.terminate(), PATIENCE_MS);
    }, delayMs);
    socket.once('close', () => {
      clearTimeout(timer);
      clearTimeout(patience);
      resolve();
    });
  });
}
