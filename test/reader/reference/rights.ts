import { type Column, FIELDS, LISTS, NAMES, type Rows } from '../../access/rights.table';
import type { Row, World } from './world';

/** A role as somebody holds it. */
export interface HeldRole {
  readonly role: Column;
  readonly unitId: string | null;
}

/** Who asks. */
export interface Asker {
  readonly accountId: string;
  readonly roles: readonly HeldRole[];
}

/** Types that belong to the programme's frame and are no lists by themselves: they have the rights of what they hang on. */
const FRAME_PARTS = new Set([
  'UnitSuccession',
  'Objective',
  'SteeringCommittee',
  'ChronicleEntry',
  'TrajectoryPoint',
  'WorkItemBaseline',
]);

/** Types that are no lists by themselves: a version has the rights of its sections, what hangs on an item those of items. */
const WHOLES: ReadonlyMap<string, string> = new Map([
  ['DocumentVersion', 'documentSections'],
  ['UnitRole', 'workItems'],
  ['Milestone', 'workItems'],
]);

/** Whether one of the asker's roles lets the row through, by the table of rights. */
export function maySee(asker: Asker, row: Row, world: World): boolean {
  return asker.roles.some((held) => letsThrough(held, row, world));
}

/** Whether names of officials are shown to the asker. */
export function maySeeNames(asker: Asker): boolean {
  return asker.roles.some(({ role }) => NAMES[role] === 'answer');
}

/** What an asker may do with an item that this unit leads. */
export function rightsOnItem(
  asker: Asker,
  item: { leadUnitId: string; isInForce: boolean },
): { submitReport: boolean; saveReportDraft: boolean; raiseObstacle: boolean } {
  const reports = item.isInForce && holds(asker, 'REPORTER', item.leadUnitId);
  return { submitReport: reports, saveReportDraft: reports, raiseObstacle: reports };
}

/** What an asker may do with a target: who reports for a unit says what stands in its way. */
export function rightsOnTarget(asker: Asker): { raiseObstacle: boolean } {
  return { raiseObstacle: asker.roles.some(({ role, unitId }) => role === 'REPORTER' && unitId !== null) };
}

/** What an asker may do with an obstacle: the secretariat and the head deal with what is not settled. */
export function rightsOnObstacle(asker: Asker, state: unknown): { takeUp: boolean; resolve: boolean } {
  const deals = asker.roles.some(({ role }) => role === 'SECRETARIAT' || role === 'COMMITTEE_HEAD');
  return { takeUp: deals && state === 'OPEN', resolve: deals && state !== 'RESOLVED' };
}

/** What an asker may do with a draft: the unit's reporters discard it. */
export function rightsOnDraft(asker: Asker, unitId: unknown): { discard: boolean } {
  return { discard: holds(asker, 'REPORTER', String(unitId)) };
}

/** What an asker may do with a measurement: the secretariat judges what others gave, and corrects what counts. */
export function rightsOnMeasurement(
  asker: Asker,
  { state, supersededAt, recordedById }: Readonly<Record<string, unknown>>,
): { accept: boolean; correct: boolean; return: boolean } {
  const judges = supersededAt === null && asker.roles.some(({ role }) => role === 'SECRETARIAT');
  const judgesIt = judges && state === 'PROVISIONAL' && recordedById !== asker.accountId;
  return { accept: judgesIt, correct: judges && state === 'ACCEPTED', return: judgesIt };
}

/** What an asker may do with a request for an adjustment: its unit agrees and takes back, the secretariat appraises, it or the head records what was decided; nobody judges an own one. */
export function rightsOnRequest(
  asker: Asker,
  { state, unitId, registeredById }: Readonly<Record<string, unknown>>,
): Record<'approve' | 'appraise' | 'refuse' | 'return' | 'withdraw', boolean> {
  const isOwn = registeredById === asker.accountId;
  const over = (...roles: string[]) => !isOwn && asker.roles.some(({ role }) => roles.includes(role));
  const agrees = !isOwn && state === 'REGISTERED' && holds(asker, 'APPROVER', String(unitId));
  const decides = over('SECRETARIAT', 'COMMITTEE_HEAD');
  const isPending = ['REGISTERED', 'UNIT_APPROVED', 'APPRAISED'].includes(String(state));
  return {
    approve: agrees || (state === 'APPRAISED' && decides),
    appraise: ['UNIT_APPROVED', 'APPRAISED'].includes(String(state)) && over('SECRETARIAT'),
    refuse: state === 'APPRAISED' && decides,
    return: agrees || (isPending && state !== 'REGISTERED' && decides),
    withdraw: isPending && holds(asker, 'REPORTER', String(unitId)),
  };
}

