import type { FormItem } from './report-values';
import type { Receipt } from './use-submit-report';

/** What a form of one report is made for. */
export interface ReportFormPlace {
  item: FormItem;
  period: string;
  today: string;
  viewerId: string;
  onReceived: (receipt: Receipt) => void;
}
