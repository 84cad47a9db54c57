import { accounts } from './accounts';
import { adjustments } from './adjustments';
import { consistency } from './consistency';
import { documents } from './documents';
import { operators } from './operators';
import { organisation } from './organisation';
import type { Domain } from './platform/domain';
import { eventActor, EventActor, EventFields, eventPrevious, eventSubject } from './platform/schema/event.fields';
import { dayEvents } from './platform/jobs/day.events';
import { readableEvents } from './platform/reader/model/event.policy';
import { LoggedEvent } from './platform/reader/model/logged-event.entity';
import { programme } from './programme';
import { progress } from './progress';
import { screens } from './screens';
import { targets } from './targets';
import { work } from './work';

const records: Domain = {
  name: 'records',
  entities: [LoggedEvent],
  events: [dayEvents],
  resolvers: [EventFields],
  types: [EventActor],
  policies: [{ of: LoggedEvent, readable: readableEvents }],
  facts: [eventActor],
  anyRelations: [eventSubject],
  computed: [eventPrevious],
};

/** All domains in their order: each may know those before it. */
export const domains: readonly Domain[] = [
  records,
  organisation,
  accounts,
  programme,
  targets,
  documents,
  work,
  progress,
  adjustments,
  consistency,
  screens,
  operators,
];
