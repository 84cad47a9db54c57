import type { StoryHouse } from './story-house';

/** Code of the list of 32. */
export const LIST = '07-PL-TP';

/** Units that lead items of the list, in turn. */
const LEADS = ['so-tttt', 'so-nnptnt', 'so-khcn'];

/** The code of the unit that leads an item of the list, by its number. */
export const leadOf = (number: number): string => LEADS[number % LEADS.length]!;

const SECTIONS = [
  { kind: 'PURPOSE', text: 'Cụ thể hóa Chương trình.' },
  { kind: 'CONTENT', text: 'Phát triển thị trường công nghệ.' },
  { kind: 'ORGANISATION', text: 'Các đơn vị báo cáo 3 tháng một lần.' },
];

/** Takes the city's plan with its list of 32, which three units lead in turn, from its draft to the day on which it is issued. */
export async function issuePlan<Room, Unit>(house: StoryHouse<Room, Unit>, issuedOn: string): Promise<void> {
  await house.done('secretariat', 'draftDocument', {
    code: '07-KH-TP',
    kind: 'PLAN',
    title: 'Kế hoạch triển khai thực hiện Chương trình số 07-CTr/TU',
    programmeCode: '07-CTr/TU',
    approvalLevel: 'PEOPLES_COMMITTEE',
    sections: SECTIONS,
    appendices: [{ code: LIST, title: '32 đề án, dự án, chương trình, kế hoạch, nhiệm vụ', expectedCount: 32 }],
  });
  const { document, appendix } = await house.ask<Record<'document' | 'appendix', { id: string }>>(
    'secretariat',
    `{ document(code: "07-KH-TP") { id } appendix(code: "${LIST}") { id } }`,
  );
  const persons = new Map<string, string>();
  for (const code of LEADS) persons.set(code, await personOf(house, code));
  const rows = Array.from({ length: 32 }, (_, index) => rowOf(index + 1, persons));
  await house.done('secretariat', 'addAppendixRows', { appendixId: appendix.id, rows });
  const documentId = document.id;
  await house.done('secretariat', 'finaliseDocument', {
    documentId,
    withoutOpinionsReason: 'Các đơn vị đã thống nhất tại cuộc họp.',
  });
  await house.done('secretariat', 'submitDocument', { documentId });
  for (const level of ['UNIT', 'PEOPLES_COMMITTEE']) await house.done('head', 'approveDocument', { documentId, level });
  await house.done('secretariat', 'issueDocument', { documentId, number: '200/KH-UBND', issuedOn });
}

function rowOf(number: number, persons: ReadonlyMap<string, string>): object {
  const leadUnitCode = leadOf(number);
  return {
    number,
    kind: 'TASK',
    title: `Đầu việc ${number} của kế hoạch`,
    leadUnitCode,
    responsiblePersonId: persons.get(leadUnitCode),
    startsOn: '2021-08-01',
    dueOn: '2022-12-31',
    concreteObjective: `Mục tiêu ${number}`,
    product: `Sản phẩm ${number}`,
    approvalLevel: 'PEOPLES_COMMITTEE',
    resources: [{ kind: 'FUNDS', amount: String(number * 1_000_000_000), currency: 'VND' }],
  };
}

/** Somebody of a unit, by office. */
async function personOf<Room, Unit>(house: StoryHouse<Room, Unit>, code: string): Promise<string> {
  const { unit } = await house.ask<{ unit: { id: string } }>(
    'secretariat',
    'query ($code: String!) { unit(code: $code) { id } }',
    { code },
  );
  const { person } = await house.done<{ person: { id: string } }>(
    'secretariat',
    'createPerson',
    { displayName: `Trưởng phòng (${code})`, unitId: unit.id },
    'person { id }',
  );
  return person.id;
}
