import type { CommandServices } from '../commands/command-context';
import type { Config } from '../config/config';
import type { ShiftedClock } from '../lib/clock';
import type { Turns } from '../lib/turns';
import type { LiveExplanation } from '../live/explain-live';
import type { Logger } from '../observability/logger';
import type { AnswerCache } from '../reader/answer-cache';
import type { ReadModel } from '../reader/model/model';
import type { Planner } from '../reader/statement/planner';
import type { Reader } from '../reader/reader';
import type { Registry } from '../reader/model/registry';

/** What fields work with; made once, by the composition. */
export interface Services extends CommandServices {
  readonly config: Config;
  readonly clock: ShiftedClock;
  readonly registry: Registry;
  readonly model: ReadModel;
  readonly planner: Planner;
  readonly reader: Reader;
  readonly answers: AnswerCache;
  /** Fields that are not shared between accounts. */
  readonly personalFields: ReadonlySet<string>;
  /** Who may begin, account by account: operations and live runs. */
  readonly turns: Turns;
  /** What this process delivers, and to whom. */
  readonly explainLive: () => LiveExplanation;
  readonly logger: Logger;
  readonly appVersion: string;
}
