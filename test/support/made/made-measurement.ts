import type { DatabaseView } from '../database-view';

/** Writes a measurement past the commands, given by a unit or by nobody; gives its id. */
export async function makeMeasurement(view: DatabaseView, state: string, unit: string | null): Promise<string> {
  const { id } = await view.row<{ id: string }>(
    `insert into measurement (indicator_id, period, ends_on, value, state, recorded_at, source_citations, unit_id, return_reason, returned_at)
     select id, '2023-Q3', '2023-09-30', 1, $1, '2023-11-01', '{}', (select id from unit where code = $2),
       case when $1 = 'RETURNED' then 'made' end, case when $1 = 'RETURNED' then timestamptz '2023-11-02' end
     from indicator where code = 'kinh-te-so' returning 'me_' || id as id`,
    [state, unit],
  );
  return id;
}
