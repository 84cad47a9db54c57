import type { CalendarDate } from '../../platform/lib/calendar-date';
import type { Refusal } from '../../platform/lib/domain-error';
import { sameText } from '../../platform/lib/text-forms';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';

/** A row of a list, as far as rules look at it. */
export interface ListedRow {
  readonly number: number;
  readonly title: string;
}

/** A row that is to be entered. */
export interface EnteredRow extends ListedRow {
  readonly startsOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

/** What is wrong with rows that are to stand on a list beside those that do: a number beyond the list, a row twice, dates that contradict. */
export function refusalsOfRows(
  rows: readonly EnteredRow[],
  standing: readonly ListedRow[],
  expectedCount: number,
): Refusal[] {
  return rows.flatMap((row, index): Refusal[] => {
    const path = (field: string) => ['input', 'rows', String(index), field];
    const refusals: Refusal[] = [];
    const others = [...standing, ...rows.slice(0, index)];
    if (row.number > expectedCount) {
      const message = {
        vi: `Phụ lục chỉ có ${expectedCount} dòng, không có dòng ${row.number}. Hãy chọn số từ 1 đến ${expectedCount}.`,
        en: `The list holds ${expectedCount} rows: there is no row ${row.number}. Choose a number from 1 to ${expectedCount}.`,
      };
      refusals.push({ code: 'INVALID', path: path('number'), message });
    }
    if (others.some(({ number }) => number === row.number)) {
      const message = {
        vi: `Dòng ${row.number} đã có trong phụ lục. Hãy chọn số khác hoặc bỏ dòng này.`,
        en: `The list has a row ${row.number} already. Choose another number, or leave this row out.`,
      };
      refusals.push({ code: 'CONFLICT', path: path('number'), message });
    }
    const twin = others.find(({ title }) => sameText(title) === sameText(row.title));
    if (twin !== undefined) {
      const message = {
        vi: `“${row.title}” đã là dòng ${twin.number} của phụ lục. Hãy bỏ dòng trùng hoặc đặt tên khác.`,
        en: `“${row.title}” stands on the list as row ${twin.number} already. Leave it out, or give it another title.`,
      };
      refusals.push({ code: 'CONFLICT', path: path('title'), message });
    }
    if (row.dueOn < row.startsOn) {
      const message = {
        vi: `Hạn ${vietnameseDate(row.dueOn)} đứng trước ngày bắt đầu ${vietnameseDate(row.startsOn)}. Hãy sửa một trong hai ngày.`,
        en: `The deadline ${row.dueOn} is before the start on ${row.startsOn}. Change one of them.`,
      };
      refusals.push({ code: 'INVALID', path: path('dueOn'), message });
    }
    return refusals;
  });
}

/** The refusal of a list that does not hold the rows that it must (rule R1); null when it does. */
export function listGap(
  list: {
    readonly code: string;
    readonly expectedCount: number;
    readonly actualCount: number;
  },
  isOwnToAdd = true,
): Refusal | null {
  if (list.actualCount === list.expectedCount) return null;
  const [vi, en] = isOwnToAdd
    ? [
        'Hãy đưa văn bản về dự thảo (reviseDocument; returnDocument nếu đã trình), rồi bổ sung cho đủ (addAppendixRows).',
        'Make it a draft again (reviseDocument, or returnDocument once submitted), then add what is missing (addAppendixRows).',
      ]
    : [
        'Hãy đề nghị đơn vị soạn thảo hoặc cơ quan thường trực đưa về dự thảo rồi bổ sung cho đủ (addAppendixRows).',
        'Ask the drafting unit or the secretariat to make it a draft again and to add what is missing (addAppendixRows).',
      ];
  return {
    code: 'INVALID',
    path: ['input', 'documentId'],
    message: {
      vi: `Phụ lục ${list.code} có ${list.actualCount}/${list.expectedCount} dòng. ${vi}`,
      en: `The appendix ${list.code} holds ${list.actualCount} of ${list.expectedCount} rows. ${en}`,
    },
  };
}

/** The beginning of a title, cut between words, as a name for screens. */
export function shortNameOf(title: string, most = 24): string {
  const text = title.trim();
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most).join('');
  const space = cut.lastIndexOf(' ');
  return (space > 0 ? cut.slice(0, space) : cut).trim();
}
