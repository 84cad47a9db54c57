interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** How work is gathered. */
export interface BatchBounds {
  /** Pieces of work under way at a time. */
  readonly atOnce: number;
  /** What one piece answers at most. */
  readonly most: number;
}

/**
 * Answers many who ask at the same moment by one piece of work. Who asks while there is room is worked for at once; what comes
 * meanwhile goes together with the next piece, so that a flood keeps nobody waiting for more than a few pieces. What is asked
 * is always worked on after it was asked. `work` answers in the order of what it was asked; where it fails, all that it was
 * for fail.
 */
export function inBatches<Asked, Answer>(
  work: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
  { atOnce, most }: BatchBounds,
): (asked: Asked) => Promise<Answer> {
  let waiting: Waiting<Asked, Answer>[] = [];
  let underway = 0;

  async function run(batch: readonly Waiting<Asked, Answer>[]): Promise<void> {
    underway += 1;
    try {
      const answers = await work(batch.map(({ asked }) => asked));
      batch.forEach(({ resolve }, index) => resolve(answers[index]!));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      underway -= 1;
      next();
    }
  }

  function next(): void {
    if (waiting.length === 0 || underway >= atOnce) return;
    const batch = waiting.slice(0, most);
    waiting = waiting.slice(most);
    void run(batch);
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      next();
    });
}
