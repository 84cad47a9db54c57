import { type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RateLimited } from './rate-limited';

/** What is counted, each for itself. A query that does not parse counts as one. */
export type OperationKind = 'query' | 'mutation' | 'subscription';

/** Over so many seconds a rate is an average: pages and screens that open together come in bursts. */
const WINDOW_S = 10;

const NAMES = {
  query: { vi: 'truy vấn', en: 'queries' },
  mutation: { vi: 'lệnh thay đổi', en: 'mutations' },
  subscription: { vi: 'lần đăng ký nhận dữ liệu', en: 'subscriptions' },
} as const;

/** Operations of each kind that an account, or a stranger's address, may begin in a second. */
export type RatesPerSecond = Readonly<Record<OperationKind, number>>;

/** Counts operations by who asks, in this process. Each is counted before it runs: many at one moment are no way around. */
export class Rates {
  private readonly limiters: Readonly<Record<OperationKind, RateLimiterMemory>>;

  constructor(private readonly perSecond: RatesPerSecond) {
    const limiterOf = (kind: OperationKind) =>
      new RateLimiterMemory({ points: perSecond[kind] * WINDOW_S, duration: WINDOW_S });
    this.limiters = {
      query: limiterOf('query'),
      mutation: limiterOf('mutation'),
      subscription: limiterOf('subscription'),
    };
  }

  /** Counts operations of one kind. Throws RATE_LIMITED when they are too many; those then do not count. */
  async count(kind: OperationKind, owner: string, operations = 1): Promise<void> {
    const limiter = this.limiters[kind];
    try {
      await limiter.consume(owner, operations);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      await limiter.reward(owner, operations);
      throw this.tooMany(kind, Math.max(1, Math.ceil(error.msBeforeNext / 1_000)));
    }
  }

  /** Counts an operation as what it is, once it is known, that was counted as one of the kind that it looked like. */
  async correct(guessed: OperationKind, { kind, operations }: Counted, owner: string): Promise<void> {
    if (guessed === kind && operations === 1) return;
    await this.limiters[guessed].reward(owner, 1);
    await this.count(kind, owner, operations);
  }

  private tooMany(kind: OperationKind, retryAfter: number): RateLimited {
    const value = this.perSecond[kind];
    return new RateLimited(
      { limit: `${kind}PerSecond`, value, retryAfter },
      {
        vi: `Quá nhiều ${NAMES[kind].vi}: mỗi tài khoản tối đa ${value} mỗi giây (tính trung bình trong ${WINDOW_S} giây). Hãy thử lại sau ${retryAfter} giây.`,
        en: `Too many ${NAMES[kind].en}: at most ${value} a second for an account, on average over ${WINDOW_S} seconds. Try again in ${retryAfter} seconds.`,
      },
    );
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
