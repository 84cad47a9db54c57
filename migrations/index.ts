import { Tables1700000000000 } from './1700000000000-tables';
import { EventLog1700000000001 } from './1700000000001-event-log';
import { IdempotencyKeys1700000000002 } from './1700000000002-idempotency-keys';
import { History1700000000003 } from './1700000000003-history';
import { Reading1700000000004 } from './1700000000004-reading';
import { KeptSummaries1700000000005 } from './1700000000005-kept-summaries';
import { DocumentsLife1700000000010 } from './1700000000010-documents-life';
import { UnitHeirs1700000000020 } from './1700000000020-unit-heirs';
import { HistoryOfRoles1700000000021 } from './1700000000021-history-of-roles';
import { CorrectionsOfMeasurements1700000000022 } from './1700000000022-corrections-of-measurements';
import { Committee1700000000023 } from './1700000000023-committee';
import { ClearWork1700000000030 } from './1700000000030-clear-work';
import { ItemsInForce1700000000031 } from './1700000000031-items-in-force';
import { Reformations1700000000060 } from './1700000000060-reformations';
import { BeforeTheLog1700000000061 } from './1700000000061-before-the-log';
import { Assessments1700000000070 } from './1700000000070-assessments';
import { CorrectionsInTheirPlace1700000000071 } from './1700000000071-corrections-in-their-place';
import { WaivedOpinions1700000000073 } from './1700000000073-waived-opinions';
import { DisplaySightings1700000000120 } from './1700000000120-display-sightings';
import { NamesOfScreens1700000000130 } from './1700000000130-names-of-screens';
import { FormsOfTexts1700000000140 } from './1700000000140-forms-of-texts';
import { NaturalOrder1700000000141 } from './1700000000141-natural-order';
import { PlainTextsAtOnce1700000000142 } from './1700000000142-plain-texts-at-once';
import { WorkingDays1700000000200 } from './1700000000200-working-days';
import { ReportingRules1700000000210 } from './1700000000210-reporting-rules';
import { JobDispatcher1700000000211 } from './1700000000211-job-dispatcher';
import { FormerLeads1700000000212 } from './1700000000212-former-leads';
import { ReviewLevels1700000000220 } from './1700000000220-review-levels';
import { RolesForATime1700000000221 } from './1700000000221-roles-for-a-time';
import { Obstacles1700000000230 } from './1700000000230-obstacles';
import { ServiceOutages1700000000231 } from './1700000000231-service-outages';
import { ReturnedMeasurements1700000000232 } from './1700000000232-returned-measurements';
import { Adjustments1700000000240 } from './1700000000240-adjustments';
import { ListReviews1700000000241 } from './1700000000241-list-reviews';
import { TitlesOfVersions1700000000260 } from './1700000000260-titles-of-versions';
import { ReportDrafts1700000000270 } from './1700000000270-report-drafts';
import { JobTasks1700000000290 } from './1700000000290-job-tasks';
import { GeneratedCycles1700000000291 } from './1700000000291-generated-cycles';
import { CursorsOfEffects1700000000292 } from './1700000000292-cursors-of-effects';

/** All migrations, in their order. */
export const migrations = [
  Tables1700000000000,
  EventLog1700000000001,
  IdempotencyKeys1700000000002,
  History1700000000003,
  Reading1700000000004,
  KeptSummaries1700000000005,
  DocumentsLife1700000000010,
  UnitHeirs1700000000020,
  HistoryOfRoles1700000000021,
  CorrectionsOfMeasurements1700000000022,
  Committee1700000000023,
  ClearWork1700000000030,
  ItemsInForce1700000000031,
  Reformations1700000000060,
  BeforeTheLog1700000000061,
  Assessments1700000000070,
  CorrectionsInTheirPlace1700000000071,
  WaivedOpinions1700000000073,
  DisplaySightings1700000000120,
  NamesOfScreens1700000000130,
  FormsOfTexts1700000000140,
  NaturalOrder1700000000141,
  PlainTextsAtOnce1700000000142,
  WorkingDays1700000000200,
  ReportingRules1700000000210,
  JobDispatcher1700000000211,
  FormerLeads1700000000212,
  ReviewLevels1700000000220,
  RolesForATime1700000000221,
  Obstacles1700000000230,
  ServiceOutages1700000000231,
  ReturnedMeasurements1700000000232,
  Adjustments1700000000240,
  ListReviews1700000000241,
  TitlesOfVersions1700000000260,
  ReportDrafts1700000000270,
  JobTasks1700000000290,
  GeneratedCycles1700000000291,
  CursorsOfEffects1700000000292,
];
