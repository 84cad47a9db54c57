import { RateLimited } from '../../operations/limits/rate-limited';

const MB = 1024 * 1024;

/** Of every body so much is free: what pages and screens send never finds the room taken. */
const FREE_BYTES = 64 * 1024;

/** Bytes of bodies beyond that, held from the moment that they come until they are answered: of one address, and in all. 200 bodies that waited for the log held 1.2 GB. */
const PER_ADDRESS = 64 * MB;
const IN_ALL = 256 * MB;

/** Seconds after which there is very likely room again. */
const RETRY_S = 1;

/** Counts the bytes of requests' bodies that the process holds, by the addresses they come from. */
export class BodyRoom {
  private readonly perAddress = new Map<string, number>();
  private inAll = 0;

  /** Takes in one body, of which nothing has come yet. */
  enter(address: string): HeldBody {
    return new HeldBody((bytes) => this.count(address, bytes));
  }

  /** Bytes that are held in all. */
  get bytes(): number {
    return this.inAll;
  }

  private count(address: string, bytes: number): boolean {
    const held = (this.perAddress.get(address) ?? 0) + bytes;
    if (bytes > 0 && (held > PER_ADDRESS || this.inAll + bytes > IN_ALL)) return false;
    this.inAll += bytes;
    if (held === 0) this.perAddress.delete(address);
    else this.perAddress.set(address, held);
    return true;
  }
}

/** The bytes of one body. */
export class HeldBody {
  private size = 0;
  private counted = 0;

  constructor(private readonly count: (bytes: number) => boolean) {}

  /** Takes in bytes that have come; false when there is no room for them. */
  grow(bytes: number): boolean {
    const size = this.size + bytes;
    const more = Math.max(0, size - FREE_BYTES) - this.counted;
    if (more > 0 && !this.count(more)) return false;
    this.size = size;
    this.counted += Math.max(0, more);
    return true;
  }

  /** Gives back what it took. */
  leave(): void {
    if (this.counted > 0) this.count(-this.counted);
    this.counted = 0;
  }
}

/** Refuses a body for which there is no room now. */
export function noRoomForBody(): RateLimited {
  const value = PER_ADDRESS / MB;
  return new RateLimited(
    { limit: 'bodyMegabytes', value, retryAfter: RETRY_S },
    {
      vi: `Đang có quá nhiều yêu cầu lớn cùng lúc (tối đa ${value} MB từ một địa chỉ mạng). Hãy gửi lần lượt, hoặc thử lại sau ${RETRY_S} giây.`,
      en: `Too many large requests at a time (at most ${value} MB from one network address). Send them one by one, or try again in ${RETRY_S} second.`,
    },
  );
}