/** What an asker may do with a report: each level judges its own step, nobody judges an own report. */
export function rightsOnReport(
  asker: Asker,
  report: {
    state: unknown;
    unitId: string;
    submittedById: string;
    unitApprovedAt?: unknown;
    secretariatApprovedAt?: unknown;
  },
): { approve: boolean; return: boolean; withdraw: boolean } {
  const isOwn = report.submittedById === asker.accountId;
  const judges = !isOwn && isNext(asker, report);
  const isUnjudged = report.unitApprovedAt == null && report.secretariatApprovedAt == null;
  const isOpen = report.state === 'SUBMITTED' || (report.state === 'UNIT_APPROVED' && isUnjudged);
  const withdraw = isOwn && isOpen && holds(asker, 'REPORTER', report.unitId);
  return { approve: judges, return: judges, withdraw };
}

/** Facts of a row that depend on who asks: whether it waits for the asker; null where there are none. */
export function ownFacts(asker: Asker, { type, values }: Row): Readonly<Record<string, unknown>> | null {
  if (type.name === 'WorkItem') {
    const isTheirs = values.isInForce === true && holds(asker, 'REPORTER', String(values.leadUnitId));
    return { isViewersToReport: isTheirs };
  }
  if (type.name !== 'ProgressReport') return null;
  return { isViewersToReview: isNext(asker, { ...values, state: values.state, unitId: String(values.unitId) }) };
}

/** Whether a report waits for the level of the asker: the unit, the secretariat, then a head of the committee. */
function isNext(asker: Asker, report: { state: unknown; unitId: string; secretariatApprovedAt?: unknown }): boolean {
  if (report.state === 'SUBMITTED') return holds(asker, 'APPROVER', report.unitId);
  const next = report.secretariatApprovedAt == null ? 'SECRETARIAT' : 'COMMITTEE_HEAD';
  return report.state === 'UNIT_APPROVED' && asker.roles.some(({ role }) => role === next);
}

function holds(asker: Asker, role: Column, unitId: string): boolean {
  return asker.roles.some((held) => held.role === role && held.unitId === unitId);
}

function letsThrough({ role, unitId }: HeldRole, row: Row, world: World): boolean {
  if (row.type.name === 'ProgressReportReview') {
    const report = world.find('ProgressReport', row.values.progressReportId);
    return report !== undefined && letsThrough({ role, unitId }, report, world);
  }
  // who thought what of a request is for officials who read it
  if (row.type.name === 'AdjustmentStep') {
    const request = world.find('AdjustmentRequest', row.values.adjustmentRequestId);
    return role !== 'DISPLAY' && request !== undefined && letsThrough({ role, unitId }, request, world);
  }
  // what came to the standing deputy head
  if (role === 'COMMITTEE_HEAD' && row.type.name === 'ProgressReport' && row.values.secretariatApprovedAt != null)
    return true;
  const list = WHOLES.get(row.type.name) ?? row.type.options.list;
  if (list !== undefined) return isAmong(LISTS[list]![role], row, unitId, world);
  if (!FRAME_PARTS.has(row.type.name)) throw new Error(`The reference knows no rights on ${row.type.name}.`);
  return FIELDS.programme![role] === 'answer';
}

/** Whether what a version, a section or a step belongs to is issued, and an item or what hangs on one in force. */
function isIssued(row: Row, world: World): boolean {
  if (row.type.name === 'WorkItem') return row.values.isInForce === true;
  if (row.type.name === 'AdjustmentRequest') return row.values.unitApprovedAt !== null;
  if (row.values.workItemId !== undefined) return isIssued(world.find('WorkItem', row.values.workItemId)!, world);
  const version = row.type.name === 'DocumentSection' ? world.find('DocumentVersion', row.values.versionId) : row;
  return world.find('Document', version?.values.documentId)?.values.state === 'ISSUED';
}

function isAmong(word: Rows, row: Row, ownUnit: string | null, world: World): boolean {
  const { state, audience, unitId } = row.values;
  const isOwn = ownUnit !== null && unitId === ownUnit;
  const isOfficial = state === (row.type.name === 'AdjustmentRequest' ? 'APPROVED' : 'ACCEPTED');
  switch (word) {
    case 'all':
      return true;
    case 'none':
    case 'deny':
      return false;
    case 'decided':
      return row.values.isDecided === true;
    case 'handled':
      return state === 'IN_HAND' && (row.values.workItemId === null || isIssued(row, world));
    case 'people':
      return row.values.email !== null;
    case 'accepted':
      return isOfficial;
    case 'own':
      return isOfficial || isOwn;
    case 'issued':
      return isIssued(row, world);
    case 'wordless':
      return row.values.note === null || isIssued(row, world);
    case 'public':
      return audience === 'EVERYONE';
    case 'official':
      return audience === 'EVERYONE' || audience === 'OFFICIALS';
    case 'unit':
      return (
        audience === 'EVERYONE' ||
        audience === 'OFFICIALS' ||
        (isOwn && (audience === 'UNIT' || audience === 'OWN_UNIT'))
      );
    case 'units':
      return audience !== 'RECORDS' && audience !== 'OWN_UNIT';
    case 'records':
      return audience !== 'OWN_UNIT';
    case 'mine':
      return isOwn;
  }
}
