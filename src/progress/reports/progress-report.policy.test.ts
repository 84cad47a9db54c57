import type { Actor, HeldRole } from '../../platform/access/actor';
import {
  canReviewReport,
  canSeeReport,
  canSubmitReport,
  canWithdrawReport,
  readableReports,
} from './progress-report.policy';
import { ProgressReportState } from './progress-report.state';

function actor(...roles: (HeldRole['role'] | HeldRole)[]): Actor {
  return {
    accountId: 'me',
    displayName: '',
    email: '',
    unitId: 'mine',
    roles: roles.map((role) => (typeof role === 'string' ? { role, unitId: null } : role)),
    tokenId: '',
    tokenExpiresAt: new Date(0),
  };
}

const reporter = { role: 'REPORTER', unitId: 'mine' } as const;
const approver = { role: 'APPROVER', unitId: 'mine' } as const;
const report = (state: keyof typeof ProgressReportState, changes: object = {}) => ({
  state: ProgressReportState[state],
  unitId: 'mine',
  submittedById: 'colleague',
  unitApprovedAt: (state === 'UNIT_APPROVED' ? '2023-11-12T08:00:00Z' : null) as string | null,
  secretariatApprovedAt: null as string | null,
  ...changes,
});
const AFTER_SECRETARIAT = { secretariatApprovedAt: '2023-11-13T08:00:00Z' };

/** Whoever may approve a report may return it, and nobody else. */
function review(reviewer: Actor, reviewed: Parameters<typeof canReviewReport>[2]): boolean {
  const can = canReviewReport(reviewer, 'approve', reviewed);
  expect(canReviewReport(reviewer, 'return', reviewed)).toBe(can);
  return can;
}

test('a reporter reports on items of the unit for which the role is held, not of the unit where one works', () => {
  expect(canSubmitReport(actor(reporter), { leadUnitId: 'mine' })).toBe(true);
  expect(canSubmitReport(actor(reporter), { leadUnitId: 'theirs' })).toBe(false);
  expect(canSubmitReport(actor('REPORTER'), { leadUnitId: 'mine' })).toBe(false);
  expect(canSubmitReport(actor(approver, 'SECRETARIAT', 'ADMINISTRATOR'), { leadUnitId: 'mine' })).toBe(false);
});

test('each level reviews its own step', () => {
  expect(review(actor(approver), report('SUBMITTED'))).toBe(true);
  expect(review(actor(approver), report('UNIT_APPROVED'))).toBe(false);
  expect(review(actor('SECRETARIAT'), report('SUBMITTED'))).toBe(false);
  expect(review(actor('SECRETARIAT'), report('UNIT_APPROVED'))).toBe(true);
  for (const state of ['DRAFT', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'] as const) {
    expect(review(actor(approver, 'SECRETARIAT'), report(state))).toBe(false);
  }
});

test('what the secretariat has left to the standing deputy head waits for a head of the committee alone', () => {
  const left = report('UNIT_APPROVED', AFTER_SECRETARIAT);
  expect(review(actor('COMMITTEE_HEAD'), left)).toBe(true);
  expect(review(actor(approver, 'SECRETARIAT', 'COMMITTEE_MEMBER'), left)).toBe(false);
  expect(review(actor('COMMITTEE_HEAD'), report('UNIT_APPROVED'))).toBe(false);
  expect(review(actor('COMMITTEE_HEAD'), report('SUBMITTED'))).toBe(false);
});

test('a head of the committee sees what came to the standing deputy head, also when it is sent back; members and rooms do not', () => {
  for (const state of ['UNIT_APPROVED', 'RETURNED'] as const) {
    expect(canSeeReport(actor('COMMITTEE_HEAD'), report(state, AFTER_SECRETARIAT))).toBe(true);
    expect(canSeeReport(actor('COMMITTEE_MEMBER', 'ANALYST', 'DISPLAY'), report(state, AFTER_SECRETARIAT))).toBe(false);
  }
});

test('nobody reviews a report of their own, with whatever roles', () => {
  const everything = actor(reporter, approver, 'SECRETARIAT', 'ADMINISTRATOR', 'INSPECTOR', 'COMMITTEE_HEAD');
  for (const state of Object.values(ProgressReportState)) {
    expect(review(everything, report(state, { submittedById: 'me' }))).toBe(false);
  }
});

test('a reporter withdraws an own submitted report while still being the unit’s reporter', () => {
  const own = report('SUBMITTED', { submittedById: 'me' });
  expect(canWithdrawReport(actor(reporter), own)).toBe(true);
  expect(canWithdrawReport(actor(reporter), report('SUBMITTED'))).toBe(false);
  expect(canWithdrawReport(actor(reporter), report('UNIT_APPROVED', { submittedById: 'me' }))).toBe(false);
  expect(canWithdrawReport(actor(approver, 'SECRETARIAT'), own)).toBe(false);
  const past = report('UNIT_APPROVED', { submittedById: 'me', unitApprovedAt: null });
  expect(canWithdrawReport(actor(reporter), past)).toBe(true);
  expect(canWithdrawReport(actor(reporter), { ...past, ...AFTER_SECRETARIAT })).toBe(false);
});

test('only accepted reports are seen beyond the unit, the secretariat and inspection', () => {
  const rooms = actor('COMMITTEE_HEAD', 'COMMITTEE_MEMBER', 'ANALYST', 'DISPLAY');
  for (const state of Object.values(ProgressReportState)) {
    expect(canSeeReport(rooms, report(state))).toBe(state === ProgressReportState.ACCEPTED);
    expect(canSeeReport(actor(reporter), report(state))).toBe(true);
    expect(canSeeReport(actor('INSPECTOR'), report(state))).toBe(true);
  }
  expect(canSeeReport(actor(reporter), report('SUBMITTED', { unitId: 'theirs' }))).toBe(false);
});

test('the row predicate binds its values and names no unit for whom none is given', () => {
  const bound: unknown[] = [];
  const bind = (value: unknown) => `$${bound.push(value)}`;
  const ofUnit = readableReports(actor(reporter));
  if (typeof ofUnit === 'string') throw new Error('A condition was expected.');
  expect(ofUnit('r', bind, String)).toBe('(r.state = $1 or r.unit_id = any($2::uuid[]))');
  expect(bound).toEqual(['ACCEPTED', ['mine']]);
  const ofAll = readableReports(actor('ANALYST'));
  expect(typeof ofAll === 'string' ? ofAll : ofAll('r', bind, String)).toBe('r.state = $3');
  const ofHead = readableReports(actor('COMMITTEE_HEAD'));
  expect(typeof ofHead === 'string' ? ofHead : ofHead('r', bind, String)).toBe(
    '(r.state = $4 or r.secretariat_approved_at is not null)',
  );
  expect(readableReports(actor('SECRETARIAT'))).toBe('all');
});
