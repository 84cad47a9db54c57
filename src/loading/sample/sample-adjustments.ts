/** An item that a sample adjustment has moved, and what it promised before. */
export const sampleMove = {
  item: '07-27',
  appliedOn: '2023-06-20',
  dueOn: '2025-12-31',
  baseline: { dueOn: '2025-09-30' },
} as const;

interface SampleRequest {
  readonly item: string;
  readonly state: 'APPROVED' | 'UNIT_APPROVED' | 'REGISTERED';
  readonly registeredOn: string;
  readonly unitApprovedOn: string | null;
  readonly appraisedOn: string | null;
  readonly appliedOn: string | null;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** Three sample requests: one applied, one that waits to be appraised, one that its unit has not agreed to yet. None is about 07-01. */
export const sampleRequests: readonly SampleRequest[] = [
  {
    item: sampleMove.item,
    state: 'APPROVED',
    registeredOn: '2023-05-22',
    unitApprovedOn: '2023-05-24',
    appraisedOn: '2023-06-05',
    appliedOn: sampleMove.appliedOn,
    before: sampleMove.baseline.dueOn,
    after: sampleMove.dueOn,
    reason: 'Chậm bố trí vốn năm 2023 (mẫu).',
  },
  {
    item: '07-32',
    state: 'UNIT_APPROVED',
    registeredOn: '2023-11-06',
    unitApprovedOn: '2023-11-08',
    appraisedOn: null,
    appliedOn: null,
    before: '2025-12-31',
    after: '2026-03-31',
    reason: 'Phải lựa chọn lại nhà thầu (mẫu).',
  },
  {
    item: '07-31',
    state: 'REGISTERED',
    registeredOn: '2023-11-10',
    unitApprovedOn: null,
    appraisedOn: null,
    appliedOn: null,
    before: '2025-06-30',
    after: '2025-12-31',
    reason: 'Bổ sung phạm vi khảo sát (mẫu).',
  },
];

/** The sample review of the plan's list: when it was opened, by when units answer, and of those asked every how manieth is silent. */
export const sampleReview = {
  openedOn: '2023-10-16',
  dueOn: '2023-11-10',
  confirmedOn: '2023-10-27',
  silentEvery: 3,
} as const;
