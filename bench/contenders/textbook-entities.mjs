import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { PLAIN_TABLE } from '../workloads/insert-report.mjs';
import { decorate } from './decorate.mjs';

/** Tables that are rows of TypeORM and types of TypeGraphQL at once; foreign keys are columns, their rows come from the loaders. */
export class Programme {}
export class WorkItem {}
export class Unit {}
export class Account {}
export class Indicator {}
export class Target {}
export class ProgressReport {}
export class PlainReport {}

const NUMERIC = { to: (value) => value, from: (text) => (text === null ? null : Number(text)) };

const id = [Field(() => ID), PrimaryGeneratedColumn('uuid')];
const key = (name) => [Column('uuid', { name })];
const text = (name, options = {}) => [Field(() => String, options), Column('text', { name, ...options })];
const date = (name) => [Field(() => String), Column('date', { name })];
const moment = (name) => [Field(() => GraphQLISODateTime), Column('timestamptz', { name })];
const number = (name, options = {}) => [
  Field(() => Float, options),
  Column('numeric', { name, transformer: NUMERIC, ...options }),
];

decorate(Programme, [ObjectType(), Entity('programme')], {
  id,
  code: text('code'),
  title: text('title', { nullable: true }),
});

decorate(WorkItem, [ObjectType(), Entity('work_item')], {
  id,
  code: text('code'),
  title: text('title'),
  shortName: text('short_name'),
  dueOn: date('due_on'),
  percentComplete: number('percent_complete'),
  programmeId: key('programme_id'),
  leadUnitId: key('lead_unit_id'),
});

decorate(Unit, [ObjectType(), Entity('unit')], {
  id,
  code: text('code'),
  name: text('name'),
  shortName: text('short_name'),
});

decorate(Account, [ObjectType(), Entity('account')], { id, displayName: text('display_name') });

decorate(Indicator, [ObjectType(), Entity('indicator')], {
  id,
  code: text('code'),
  unitOfMeasure: text('unit_of_measure', { nullable: true }),
});

decorate(Target, [ObjectType(), Entity('target')], {
  id,
  number: text('number'),
  name: text('name'),
  comparator: text('comparator'),
  value: number('value', { nullable: true }),
  dueOn: date('due_on'),
  programmeId: key('programme_id'),
  indicatorId: key('indicator_id'),
});

const report = {
  id,
  receiptCode: text('receipt_code'),
  period: text('period'),
  percentComplete: number('percent_complete'),
  summary: text('summary'),
  state: text('state'),
  changedAt: moment('changed_at'),
  workItemId: key('work_item_id'),
  unitId: key('unit_id'),
  submittedById: key('submitted_by_id'),
};

decorate(ProgressReport, [ObjectType(), Entity('progress_report')], report);

decorate(PlainReport, [ObjectType(), Entity(PLAIN_TABLE)], {
  ...report,
  cycleId: key('cycle_id'),
  isLate: [Field(() => Boolean), Column('boolean', { name: 'is_late' })],
  submittedAt: moment('submitted_at'),
  version: [Field(() => Int), Column('integer')],
});
