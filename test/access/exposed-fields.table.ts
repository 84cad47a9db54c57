/**
 * Every field of every object type that leaves the server, reviewed one by one: none holds a password, a token's hash, an e-mail of somebody else, or
 * an internal key. A field that is not written here fails `rights.test.ts`. Connections and edges are the same for all lists and stand in the test, and so do
 * payloads that hold rows and nothing else.
 */
export const EXPOSED: Readonly<Record<string, string>> = {
  // the programme's frame: everybody who is signed in
  Unit: 'id code name nameEn shortName shortNameEn kind parent validFrom validTo isCurrent currentUnit source isSample successions predecessions consultations heirs inherited persons workItems punctuality dueMeasurements expectedReports',
  UnitHeir: 'id unit heir share heldFrom heldTo isInForce',
  UnitSuccession: 'id predecessor successor effectiveOn share source',
  Source: 'citations reliability note',
  Person: 'id displayName unit isSample',
  // public law; what is only proposed is for who keeps the calendar
  NonWorkingDay: 'id date kind name nameEn legalGround isDecided source',
  WorkingCalendar: 'workingDaysKnownUntil isTodayWorked nextWorkingDay',
  Term: 'id code name nameEn source programmes',
  Programme:
    'id code number title titleEn shortName shortNameEn periodFrom periodTo issuedOn issuer generalGoal term standingAgency source objectives viewpoints committee chronicle targets documents workItems reportingCycles dueMeasurements reportingRules reviewLevels standingDeputyHeadFrom',
  Document:
    'id code programme number kind state approvalLevel route awaitedLevel implements implementations draftingUnit title titleEn issuer year issuedOn reportedOn submitBy issueBy submittedOn submissions nextDueOn isOverdue daysLate latestVersion openOpinions unansweredOpinions source isSample viewerCan appendices versions steps consultations',
  DocumentRights:
    'revise sendForOpinions recordOpinion answerOpinion finalise submit approve return issue correctIssue withdraw',
  DocumentVersion: 'id document number title titleEn note writtenBy writtenAt isSample sections difference',
  VersionDifference: 'section before after',
  DocumentSection: 'id version ordinal kind text isSample',
  DocumentStep: 'id document kind state level submission versionNumber takenOn recordedAt actor note isSample',
  Consultation:
    'id document round versionNumber unit askedOn dueOn answeredOn opinion text recordedBy verdict verdictReason resolvedOn resolvedBy isAwaited daysLate isSample',
  Appendix:
    'id code document title titleEn expectedCount source isSample actualCount unclearCount missingNumbers workItems listReviews',
  ChronicleEntry: 'id programme happenedOn kind text textEn source',
  SteeringCommittee: 'id programme name nameEn members',
  // offices, no names of persons
  CommitteeMembership:
    'id committee role roleName office rank asOf startsOn endsOn inEffectFrom inEffectTo isCurrent source isSample targetAssignments oversights',
  Objective: 'id programme number text source isTraced traces',
  Viewpoint: 'id programme number text source isSample isTraced traces',
  WorkItem:
    'id code number kind title titleEn shortName shortNameEn programme appendix leadUnit responsiblePerson concreteObjective product approvalLevel route startsOn dueOn isInForce percentComplete completedOn claimedHealth verifiedHealth plannedPercent earnedOn statutoryClass health clarity missingClarity isClear isTraced daysLate isSample viewerCan freshness openCycle openCycles isViewersToReport traces resources deliverables oversights units milestones progressReports obstacles statusHistory expectedReports progressReportDrafts stoppedOn baseline slippageDays revisions',
  WorkItemRights: 'submitReport saveReportDraft raiseObstacle',
  TargetRights: 'raiseObstacle',
  ClarityCheck: 'person work time responsibility product authority resources',
  Resource: 'id workItem kind description amount currency origin state statedOn decidedOn decisionNote isSample',
  Deliverable: 'id workItem number title dueOn acceptedOn evidence daysLate isSample',
  Trace: 'id workItem target objective viewpoint tracedOn isSample',
  Freshness: 'reportedAt ageDays isStale',
  OpenCycle: 'period dueOn closesOn reopenedUntil isReported',
  Milestone: 'id workItem number title titleEn dueOn plannedPercent reachedOn isSample',
  UnitRole: 'id workItem role unit isSample',
  ReportingCycle:
    'id programme period endsOn opensOn dueOn closesOn isOpen rule isExtraordinary title appliesTo workingDaysKnownUntil isSample expectedReports reopenings',
  ReportingRule:
    'id programme kind opensDaysBeforeEnd dueWorkingDays closesWorkingDays appliesTo validFrom validTo isSample',
  ReportingScope: 'appendices kinds',
  CycleReopening: 'id cycle unit workItem until reason reopenedOn isInForce isSample',
  ReportWaiver: 'id workItem cycle reason waivedOn isSample',
  ExpectedReport: 'id workItem cycle unit dueOn state report isLate daysLate waiver',
  Indicator:
    'id code name nameEn unitOfMeasure unitOfMeasureEn agreement roleAgreement source isSample measurements targets dueMeasurements',
  Target:
    'id programme number name nameEn shortName shortNameEn comparator value valueHigh wording dueOn baseline baselineOn indicator assessedHealth assessedOn assessmentBasis health expectedValue expectedAtMeasurement deviation latestMeasurement previousMeasurement isUnattended unattendedSince unattendedFrom source isSample isTraced viewerCan traces assignments trajectory obstacles revisions',
  TargetAssignment: 'id membership target startsOn endsOn isCurrent isSample',
  WorkItemOversight: 'id membership workItem startsOn endsOn isCurrent isSample',
  TrajectoryPoint: 'id target period endsOn expected isSample',

  // rows by right: see LISTS and ONE in rights.table.ts
  ProgressReport:
    'id receiptCode workItem cycle period unit state percentComplete summary difficulties proposals claimedHealth healthReason resultingHealth waitingWorkingDays decreaseReason latenessReason isLate submittedBy submittedAt unitApprovedBy unitApprovedAt secretariatApprovedBy secretariatApprovedAt awaitedLevel skippedLevels acceptedBy acceptedAt reviewNote supersededAt changedAt version isSample viewerCan isViewersToReview milestones reviews',
  ProgressReportReview: 'id progressReport level outcome reviewedBy reviewedAt note',
  ProgressReportRights: 'approve return withdraw',
  // the unit's own, who writes it and who approves there
  ProgressReportDraft:
    'id workItem cycle period unit percentComplete summary difficulties proposals claimedHealth healthReason decreaseReason latenessReason savedBy savedAt version isSample viewerCan milestones',
  ProgressReportDraftRights: 'discard',
  Measurement:
    'id indicator period endsOn value state note unit corrects correctionReason supersededAt returnReason returnedAt returnedBy recordedAt source isSample viewerCan',
  // that a value is awaited, and from whom; never the value
  DueMeasurement: 'id indicator target period unit dueOn state',
  MeasurementRights: 'accept correct return',
  Obstacle:
    'id workItem target text proposal decidedBy raisedBy unit raisedOn state ageDays takenUpOn takenUpBy decision resolvedOn resolvedBy isSample viewerCan',
  ObstacleRights: 'takeUp resolve',
  // when reports came, never what they say; of what is said, accepted words alone
  Punctuality: 'due onTime rate streak periods',
  PunctualPeriod: 'period isOnTime',
  PeriodStatus: 'period health percentComplete reason',
  ServiceOutage: 'id startsOn endsOn reason recordedBy recordedOn isSample',
  // the unit's until it has agreed, then the committee's; everybody's once approved
  AdjustmentRequest:
    'id programme unit state approvalLevel product target objective resources reason effectAt effectCursor isFor opinion decisionNumber decisionDate appliedOn registeredBy registeredAt changes effect isSample viewerCan steps revisions',
  AdjustmentChange: 'kind subject field before after',
  AdjustmentEffect: 'measure before after',
  AdjustmentRights: 'approve appraise refuse return withdraw',
  AdjustmentStep: 'id adjustmentRequest kind state recordedAt actor note effect effectCursor isSample',
  Revision: 'id adjustment workItem target appendix appliedOn changes isSample subject',
  RevisionChange: 'field before after',
  WorkItemBaseline: 'id workItem startsOn dueOn leadUnit product isSample',
  ListReview: 'id appendix unit openedOn dueOn state confirmedBy confirmedAt note isSample',
  Job: 'id name task key ground state runAt attempts maxAttempts lastFailure createdAt',
  JobTask:
    'id name doneCount failedCount lastEndedAt lastDurationMs lastDoneAt lastFailedAt lastFailure waiting failed',
  Display: 'id name programme createdAt revokedAt lastSeenAt',
  Event: 'cursor previous type occurredAt data hash actor subject unit programme',

  // names of officials: see NAMES; an account shows its e-mail to nobody else, its roles as LISTS says of accountRoles
  Account: 'id displayName unit disabledAt roles',
  AccountRole: 'id account role unit validFrom validTo',
  EventActor: 'id displayName',

  // what one sees of oneself
  Viewer: 'id displayName email roles costLimit unit',
  Installation: 'appVersion serverTime today isShifted shiftDays hasSampleRows cursor',
  Heartbeat: 'serverTime today cursor appVersion',

  // added up over the rows that one sees
  GroupKey: 'field value label',
  Coverage: 'expected received approved',
  NumberSummary: 'avg min max sum',
  BigIntSummary: 'avg min max sum',
  DateSummary: 'min max',
  DateTimeSummary: 'min max',

  // what differs between two moments: values that the row's own fields show, of rows that one sees
  Change: 'id kind code fields',
  FieldChange: 'name before after',

  // payloads: the changed object is read with the caller's rights
  InputError: 'message code path',
  LiveExplanation: 'process queries streams connections counts',
  LiveQueryState: 'query variables members behind dependencies runs lastRunMs lastCause bytes hash',
  EventStreamState: 'query variables members behind',
  LiveClient: 'accountId displayName address operations unsentBytes behindMs',
  LiveCounts:
    'runs equalAnswers eventsRendered messages bytes full patches unchanged leftBehind resumedFromMemory resumedFromLog',
  SignInPayload: 'token expiresAt viewer userErrors',
  SignOutPayload: 'cursor userErrors',
  SubmitProgressReportPayload: 'cursor userErrors progressReport receipt',
  DecideAdjustmentsPayload: 'cursor userErrors results',
  AdjustmentDecision: 'adjustmentRequest userErrors',
  RepeatProgressReportPayload: 'cursor userErrors progressReport receipt',
  ApproveProgressReportsPayload: 'cursor userErrors results',
  ApproveProgressReportsResult: 'progressReport userErrors',
  Receipt: 'code receivedAt',
  // passwords are made up by the server and shown once, to the administrator
  CreateAccountPayload: 'cursor userErrors account notice password',
  ResetPasswordPayload: 'cursor userErrors account notice password',
  CreateDisplayPayload: 'cursor userErrors display link notice',
  PageInfo: 'hasNextPage hasPreviousPage startCursor endCursor',
};
