import type { Refusal } from '../platform/lib/domain-error';
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

/** What keeps a document from being finalised: nobody was asked, somebody has not answered (both may be explained), comments are not answered. */
export function deriveOpinionGaps(asked: readonly AskedOpinion[], hasReason: boolean): Refusal[] {
  const refusals: Refusal[] = [];
  const isUnanswered = ({ opinion, verdict }: AskedOpinion) =>
    opinion !== null && opinion !== Opinion.AGREED && verdict === null;
  const unanswered = asked.filter(isUnanswered);
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
  const silent = asked.filter((row) => row.opinion === null && row.waivedOn === null && !isReplaced(row, asked));
  if (silent.length > 0) {
    const message = {
      vi: `Chưa có ý kiến của: ${names(silent, 'shortName')}. Hãy chờ, đôn đốc, hoặc nêu lý do không chờ.`,
      en: `Opinions have not come from: ${names(silent, 'shortNameEn')}. Wait, urge them, or state why not.`,
    };
    refusals.push({ code: 'INVALID', path, message });
  }
  return refusals;
}

/** Whether the unit was asked again in a later round: the earlier request is not waited for. */
function isReplaced({ unitId, round }: AskedOpinion, asked: readonly AskedOpinion[]): boolean {
  return asked.some((other) => other.unitId === unitId && other.round > round);
}

function names(asked: readonly AskedOpinion[], language: 'shortName' | 'shortNameEn'): string {
  return [...new Set(asked.map(({ unit }) => unit[language]))].join(', ');
}
