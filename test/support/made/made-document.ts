import { randomUUID } from 'node:crypto';
import type { DatabaseView } from '../database-view';

/** A document that a test puts beside the program, in whatever state. */
export interface MadeDocument {
  readonly state: string;
  /** Code of the unit that drafts it; none for the committee's own papers. */
  readonly unit: string | null;
  readonly kind?: string;
  /** Units that were asked for their opinion, by code; those of `answered` have given comments. */
  readonly asked?: readonly string[];
  readonly answered?: readonly string[];
  readonly approvedBy?: readonly string[];
}

const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  REGULATION: ['DUTIES', 'WORKING_REGIME', 'WORKING_RELATIONS'],
  INSPECTION_PLAN: ['PURPOSE', 'CONTENT', 'ORGANISATION'],
  PLAN: ['PURPOSE', 'CONTENT', 'ORGANISATION'],
};

/** Inserts a document as it would stand after the steps to its state, approved at the level of the city, whole in its text; gives its row id. */
export async function makeDocument(view: DatabaseView, made: MadeDocument): Promise<string> {
  const id = randomUUID();
  const kind = made.kind ?? 'INSPECTION_PLAN';
  const wasSubmitted = ['SUBMITTED', 'ISSUED'].includes(made.state);
  await view.rows(
    `insert into document (id, code, programme_id, kind, title, title_en, state, approval_level, drafting_unit_id, submissions, submitted_on)
     select $1::uuid, 'made-' || $1::uuid, p.id, $2, 'made', 'made', $3, 'PEOPLES_COMMITTEE', (select id from unit where code = $4), $5, $6::date
     from programme p where p.code = '07-CTr/TU'`,
    [id, kind, made.state, made.unit, wasSubmitted ? 1 : 0, wasSubmitted ? '2023-11-10' : null],
  );
  const { id: version } = await view.row<{ id: string }>(
    `insert into document_version (document_id, number, note, written_by_id, written_at)
     select $1, 1, 'made', id, '2023-11-01T08:00:00Z' from account order by id limit 1 returning id`,
    [id],
  );
  await view.rows(
    `insert into document_section (version_id, ordinal, kind, text) select $1, place, kind, 'made'
     from unnest($2::text[]) with ordinality as section(kind, place)`,
    [version, SECTIONS[kind] ?? ['BODY']],
  );
  await view.rows(
    `insert into consultation (document_id, round, version_number, unit_id, asked_on, due_on, answered_on, opinion, text)
     select $1, 1, 1, id, '2023-11-01', '2023-11-20', case when code = any($3) then date '2023-11-10' end,
       case when code = any($3) then 'AGREED_WITH_COMMENTS' end, case when code = any($3) then 'made' end
     from unit where code = any($2)`,
    [id, made.asked ?? [], made.answered ?? []],
  );
  await view.rows(
    `insert into document_step (document_id, kind, state, level, submission, version_number, taken_on, recorded_at, actor_id)
     select $1, 'APPROVED', 'SUBMITTED', level, 1, 1, '2023-11-12', '2023-11-12T08:00:00Z', (select id from account order by id limit 1)
     from unnest($2::text[]) as level`,
    [id, made.approvedBy ?? []],
  );
  return id;
}

/** Gives a document an appendix of so many rows, none of which is there; gives its row id. */
export async function makeAppendix(view: DatabaseView, documentId: string, expectedCount: number): Promise<string> {
  const { id } = await view.row<{ id: string }>(
    `insert into appendix (code, document_id, title, title_en, expected_count)
     values ('made-' || $1, $2, 'made', 'made', $3) returning id`,
    [randomUUID(), documentId, expectedCount],
  );
  return id;
}
