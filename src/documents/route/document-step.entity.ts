import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Account } from '../../accounts/public';
import { Node } from '../../platform/lib/node';
import { DateScalar, DateTimeScalar } from '../../platform/lib/scalars';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Readable } from '../../platform/reader/model/declarations';
import { ApprovalLevel } from './approval-level.state';
import { Document } from '../document.entity';
import { DocumentStepKind } from './document-step.state';
import { DocumentState } from '../document.state';

/** One step of a document on its way, with its date and actor (rule R10). */
@Entity('document_step')
@Index(['documentId', 'recordedAt', 'id'])
@Readable({
  prefix: 'dp',
  list: 'documentSteps',
  orderBy: ['recordedAt'],
  title: { vi: 'bước của văn bản', en: 'document step' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một bước của văn bản, có ngày và người thực hiện.',
    'One step of a document, with date and actor.',
  ),
})
export class DocumentStep {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  documentId!: string;

  @RelatedRow(() => Document, { onDelete: 'CASCADE', description: says('Văn bản.', 'Document.') })
  document!: Relation<Document>;

  @Column('text')
  @Field(() => DocumentStepKind, { description: says('Bước.', 'What was done.') })
  kind!: DocumentStepKind;

  @Column('text')
  @Field(() => DocumentState, { description: says('Trạng thái sau bước này.', 'State after it.') })
  state!: DocumentState;

  @Column('text', { nullable: true })
  @Field(() => ApprovalLevel, { nullable: true, description: says('Cấp đã phê duyệt.', 'The level that approved.') })
  level!: ApprovalLevel | null;

  @Column('integer')
  @Field(() => Int, {
    description: says('Lần trình thứ mấy; 0 khi chưa trình.', 'Number of the submission; 0 before.'),
  })
  submission!: number;

  @Column('integer')
  @Field(() => Int, { description: says('Bản của văn bản khi đó.', 'Number of the version at that time.') })
  versionNumber!: number;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày thực hiện.', 'Date on which it was done.') })
  takenOn!: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: says('Thời điểm ghi nhận.', 'When it was recorded.') })
  recordedAt!: Date;

  @Column('uuid')
  @Index()
  actorId!: string;

  @RelatedRow(() => Account, { description: says('Người thực hiện.', 'Who did it.') })
  actor!: Relation<Account>;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Lý do hoặc ghi chú.', 'Reason or note.') })
  note!: string | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
