import { WebSocket } from 'ws';

/** A WebSocket class whose connections a test can cut. */
export interface CuttableSocket {
  /** To be handed to a client as its WebSocket implementation. */
  readonly impl: unknown;
  /** Breaks all open connections as a cut cable would; gives how many there were. */
  cut(): number;
}

export function cuttableSocket(): CuttableSocket {
  const sockets = new Set<WebSocket>();
  class Cuttable extends WebSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      this.once('open', () => sockets.add(this));
      this.once('close', () => sockets.delete(this));
    }
  }
  return {
    impl: Cuttable,
    cut: () => {
      const { size } = sockets;
      for (const socket of sockets) socket.terminate();
      sockets.clear();
      return size;
    },
  };
}
