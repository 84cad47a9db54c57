import type { Refusal } from '../../platform/lib/domain-error';
import { Opinion, type OpinionVerdict } from './opinion.state';

/** A request for an opinion, as far as finalising looks at it. */
export interface AskedOpinion {
  readonly unitId: string;
  readonly round: number;
  readonly unit: { readonly shortName: string; readonly shortNameEn: string };
  readonly opinion: Opinion | null;
  /** When the document was finalised without waiting for it. */
  readonly waivedOn: string | null;
  readonly verdict: OpinionVerdict | null;
}

/** Where a request stands: what was not answered before the unit was asked again is replaced by the later round; what was finalised without is waived. */
export type ConsultationState = 'AWAITED' | 'REPLACED' | 'WAIVED' | 'ANSWERED' | 'RESOLVED';

/** What can be done with a request that is there, while its document is out for opinions. */
export type ConsultationAction = 'recordOpinion' | 'answerOpinion';

/** Where each action leads, by the state in which it is taken; what is not here is not possible. A verdict may be changed. */
export const TRANSITIONS: Readonly<Record<ConsultationAction, Partial<Record<ConsultationState, ConsultationState>>>> =
  {
    recordOpinion: { AWAITED: 'ANSWERED' },
    answerOpinion: { ANSWERED: 'RESOLVED', RESOLVED: 'RESOLVED' },
  };

/** Where a request stands among all of its document's. */
export function consultationStateOf(
  { unitId, round, opinion, verdict, waivedOn }: Omit<AskedOpinion, 'unit'>,
  asked: readonly Pick<AskedOpinion, 'unitId' | 'round'>[],
): ConsultationState {
  if (verdict !== null) return 'RESOLVED';
  if (opinion !== null) return 'ANSWERED';
  if (waivedOn !== null) return 'WAIVED';
  return asked.some((other) => other.unitId === unitId && other.round > round) ? 'REPLACED' : 'AWAITED';
}

/** Whether a request that stands so allows an action. */
export function isPossible(action: ConsultationAction, state: ConsultationState): boolean {
  return TRANSITIONS[action][state] !== undefined;
}

/** What keeps a document from being finalised: nobody was asked, somebody has not answered (both may be explained), comments are not answered. */
export function deriveOpinionGaps(asked: readonly AskedOpinion[], hasReason: boolean): Refusal[] {
  const refusals: Refusal[] = [];
  const unanswered = asked.filter(
    (row) => consultationStateOf(row, asked) === 'ANSWERED' && row.opinion !== Opinion.AGREED,
  );
  if (unanswered.length > 0) {
    refusals.push({
      code: 'CONFLICT',
      path: ['input', 'documentId'],
      message: {
        vi: `Chưa giải trình góp ý của: ${names(unanswered, 'shortName')}. Hãy trả lời từng ý kiến (answerOpinion).`,
        en: `Comments are not answered yet: ${names(unanswered, 'shortNameEn')}. Answer each of them (answerOpinion).`,
      },
    });
  }
  if (hasReason) return refusals;
  const path = ['input', 'withoutOpinionsReason'];
  if (asked.length === 0) {
    const message = {
      vi: 'Chưa xin ý kiến đơn vị nào. Hãy gửi xin ý kiến (sendForOpinions), hoặc nêu lý do không xin ý kiến.',
      en: 'Nobody was asked for an opinion. Send it for opinions (sendForOpinions), or state why not.',
    };
    refusals.push({ code: 'INVALID', path, message });
  }
  const silent = asked.filter((row) => consultationStateOf(row, asked) === 'AWAITED');
  if (silent.length > 0) {
    const message = {
      vi: `Chưa có ý kiến của: ${names(silent, 'shortName')}. Hãy chờ, đôn đốc, hoặc nêu lý do không chờ.`,
      en: `Opinions have not come from: ${names(silent, 'shortNameEn')}. Wait, urge them, or state why not.`,
    };
    refusals.push({ code: 'INVALID', path, message });
  }
  return refusals;
}

function names(asked: readonly AskedOpinion[], language: 'shortName' | 'shortNameEn'): string {
  return [...new Set(asked.map(({ unit }) => unit[language]))].join(', ');
}
