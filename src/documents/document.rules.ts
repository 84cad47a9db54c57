import type { CalendarDate } from '../platform/lib/calendar-date';
import { DomainError, refuse, type Refusal } from '../platform/lib/domain-error';
import { isBlank } from '../platform/lib/text-forms';
import { vietnameseDate } from '../platform/lib/vietnamese-date';
import { DocumentState } from './document.state';

const { DRAFTING, CONSULTING, FINALISED, SUBMITTED, ISSUED, WITHDRAWN } = DocumentState;

/** What can be done with a document that is there. */
export type DocumentAction =
  | 'revise'
  | 'sendForOpinions'
  | 'recordOpinion'
  | 'answerOpinion'
  | 'finalise'
  | 'submit'
  | 'approve'
  | 'return'
  | 'issue'
  | 'correctIssue'
  | 'withdraw';

/** Where each action leads, by the state in which it is taken; what is not here is not possible (rule R10). A changed text is a draft again. */
export const TRANSITIONS: Readonly<Record<DocumentAction, Partial<Record<DocumentState, DocumentState>>>> = {
  revise: { DRAFTING, CONSULTING, FINALISED: DRAFTING },
  sendForOpinions: { DRAFTING: CONSULTING, CONSULTING },
  recordOpinion: { CONSULTING },
  answerOpinion: { CONSULTING },
  finalise: { DRAFTING: FINALISED, CONSULTING: FINALISED },
  submit: { FINALISED: SUBMITTED },
  approve: { SUBMITTED },
  return: { SUBMITTED: DRAFTING },
  issue: { SUBMITTED: ISSUED },
  correctIssue: { ISSUED },
  withdraw: { DRAFTING: WITHDRAWN, CONSULTING: WITHDRAWN, FINALISED: WITHDRAWN, SUBMITTED: WITHDRAWN },
};

const STATE_NAMES: Readonly<Record<DocumentState, readonly [vi: string, en: string]>> = {
  DRAFTING: ['đang dự thảo', 'being drafted'],
  CONSULTING: ['đang xin ý kiến', 'out for opinions'],
  FINALISED: ['đã hoàn thiện', 'finalised'],
  SUBMITTED: ['đã trình', 'submitted'],
  ISSUED: ['đã ban hành', 'issued'],
  WITHDRAWN: ['đã rút', 'withdrawn'],
};

/** Whether a state allows an action. */
export function isPossible(action: DocumentAction, state: DocumentState): boolean {
  return TRANSITIONS[action][state] !== undefined;
}

/** The states from which an action is taken. */
export function startsOf(action: DocumentAction): DocumentState[] {
  return Object.keys(TRANSITIONS[action]) as DocumentState[];
}

/** A document as far as a conflict shows it. */
interface Standing {
  readonly id: string;
  readonly state: DocumentState;
}

/** A conflict with a document as it stands, which comes along. */
export function conflict({ id }: Pick<Standing, 'id'>, field: string, vi: string, en: string): DomainError {
  return new DomainError([{ code: 'CONFLICT', path: ['input', field], message: { vi, en } }], { documentId: id });
}

/** The state after an action; refuses one that the state does not allow, and names the states that do. */
export function stateAfter(action: DocumentAction, document: Standing, field = 'documentId'): DocumentState {
  const { state } = document;
  const after = TRANSITIONS[action][state];
  if (after !== undefined) return after;
  const possible = startsOf(action).map((name) => STATE_NAMES[name]);
  const [vi, en] = STATE_NAMES[state];
  throw conflict(
    document,
    field,
    `Văn bản ${vi}; bước này chỉ thực hiện được khi văn bản ${possible.map(([name]) => name).join(' hoặc ')}.`,
    `The document is ${en}; this step is possible only while it is ${possible.map(([, name]) => name).join(' or ')}.`,
  );
}

/** Deadlines of a document. */
export interface Deadlines {
  readonly submitBy: CalendarDate | null;
  readonly issueBy: CalendarDate | null;
}

/** Refuses deadlines that contradict one another. */
export function assertDeadlines({ submitBy, issueBy }: Deadlines): void {
  if (submitBy === null || issueBy === null || submitBy <= issueBy) return;
  throw refuse(
    'INVALID',
    ['input', 'issueBy'],
    `Hạn ban hành ${vietnameseDate(issueBy)} đứng trước hạn trình ${vietnameseDate(submitBy)}. Hãy sửa một trong hai ngày.`,
    `It would have to be issued by ${issueBy}, before it is to be submitted by ${submitBy}. Change one of the dates.`,
  );
}

/** Refuses a due date of opinions that has passed, or that lies behind a deadline which can still be kept. */
export function assertOpinionsDue(dueOn: CalendarDate, today: CalendarDate, { submitBy }: Deadlines): void {
  const path = ['input', 'dueOn'];
  if (dueOn < today) {
    throw refuse(
      'INVALID',
      path,
      `Hạn góp ý ${vietnameseDate(dueOn)} đã qua. Hãy chọn từ hôm nay (${vietnameseDate(today)}) trở đi.`,
      `Opinions cannot be due on ${dueOn}, which has passed. Choose ${today} or later.`,
    );
  }
  if (submitBy === null || today > submitBy || dueOn <= submitBy) return;
  throw refuse(
    'INVALID',
    path,
    `Hạn góp ý ${vietnameseDate(dueOn)} sau hạn trình ${vietnameseDate(submitBy)}. Hãy chọn ngày sớm hơn.`,
    `Opinions would be due on ${dueOn}, after the document is to be submitted by ${submitBy}. Choose an earlier date.`,
  );
}

/** Refuses a late submission without its reason. */
export function assertLatenessReason(takenOn: CalendarDate, { submitBy }: Deadlines, reason?: string | null): void {
  if (submitBy === null || takenOn <= submitBy || !isBlank(reason)) return;
  throw refuse(
    'LATENESS_REASON_REQUIRED',
    ['input', 'latenessReason'],
    `Hạn trình là ${vietnameseDate(submitBy)}. Hãy nêu lý do trình chậm.`,
    `The document was to be submitted by ${submitBy}. State why it is late.`,
  );
}

/** Refuses a date of issue in the future, or before the latest step of the document: it was submitted and approved by then. */
export function assertIssuedOn(issuedOn: CalendarDate, today: CalendarDate, latestStepOn: CalendarDate | null): void {
  const refusals: Refusal[] = [];
  const path = ['input', 'issuedOn'];
  if (issuedOn > today) {
    refusals.push({
      code: 'INVALID',
      path,
      message: {
        vi: `Ngày ban hành ${vietnameseDate(issuedOn)} ở tương lai. Hãy nhập ngày ký trên văn bản.`,
        en: `The date of issue ${issuedOn} lies in the future. Enter the date on the paper.`,
      },
    });
  }
  if (latestStepOn !== null && issuedOn < latestStepOn) {
    refusals.push({
      code: 'INVALID',
      path,
      message: {
        vi: `Ngày ban hành ${vietnameseDate(issuedOn)} trước bước gần nhất của văn bản, ngày ${vietnameseDate(latestStepOn)}. Hãy nhập từ ngày đó trở đi.`,
        en: `The date of issue ${issuedOn} is before the document’s latest step, of ${latestStepOn}. Enter that date or a later one.`,
      },
    });
  }
  if (refusals.length > 0) throw new DomainError(refusals);
}
