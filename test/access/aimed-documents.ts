import type { DatabaseView } from '../support/database-view';
import { makeAppendix, makeDocument } from '../support/made/made-document';
import { OTHER, OWN } from './askers';
import type { MutationLine } from './rights.table';

const ROUTE = ['UNIT', 'PEOPLES_COMMITTEE'];
let counter = 0;

/** Prepares a document for a mutation to be aimed at and gives the mutation's input. */
export async function aimAtDocument(
  view: DatabaseView,
  { mutation, document: aimed }: MutationLine,
): Promise<Record<string, unknown>> {
  const { unit, state } = aimed!;
  const code = (unit === 'own' ? OWN : OTHER).unit;
  if (mutation === 'draftDocument') {
    return {
      code: `made-${++counter}`,
      kind: 'REPORT',
      title: 'made',
      approvalLevel: 'UNIT',
      draftingUnitCode: code,
    };
  }
  const id = await makeDocument(view, {
    state,
    unit: code,
    asked: mutation === 'recordOpinion' || mutation === 'answerOpinion' ? [code] : [],
    answered: mutation === 'answerOpinion' ? [code] : [],
    approvedBy: mutation === 'issueDocument' ? ROUTE : [],
  });
  const documentId = `do_${id}`;
  switch (mutation) {
    case 'reviseDocument':
      return { documentId, note: 'made' };
    case 'sendForOpinions':
      return { documentId, unitCodes: ['so-yt'], dueOn: '2023-11-20' };
    case 'recordOpinion':
      return { documentId, unitCode: code, opinion: 'AGREED' };
    case 'answerOpinion': {
      const row = await view.row<{ id: string }>(`select id from consultation where document_id = $1`, [id]);
      return { consultationId: `co_${row.id}`, verdict: 'TAKEN_IN' };
    }
    case 'finaliseDocument':
      return { documentId, withoutOpinionsReason: 'made' };
    case 'approveDocument':
      return { documentId, level: 'UNIT' };
    case 'returnDocument':
    case 'withdrawDocument':
      return { documentId, reason: 'made' };
    case 'issueDocument':
      return { documentId, number: `${id}/KH`, issuedOn: '2023-11-13' };
    case 'correctIssue':
      return { documentId, number: `${id}/QĐ`, reason: 'made' };
    case 'addAppendixRows': {
      const row = { number: 1, kind: 'TASK', title: 'made', leadUnitCode: 'so-yt' };
      const rows = [{ ...row, startsOn: '2023-11-01', dueOn: '2023-12-01' }];
      return { appendixId: `ap_${await makeAppendix(view, id, 3)}`, rows };
    }
    case 'removeAppendixRows': {
      const appendixId = await makeAppendix(view, id, 3);
      await view.rows(
        `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id, starts_on, due_on, is_in_force)
         select $1::text, 1, kind, title, title_en, short_name, short_name_en, programme_id, $1::uuid, lead_unit_id, starts_on, due_on, false
         from work_item where code = '07-12'`,
        [appendixId],
      );
      return { appendixId: `ap_${appendixId}`, numbers: [1], reason: 'made' };
    }
    default:
      return { documentId };
  }
}
