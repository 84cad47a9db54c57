import type { DatabaseView } from '../support/database-view';
import { makeAppendix, makeDocument } from '../support/made/made-document';
import { makeDraft } from '../support/made/made-draft';
import { makeMeasurement } from '../support/made/made-measurement';
import { makeObstacle } from '../support/made/made-obstacle';
import { makeReport } from '../support/made/made-report';
import { makeRequest } from '../adjustments/made-request';
import { makePart } from '../support/made/made-part';
import { OTHER, OWN } from './askers';
import { aimAtSubmission } from './aimed-submissions';
import type { Aimed, StateLine } from './state-lines';

type Input = Readonly<Record<string, unknown>>;
type Aim = (view: DatabaseView, line: StateLine, submittedById: string) => Promise<Input>;

/** Makes what a command is aimed at, in its state, past the commands; gives the command's input, which lacks nothing. */
export const AIMS: Readonly<Record<Aimed, Aim>> = {
  report: async (view, { command, state, unit }, submittedById) => {
    // at most one report of an item and a period waits
    await view.rows(`delete from progress_report where (summary = 'made' or summary like 'Không thay đổi%')`);
    const isPastUnit = state === 'UNIT_SKIPPED' || state === 'AWAITS_HEAD';
    const made = { item: placeOf(unit).item, state: isPastUnit ? 'UNIT_APPROVED' : state, submittedById };
    const id = await makeReport(view, made);
    await view.rows(
      `update progress_report set unit_approved_at = case when $2 = 'UNIT_SKIPPED' then null else unit_approved_at end,
         secretariat_approved_at = case when $2 = 'AWAITS_HEAD' then timestamptz '2023-11-13T09:00:00Z' end where id = $1`,
      [id, state],
    );
    if (command === 'approveProgressReports') return { progressReportIds: [`rp_${id}`] };
    return { progressReportId: `rp_${id}`, ...(command === 'returnProgressReport' && { reason: 'made' }) };
  },
  submission: (view, { command, state, unit }, submittedById) =>
    aimAtSubmission(view, { command, state, unit: placeOf(unit).unit }, submittedById),
  draft: async (view, { state, unit }, savedById) => ({
    progressReportDraftId: await makeDraft(
      view,
      placeOf(unit).item,
      savedById,
      state === 'LOCKED' ? '2022-Q2' : '2023-Q4',
    ),
  }),
  measurement: async (view, { command, state, unit }) => {
    const isSuperseded = state === 'SUPERSEDED';
    const measurementId = await makeMeasurement(view, isSuperseded ? 'ACCEPTED' : state, placeOf(unit).unit);
    if (isSuperseded) {
      await view.rows(`update measurement set superseded_at = '2023-11-02' where 'me_' || id = $1`, [measurementId]);
    }
    return {
      measurementId,
      ...(command !== 'acceptMeasurement' && { reason: 'made' }),
      ...(command === 'correctMeasurement' && { value: 2, source: 'made' }),
    };
  },
  consultation: async (view, { command, state, unit: of }) => {
    const { unit } = placeOf(of);
    const isAnswered = state === 'ANSWERED' || state === 'RESOLVED';
    const answered = isAnswered ? [unit] : [];
    const id = await makeDocument(view, { state: 'CONSULTING', unit, asked: [unit], answered });
    const { asked } = await view.row<{ asked: string }>(
      `update consultation set verdict = $2 where document_id = $1 returning 'co_' || id as asked`,
      [id, state === 'RESOLVED' ? 'TAKEN_IN' : null],
    );
    if (state === 'REPLACED') await askAgain(view, id);
    return command === 'recordOpinion'
      ? { documentId: `do_${id}`, unitCode: unit, opinion: 'AGREED' }
      : { consultationId: asked, verdict: 'NOT_TAKEN_IN', reason: 'made' };
  },
  resource: async (view, { state, with: to }) => ({
    resourceId: await idOf(
      view,
      `insert into resource (work_item_id, kind, description, stated_on, state)
       select id, 'DATA', 'made', '2023-01-01', $1 from work_item where code = '07-12' returning 're_' || id as id`,
      [state],
    ),
    state: to,
    note: 'made',
  }),
  obstacle: async (view, { state, command, unit }) => ({
    obstacleId: await makeObstacle(view, state, placeOf(unit).item),
    ...(command === 'resolveObstacle' && { decision: 'made' }),
  }),
  adjustment: async (view, { state, command, unit }, registeredById) => ({
    adjustmentRequestId: await makeRequest(view, { item: placeOf(unit).item, state, registeredById }),
    ...(command === 'appraiseAdjustment' && { isFor: true, opinion: 'made' }),
    ...(['refuseAdjustment', 'returnAdjustment', 'withdrawAdjustment'].includes(command) && { reason: 'made' }),
  }),
  deliverable: async (view, { state }) => ({
    deliverableId: await idOf(
      view,
      `insert into deliverable (work_item_id, number, title, due_on, accepted_on, evidence)
       select w.id, 1 + coalesce((select max(number) from deliverable), 0), 'made', '2023-12-31', $1::date, case when $1::date is not null then 'made' end
       from work_item w where w.code = '07-12' returning 'dl_' || id as id`,
      [state === 'ACCEPTED' ? '2023-11-10' : null],
    ),
    evidence: 'made',
  }),
  list: async (view, line) => {
    const { state, unit } = line;
    const document = await makeDocument(view, { state, unit: placeOf(unit).unit, kind: 'PLAN' });
    const appendix = await makeAppendix(view, document, 3);
    const item = await idOf(
      view,
      `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id,
         starts_on, due_on, is_in_force, product)
       select $1::text, 1, kind, title, title_en, short_name, short_name_en, programme_id, $1::uuid, lead_unit_id,
         '2023-01-01', '2023-12-31', $2, 'made' from work_item where code = '07-12' returning 'wi_' || id as id`,
      [appendix, state === 'ISSUED'],
    );
    return inputOnList(view, line, `ap_${appendix}`, item);
  },
};

