import type { Database } from '../../database/database';
import type { BatchedWrites } from './batched-command';
import { type BatchBounds, CommandBatcher } from './command-batcher';

/** The batchers of a process, one for each kind of commands that share statements. */
export class CommandBatchers {
  private readonly made = new Map<BatchedWrites, CommandBatcher>();

  constructor(
    private readonly database: Database,
    private readonly bounds?: BatchBounds,
  ) {}

  /** Where commands of a kind gather. */
  of(writes: BatchedWrites): CommandBatcher {
    let batcher = this.made.get(writes);
    if (batcher === undefined)
      this.made.set(writes, (batcher = new CommandBatcher(this.database, writes, this.bounds)));
    return batcher;
  }
}
