import { type DomainError } from '../../platform/lib/domain-error';
import { ApprovalLevel } from '../route/approval-level.state';
import { awaitedLevel, routeOf } from '../route/approval-level.rules';
import { DocumentKind, SectionKind } from '../document-kind.state';
import { assertSections, mergeSections, missingSections } from './section.rules';

const { PURPOSE, CONTENT, ORGANISATION, DUTIES } = SectionKind;
const section = (kind: SectionKind, text = 'Nội dung.') => ({ kind, text });

function refusedBy(attempt: () => void): string[] {
  try {
    attempt();
    return [];
  } catch (error) {
    return (error as DomainError).refusals.map(({ code, path }) => `${code} ${path.join('.')}`);
  }
}

test('a plan without its section III is told which one, in both languages (R7)', () => {
  const [missing, ...others] = missingSections(DocumentKind.PLAN, [section(PURPOSE), section(CONTENT)]);
  expect(others).toEqual([]);
  expect(missing!.message.vi).toContain('mục III: Tổ chức thực hiện');
  expect(missing!.message.en).toContain('Section III is missing');
});

test('a blank section is a missing one', () => {
  const sections = [section(PURPOSE, ' \n'), section(CONTENT), section(ORGANISATION)];
  expect(missingSections(DocumentKind.PLAN, sections)).toHaveLength(1);
});

test('a regulation has duties, working regime and working relations', () => {
  expect(missingSections(DocumentKind.REGULATION, []).map(({ message }) => message.vi.split(':')[1]!.trim())).toEqual([
    expect.stringContaining('Nhiệm vụ'),
    expect.stringContaining('Chế độ làm việc'),
    expect.stringContaining('Quan hệ công tác'),
  ]);
});

test('a section of another kind of document, one given twice and one that is too long are refused by their place', () => {
  const long = Array.from({ length: 501 }, (_, line) => `Dòng ${line}.`).join('\n');
  expect(refusedBy(() => assertSections(DocumentKind.PLAN, [section(PURPOSE), section(DUTIES)]))).toEqual([
    'INVALID input.sections.1.kind',
  ]);
  expect(refusedBy(() => assertSections(DocumentKind.PLAN, [section(PURPOSE), section(PURPOSE)]))).toEqual([
    'INVALID input.sections.1.kind',
  ]);
  expect(refusedBy(() => assertSections(DocumentKind.PLAN, [section(PURPOSE, long)]))).toEqual([
    'INVALID input.sections.0.text',
  ]);
});

test('a revision replaces the sections that it names and keeps the others', () => {
  const before = [section(PURPOSE, 'Cũ.'), section(CONTENT, 'Cũ.')];
  expect(mergeSections(before, [section(CONTENT, ' Mới. ')])).toEqual([
    section(PURPOSE, 'Cũ.'),
    section(CONTENT, 'Mới.'),
  ]);
});

/** The route of each level, as it was agreed. */
const ROUTES: Readonly<Record<ApprovalLevel, readonly string[]>> = {
  UNIT: ['UNIT'],
  PEOPLES_COMMITTEE: ['UNIT', 'PEOPLES_COMMITTEE'],
  PARTY_STANDING_BOARD: ['UNIT', 'PEOPLES_COMMITTEE', 'PARTY_STANDING_BOARD'],
  PARTY_COMMITTEE: ['UNIT', 'PEOPLES_COMMITTEE', 'PARTY_STANDING_BOARD', 'PARTY_COMMITTEE'],
  PEOPLES_COUNCIL: ['UNIT', 'PEOPLES_COMMITTEE', 'PARTY_STANDING_BOARD', 'PARTY_COMMITTEE', 'PEOPLES_COUNCIL'],
};

test.each(Object.values(ApprovalLevel))('the approval route follows the level (R5): that of %s', (level) => {
  expect(routeOf(level)).toEqual(ROUTES[level]);
});

test('the next level is the first that has not approved', () => {
  const level = ApprovalLevel.PEOPLES_COMMITTEE;
  expect(awaitedLevel(level, [])).toBe('UNIT');
  expect(awaitedLevel(level, [ApprovalLevel.UNIT])).toBe('PEOPLES_COMMITTEE');
  expect(awaitedLevel(level, [ApprovalLevel.PEOPLES_COMMITTEE, ApprovalLevel.UNIT])).toBeNull();
});
