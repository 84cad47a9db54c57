import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CursorScalar, DateTimeScalar, JsonScalar } from '../../lib/scalars';
import { says } from '../../lib/says';
import { Derived, Readable } from './declarations';
import type { EventAudience } from '../../event-log/event-audience';

/**
 * An event as the log keeps it: numbered without gaps, chained by hashes, never changed. The table is partitioned by position and written
 * by `sequence_events()` alone.
 */
@Entity('event_log')
@Readable({
  typeName: 'Event',
  prefix: 'ev',
  list: 'events',
  orderBy: ['position'],
  machineTexts: ['type', 'hash'],
  title: { vi: 'sự kiện', en: 'event' },
})
@ObjectType('Event', {
  description: says(
    'Sự kiện trong nhật ký: việc đã xảy ra, không sửa, không xóa.',
    'What happened, as the log keeps it: never changed, never removed.',
  ),
})
export class LoggedEvent {
  @PrimaryColumn('bigint')
  position!: number;

  @Column('integer')
  epoch!: number;

  @Column('bigint')
  @Index()
  txid!: string;

  @Derived((row) => `(${row}.epoch || '.' || ${row}.position)`)
  @Field(() => CursorScalar, {
    description: says('Vị trí của sự kiện trong nhật ký.', 'Position of the event in the log.'),
  })
  cursor!: string;

  @Column('text')
  @Field(() => String, {
    description: says(
      'Loại sự kiện, ví dụ `PROGRESS_REPORT_SUBMITTED`.',
      'Type, past tense, for instance `PROGRESS_REPORT_SUBMITTED`.',
    ),
  })
  type!: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: says('Thời điểm xảy ra.', 'When it happened.') })
  occurredAt!: Date;

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('text', { nullable: true })
  actorName!: string | null;

  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('uuid', { nullable: true })
  programmeId!: string | null;

  @Column('text', { nullable: true })
  subjectType!: string | null;

  @Column('uuid', { nullable: true })
  subjectId!: string | null;

  @Column('text')
  audience!: EventAudience;

  @Column('text', { array: true })
  tags!: string[];

  @Column('jsonb')
  @Field(() => JsonScalar, { description: says('Nội dung sự kiện.', 'What the event carries.') })
  data!: object;

  @Column('bytea')
  previousHash!: Buffer;

  @Column('bytea')
  hashBytes!: Buffer;

  @Derived((row) => `encode(${row}.hash_bytes, 'hex')`)
  @Field(() => String, {
    description: says(
      'Mã băm SHA-256 nối chuỗi với sự kiện trước.',
      'SHA-256 over the previous event’s hash and this event, in hex.',
    ),
  })
  hash!: string;
}
