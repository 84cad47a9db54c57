import type { Refusal } from '../../platform/lib/domain-error';
import { type ClarityPoint } from './clarity.state';

/** How a missing point is called, and by which mutation it is added. */
const POINTS: Readonly<Record<ClarityPoint, readonly [vi: string, en: string, by: string]>> = {
  PERSON: ['người chịu trách nhiệm', 'person', 'assignResponsiblePerson'],
  WORK: ['mục tiêu cụ thể', 'concrete objective', 'describeWorkItem'],
  TIME: ['thời gian trong thời hạn chương trình', 'time within the programme', 'describeWorkItem'],
  RESPONSIBILITY: ['đơn vị chủ trì đang hoạt động', 'lead unit that is there', 'assignLeadUnit'],
  PRODUCT: ['sản phẩm', 'product', 'describeWorkItem'],
  AUTHORITY: ['cấp phê duyệt', 'level of approval', 'describeWorkItem'],
  RESOURCES: ['nguồn lực', 'resources', 'addResource'],
};

/** An item, as far as the check looks at it. */
export interface CheckedItem {
  readonly code: string;
  readonly title: string;
  readonly missingClarity: readonly ClarityPoint[];
}

/** The refusal that holds back an item by name, with what it lacks and how that is added, by the actor or by others (rule R3); null for one that is clear. */
export function clarityGap({ code, title, missingClarity }: CheckedItem, isOwnToAdd = true): Refusal | null {
  if (missingClarity.length === 0) return null;
  const points = missingClarity.map((point) => POINTS[point]);
  const by = [...new Set(points.map(([, , mutation]) => mutation))].join(', ');
  const [vi, en] = isOwnToAdd
    ? [`Hãy bổ sung (${by}).`, `Add it (${by}).`]
    : [
        `Hãy đề nghị đơn vị soạn thảo hoặc cơ quan thường trực bổ sung (${by}).`,
        `Ask the drafting unit or the secretariat to add it (${by}).`,
      ];
  return {
    code: 'INVALID',
    path: ['input', 'documentId'],
    message: {
      vi: `Đầu việc ${code} “${title}” chưa rõ: ${points.map(([name]) => name).join(', ')}. ${vi}`,
      en: `The item ${code} “${title}” is not clear: it lacks ${points.map(([, name]) => name).join(', ')}. ${en}`,
    },
  };
}
