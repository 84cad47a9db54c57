import { visibleToAll } from '../platform/access/row-conditions';
import type { RowPolicy } from '../platform/reader/declarations';
import { ChronicleEntry } from './chronicle-entry.entity';
import { CommitteeMembership } from './committee-membership.entity';
import { Objective } from './objective.entity';
import { Programme } from './programme.entity';
import { SteeringCommittee } from './steering-committee.entity';
import { Term } from './term.entity';

/** The programme's frame is public to everybody who is signed in. */
export const programmePolicies: readonly RowPolicy[] = [
  Term,
  Programme,
  Objective,
  SteeringCommittee,
  CommitteeMembership,
  ChronicleEntry,
].map(visibleToAll);
