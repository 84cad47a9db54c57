import type { ReportedItem } from '../../work/public';
import type { SubmissionStanding } from '../reports/report-facts';
import type { ProgressReportDraft } from './progress-report-draft.entity';

/** A draft as it stands: what another save is compared with. */
export type StandingDraft = Pick<ProgressReportDraft, 'id' | 'workItemId' | 'unitId' | 'period' | 'version'> & {
  /** An ISO text. */
  readonly savedAt: string;
};

/** The properties of it. */
export const STANDING_DRAFT = [
  'id',
  'workItemId',
  'unitId',
  'period',
  'version',
  'savedAt',
] as const satisfies readonly (keyof StandingDraft)[];

/** What commands on drafts are judged by, all of one moment. */
export interface DraftFacts {
  readonly item: ReportedItem | null;
  /** For saving: the cycle of the period that the input names, and whether it takes reports on the item. */
  readonly standing: Pick<SubmissionStanding, 'cycle' | 'reopenedUntil' | 'waivedFor' | 'milestoneIds'> | null;
  /** The draft that is named, or the one of the unit that leads the item, for the cycle; null where there is none. */
  readonly draft: StandingDraft | null;
  /** Who saved it last, by name. */
  readonly savedByName: string | null;
}
