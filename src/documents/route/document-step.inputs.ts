import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsFilledName, IsName, IsText } from '../../platform/commands/input-rules';
import { DateScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';
import { ApprovalLevel } from './approval-level.state';
import { TakenOnField } from './taken-on.field';

/** Input of `finaliseDocument`. */
@InputType({ description: says('Hoàn thiện văn bản.', 'Finalising a document.') })
export class FinaliseDocumentInput {
  @IdField(says('Mã định danh (id) của văn bản.', 'Id of the document.'), { found: 'document' })
  documentId!: string;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Lý do, nếu không xin ý kiến hoặc không chờ ý kiến còn thiếu.',
      'Why, where no opinions were asked for, or missing ones are not waited for.',
    ),
  })
  withoutOpinionsReason?: string | null;

  @TakenOnField()
  takenOn?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `submitDocument`. */
@InputType({ description: says('Trình văn bản.', 'Submitting a document.') })
export class SubmitDocumentInput {
  @IdField(says('Mã định danh (id) của văn bản.', 'Id of the document.'), { found: 'document' })
  documentId!: string;

  @IsText({ max: 2_000 })
  @Field(() => String, { nullable: true, description: says('Lý do trình chậm.', 'Why it is late.') })
  latenessReason?: string | null;

  @TakenOnField()
  takenOn?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `approveDocument`. */
@InputType({ description: says('Phê duyệt của một cấp.', 'Approval by one level.') })
export class ApproveDocumentInput {
  @IdField(says('Mã định danh (id) của văn bản.', 'Id of the document.'), { found: 'document' })
  documentId!: string;

  @Field(() => ApprovalLevel, {
    description: says(
      'Cấp phê duyệt: cấp đang chờ; cấp đã phê duyệt thì không ghi lần nữa.',
      'The level that approves: the one awaited. What it has approved is not recorded once more.',
    ),
  })
  level!: ApprovalLevel;

  @IsText({ max: 2_000 })
  @Field(() => String, { nullable: true, description: says('Ghi chú.', 'Note.') })
  note?: string | null;

  @TakenOnField()
  takenOn?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `returnDocument`. */
@InputType({ description: says('Trả lại văn bản đã trình.', 'Return of a submitted document.') })
export class ReturnDocumentInput {
  @IdField(says('Mã định danh (id) của văn bản.', 'Id of the document.'), { found: 'document' })
  documentId!: string;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, { description: says('Lý do trả lại.', 'Why it is returned.') })
  reason!: string;

  @TakenOnField()
  takenOn?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `issueDocument`. */
@InputType({ description: says('Ban hành văn bản.', 'Issue of a document.') })
export class IssueDocumentInput {
  @IdField(says('Mã định danh (id) của văn bản.', 'Id of the document.'), { found: 'document' })
  documentId!: string;

  @IsName({ max: 100, required: true })
  @Field(() => String, { description: says('Số, ký hiệu trên văn bản.', 'Number and sign on the paper.') })
  number!: string;

  @Field(() => DateScalar, { description: says('Ngày ký trên văn bản.', 'Date on the paper.') })
  issuedOn!: string;

  @IsName({ max: 300 })
  @Field(() => String, { nullable: true, description: says('Cơ quan ban hành.', 'Issuing body.') })
  issuer?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `correctIssue`. What is left out stays. */
@InputType({
  description: says(
    'Đính chính việc ban hành đã ghi sai; trường để trống thì giữ nguyên.',
    'What was recorded wrongly of an issue; what is left out stays.',
  ),
})
export class CorrectIssueInput {
  @IdField(says('Mã định danh (id) của văn bản.', 'Id of the document.'), { found: 'document' })
  documentId!: string;

  @IsFilledName(100)
  @Field(() => String, {
    nullable: true,
    description: says('Số, ký hiệu đúng như trên văn bản.', 'Number and sign as they stand on the paper.'),
  })
  number?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày ký đúng như trên văn bản; không trước bước cuối trước khi ban hành.',
      'Date as it stands on the paper; not before the last step on the way to the issue.',
    ),
  })
  issuedOn?: string | null;

  @IsFilledName(300)
  @Field(() => String, { nullable: true, description: says('Cơ quan ban hành đúng.', 'The right issuing body.') })
  issuer?: string | null;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, {
    description: says(
      'Lý do đính chính, ghi vào các bước của văn bản.',
      'Why it is corrected; it is kept with the steps of the document.',
    ),
  })
  reason!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `withdrawDocument`. */
@InputType({ description: says('Rút văn bản.', 'Withdrawal of a document.') })
export class WithdrawDocumentInput {
  @IdField(says('Mã định danh (id) của văn bản.', 'Id of the document.'), { found: 'document' })
  documentId!: string;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, { description: says('Lý do rút.', 'Why it is withdrawn.') })
  reason!: string;

  @TakenOnField()
  takenOn?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
