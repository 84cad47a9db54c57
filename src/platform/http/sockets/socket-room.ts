import type { Duplex } from 'node:stream';
import { RateLimited } from '../../operations/limits/rate-limited';

/** Sockets at a time from one address, and in all. */
export interface SocketLimits {
  readonly perAddress: number;
  readonly inAll: number;
}

interface Seat {
  count: number;
  /** Shared by all sockets of the address: there are tens of thousands. */
  readonly leave: () => void;
}

/** Seconds after which a client that found no room may try again. */
const RETRY_S = 10;

/** Counts sockets from the moment that they ask to be upgraded, before they wait for anything, until they are gone. */
export class SocketRoom {
  private readonly seats = new Map<string, Seat>();
  private inAll = 0;

  constructor(private readonly limits: SocketLimits) {}

  /** Takes in a socket; gives what stands in its way instead. */
  enter(address: string, socket: Duplex): RateLimited | null {
    const seat = this.seatOf(address);
    if (this.inAll >= this.limits.inAll) return full('sockets', this.limits.inAll);
    if (seat.count >= this.limits.perAddress) return full('socketsPerAddress', this.limits.perAddress);
    this.seats.set(address, seat);
    seat.count += 1;
    this.inAll += 1;
    socket.once('close', seat.leave);
    return null;
  }

  private seatOf(address: string): Seat {
    const known = this.seats.get(address);
    if (known !== undefined) return known;
    const seat: Seat = {
      count: 0,
      leave: () => {
        seat.count -= 1;
        this.inAll -= 1;
        if (seat.count === 0) this.seats.delete(address);
      },
    };
    return seat;
  }
}

function full(limit: 'sockets' | 'socketsPerAddress', value: number): RateLimited {
  const whose = {
    sockets: { vi: 'Máy chủ', en: 'The server' },
    socketsPerAddress: { vi: 'Một địa chỉ mạng', en: 'A network address' },
  }[limit];
  return new RateLimited(
    { limit, value, retryAfter: RETRY_S },
    {
      vi: `${whose.vi} có tối đa ${value} kết nối WebSocket cùng lúc. Hãy đóng bớt hoặc thử lại sau ${RETRY_S} giây.`,
      en: `${whose.en} has at most ${value} WebSocket connections at a time. Close some, or try again in ${RETRY_S} seconds.`,
    },
  );
}