/** The unit asked once is asked in a later round. */
async function askAgain(view: DatabaseView, documentId: string): Promise<void> {
  await view.rows(
    `insert into consultation (document_id, round, version_number, unit_id, asked_on, due_on)
     select document_id, 2, 1, unit_id, asked_on, due_on from consultation where document_id = $1`,
    [documentId],
  );
}

async function inputOnList(
  view: DatabaseView,
  line: StateLine,
  appendixId: string,
  workItemId: string,
): Promise<Input> {
  switch (line.command) {
    case 'addAppendixRows': {
      const row = { number: 2, kind: 'TASK', title: 'made too', leadUnitCode: 'so-yt' };
      return { appendixId, rows: [{ ...row, startsOn: '2023-11-01', dueOn: '2023-12-01' }] };
    }
    case 'removeAppendixRows':
      return { appendixId, numbers: [1], reason: 'made' };
    case 'describeWorkItem':
      return line.with === 'what is empty' ? { workItemId, concreteObjective: 'made' } : { workItemId, product: 'new' };
    case 'addMilestones':
      if (line.with === 'more') {
        await view.rows(
          `insert into milestone (work_item_id, number, title, title_en, due_on, planned_percent)
           select id, 1, 'made', 'made', '2023-06-30', 10 from work_item where 'wi_' || id = $1`,
          [workItemId],
        );
      }
      return { workItemId, milestones: [{ title: 'made', dueOn: '2023-12-31', plannedPercent: 50 }] };
    case 'addResource':
      return { workItemId, kind: 'FUNDS', amount: '5', currency: 'VND' };
    case 'addDeliverable':
      return { workItemId, title: 'made', dueOn: '2023-12-31' };
    case 'traceWorkItem':
      return { workItemId, objectiveId: await idOf(view, `select 'ob_' || id as id from objective limit 1`) };
    case 'removeMilestone':
      return { milestoneId: await makePart(view, 'milestone', workItemId), reason: 'made' };
    case 'removeDeliverable':
      return { deliverableId: await makePart(view, 'deliverable', workItemId), reason: 'made' };
    case 'removeResource':
      return { resourceId: await makePart(view, 'resource', workItemId), reason: 'made' };
    case 'removeTrace':
      return {
        traceId: await idOf(
          view,
          `insert into trace (work_item_id, objective_id, traced_on)
           select w.id, (select id from objective limit 1), '2023-01-01' from work_item w where 'wi_' || w.id = $1 returning 'tc_' || id as id`,
          [workItemId],
        ),
        reason: 'made',
      };
    default:
      throw new Error(`Nothing to aim ${line.command} at.`);
  }
}

function placeOf(unit: StateLine['unit']): typeof OWN | typeof OTHER {
  return unit === 'own' ? OWN : OTHER;
}

async function idOf(view: DatabaseView, sql: string, values: readonly unknown[] = []): Promise<string> {
  return (await view.row<{ id: string }>(sql, values)).id;
}
