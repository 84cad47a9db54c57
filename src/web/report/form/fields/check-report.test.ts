import { reportTextsVi } from '../../../common/texts/texts.report.vi';
import { checkReport, neededReasons, parsePercent, toContent } from './check-report';
import type { FormItem, ReportValues } from '../report-values';

const values: ReportValues = {
  percent: '65',
  milestoneIds: [],
  claimedHealth: null,
  healthReason: '',
  summary: 'Đã nghiệm thu giai đoạn 1.',
  difficulties: ' ',
  proposals: '',
  decreaseReason: '',
  latenessReason: '',
};
const nothing = { decrease: false, lateness: false };

function item(given: Partial<FormItem>): FormItem {
  return {
    percentComplete: 60,
    openCycle: { period: '2023-Q4', dueOn: '2023-11-25', closesOn: '2023-12-15' },
    ...given,
  } as FormItem;
}

function fieldsOf(changed: Partial<ReportValues>, asked = nothing) {
  return checkReport({ ...values, ...changed }, asked, { texts: { report: reportTextsVi }, language: 'vi' }).map(
    ({ field }) => field,
  );
}

describe('a report', () => {
  it('may be sent with a number and a sentence', () => {
    expect(fieldsOf({})).toEqual([]);
  });

  it('needs a number from 0 to 100', () => {
    expect(fieldsOf({ percent: 'chín mươi' })).toEqual(['percentComplete']);
    expect(parsePercent('100,5', 'vi')).toBeNull();
    expect(parsePercent('97,5', 'vi')).toBe(97.5);
    expect(parsePercent('97,505', 'vi')).toBeNull();
    expect(parsePercent('12.500', 'vi')).toBeNull();
    expect(parsePercent('12,500', 'vi')).toBe(12.5);
  });

  it('needs a sentence of at most 300 characters', () => {
    expect(fieldsOf({ summary: '  ' })).toEqual(['summary']);
    expect(fieldsOf({ summary: 'a'.repeat(301) })).toEqual(['summary']);
    expect(fieldsOf({ summary: 'a'.repeat(300) })).toEqual([]);
  });

  it('needs a reason when the unit sees the status differently', () => {
    expect(fieldsOf({ claimedHealth: 'AT_RISK' })).toEqual(['healthReason']);
  });

  it('needs a reason when the number falls, and when it is late', () => {
    expect(neededReasons(item({}), { ...values, percent: '55' }, { today: '2023-11-14', language: 'vi' })).toEqual({
      decrease: true,
      lateness: false,
    });
    expect(neededReasons(item({}), values, { today: '2023-11-26', language: 'vi' })).toEqual({
      decrease: false,
      lateness: true,
    });
    expect(neededReasons(item({}), values, { today: '2023-11-25', language: 'vi' })).toEqual(nothing);
    expect(fieldsOf({}, { decrease: true, lateness: true })).toEqual(['decreaseReason', 'latenessReason']);
  });

  it('is sent without its empty fields', () => {
    const content = toContent({ ...values, percent: '97,5', decreaseReason: 'x' }, nothing, 'vi');
    expect(JSON.parse(JSON.stringify(content))).toEqual({
      percentComplete: 97.5,
      summary: values.summary,
      milestoneIds: [],
    });
  });
});
