import { type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { OperationKind } from '../../schema/operation-context';
import { RateLimited } from './rate-limited';

/** Over so many seconds a rate is an average: pages and screens that open together come in bursts. */
const WINDOW_S = 10;
const WINDOW_MS = WINDOW_S * 1_000;

const NAMES = {
  query: { vi: 'truy vấn', en: 'queries' },
  mutation: { vi: 'lệnh thay đổi', en: 'mutations' },
  subscription: { vi: 'lần đăng ký nhận dữ liệu', en: 'subscriptions' },
} as const;

/** Operations of each kind that an account, or a stranger's address, may begin in a second. */
export type RatesPerSecond = Readonly<Record<OperationKind, number>>;

/** What one owner has begun since its window opened. */
interface Window {
  begun: number;
  readonly endsAt: number;
}

/**
 * Counts operations by who asks, in this process. Each is counted before it runs: many at one moment are no way around. Windows of our own:
 * with rate-limiter-flexible each operation made promises and a timer, a tenth of what a small answer from the cache takes.
 */
export class Rates {
  private readonly windows = { query: new Windows(), mutation: new Windows(), subscription: new Windows() };

  constructor(private readonly perSecond: RatesPerSecond) {}

  /** Counts operations of one kind. Throws RATE_LIMITED when they are too many; those then do not count. */
  count(kind: OperationKind, owner: string, operations = 1): void {
    const window = this.windows[kind].of(owner);
    if (window.begun + operations > this.perSecond[kind] * WINDOW_S) throw this.tooMany(kind, window);
    window.begun += operations;
  }

  /** Counts an operation as what it is, once it is known, that was counted as one of the kind that it looked like. */
  correct(guessed: OperationKind, { kind, operations }: Counted, owner: string): void {
    if (guessed === kind && operations === 1) return;
    this.windows[guessed].of(owner).begun -= 1;
    this.count(kind, owner, operations);
  }

  private tooMany(kind: OperationKind, { endsAt }: Window): RateLimited {
    const value = this.perSecond[kind];
    const retryAfter = Math.max(1, Math.ceil((endsAt - performance.now()) / 1_000));
    return new RateLimited(
      { limit: `${kind}PerSecond`, value, retryAfter },
      {
        vi: `Quá nhiều ${NAMES[kind].vi}: mỗi tài khoản tối đa ${value} mỗi giây (tính trung bình trong ${WINDOW_S} giây). Hãy thử lại sau ${retryAfter} giây.`,
        en: `Too many ${NAMES[kind].en}: at most ${value} a second for an account, on average over ${WINDOW_S} seconds. Try again in ${retryAfter} seconds.`,
      },
    );
  }
}

/** The open windows of all owners; those that are over are dropped once in a while. */
class Windows {
  private readonly open = new Map<string, Window>();
  private sweepAt = 0;

  /** The window of an owner, a new one if its last is over. */
  of(owner: string): Window {
    const now = performance.now();
    const known = this.open.get(owner);
    if (known !== undefined && now < known.endsAt) return known;
    if (now >= this.sweepAt) this.sweep(now);
    const window = { begun: 0, endsAt: now + WINDOW_MS };
    this.open.set(owner, window);
    return window;
  }

  private sweep(now: number): void {
    for (const [owner, { endsAt }] of this.open) if (now >= endsAt) this.open.delete(owner);
    this.sweepAt = now + WINDOW_MS;
  }
}

/** Whose operations count together: an account's, or those of strangers at one address. */
export function ownerOf(accountId: string | null, address: string): string {
  return accountId ?? `address ${address}`;
}

/** As what an operation counts. */
export interface Counted {
  readonly kind: OperationKind;
  readonly operations: number;
}

export const COUNTED_AS_QUERY: Counted = { kind: 'query', operations: 1 };
const COUNTED_AS_SUBSCRIPTION: Counted = { kind: 'subscription', operations: 1 };

/** As what an operation counts: each mutation of an operation for itself, however many are sent together. */
export function countedAs({ operation, selectionSet }: OperationDefinitionNode): Counted {
  if (operation === OperationTypeNode.QUERY) return COUNTED_AS_QUERY;
  if (operation === OperationTypeNode.SUBSCRIPTION) return COUNTED_AS_SUBSCRIPTION;
  return { kind: 'mutation', operations: selectionSet.selections.length };
}

/** The kind that the text of an operation looks like before it is parsed: what is counted must be counted first. */
export function guessedKind(query: unknown): OperationKind {
  return typeof query === 'string' && /^\s*mutation\b/.test(query) ? 'mutation' : 'query';
}
