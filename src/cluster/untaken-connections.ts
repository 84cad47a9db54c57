import type { Worker } from 'node:cluster';

/** What node:cluster tells a worker when it hands a connection over, and what the worker answers when it has taken it. */
interface HandOver {
  readonly act?: string;
  readonly seq?: number;
}
interface Taken {
  readonly ack?: number;
}

/**
 * A worker that dies may have been handed a connection that it had not taken yet. node:cluster leaves that one open for ever, with a client that waits for an answer.
 * Here it is closed, so that the client tries again. (The messages are node's own; should they change, the client waits.)
 */
export function closeUntakenConnections(worker: Worker): void {
  const untaken = new Map<number, { close(): void }>();
  const { process: child } = worker;
  const send = child.send.bind(child) as (...args: unknown[]) => boolean;
  child.send = (message: HandOver, handle?: unknown, ...others: unknown[]) => {
    if (message.act === 'newconn') untaken.set(message.seq!, handle as { close(): void });
    return send(message, handle, ...others);
  };
  child.on('internalMessage', ({ ack }: Taken) => untaken.delete(ack!));
  worker.once('exit', () => {
    for (const handle of untaken.values()) handle.close();
  });
}
