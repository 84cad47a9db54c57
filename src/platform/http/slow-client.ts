import type { WebSocket } from 'ws';

const CHECK_MS = 5_000;
const MOST_BUFFERED = 4 * 1024 * 1024;
const MOST_BEHIND_MS = 30_000;

/**
 * Watches a connection's unsent bytes. Deliveries wait for the socket one by one, so what is unsent is at most one answer an operation; a client that has not
 * taken it for 30 s, or more than 4 MB, is sent away and may come back to its cursor.
 */
export function watchSlowness(socket: WebSocket, onSlow: () => void): void {
  let behindSince: number | null = null;
  const timer = setInterval(() => {
    if (socket.bufferedAmount === 0) {
      behindSince = null;
      return;
    }
    behindSince ??= performance.now();
    if (socket.bufferedAmount <= MOST_BUFFERED && performance.now() - behindSince < MOST_BEHIND_MS) return;
    onSlow();
    // a client that reads nothing will not answer the close either
    socket.terminate();
  }, CHECK_MS);
  timer.unref();
  socket.once('close', () => clearInterval(timer));
}
