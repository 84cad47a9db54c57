import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Account } from '../../accounts/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID } from '../../platform/lib/row-words';
import { DateTimeScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';
import { declareEnum } from '../../platform/reader/model/declare-enum';
import { Readable } from '../../platform/reader/model/declarations';
import { ProgressReport } from '../reports/progress-report.entity';
import { ReviewOutcome } from './progress-report-review.state';
import { ReviewLevel } from './review-level.state';

declareEnum(ReviewLevel, {
  name: 'ReviewLevel',
  description: says(
    'Cấp xem xét báo cáo, lần lượt theo thứ tự này; chương trình nêu các cấp của mình (reviewLevels).',
    'Who agrees to a report, one after the other in this order; each programme states its levels (reviewLevels).',
  ),
  values: {
    UNIT: {
      word: { vi: 'Đơn vị', en: 'Unit' },
      explained: { vi: 'người duyệt của đơn vị báo cáo.', en: 'the approver of the body that reports.' },
    },
    SECRETARIAT: { word: { vi: 'Cơ quan thường trực', en: 'Secretariat of the committee' } },
    STANDING_DEPUTY_HEAD: {
      word: { vi: 'Phó Trưởng ban Thường trực', en: 'Standing deputy head' },
      explained: {
        vi: 'tài khoản lãnh đạo Ban Chỉ đạo, với đầu việc từ một cấp phê duyệt trở lên.',
        en: 'an account of a head of the committee, for items from an approval level on.',
      },
    },
  },
});

declareEnum(ReviewOutcome, {
  name: 'ReviewOutcome',
  description: says('Kết quả xem xét báo cáo ở một cấp.', 'What became of a report at one level of its review.'),
  values: {
    APPROVED: { word: { vi: 'Đồng ý', en: 'Agreed to' } },
    RETURNED: { word: { vi: 'Trả lại', en: 'Sent back' }, explained: { vi: 'kèm lý do.', en: 'with the reason.' } },
    SKIPPED: {
      word: { vi: 'Bỏ qua', en: 'Passed over' },
      explained: {
        vi: 'không tài khoản nào đang dùng, ngoài người nộp, giữ được cấp này.',
        en: 'no account in use, but the reporter’s own, could hold this level.',
      },
    },
  },
});

/** One step of a report's review. None is ever changed. */
@Entity('progress_report_review')
@Index(['progressReportId', 'reviewedAt'])
@Readable({
  prefix: 'pv',
  orderBy: ['reviewedAt', 'level'],
  title: { vi: 'bước xem xét báo cáo', en: 'review step' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một bước xem xét báo cáo: cấp nào, ai, khi nào, đồng ý hay trả lại; cấp bị bỏ qua cũng là một bước.',
    'What one level said of a submission: which, who, when, agreed or sent back. A level that was passed over is a step, too.',
  ),
})
export class ProgressReportReview {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  progressReportId!: string;

  @RelatedRow(() => ProgressReport, {
    onDelete: 'CASCADE',
    description: says('Báo cáo được xem xét.', 'Submission that was looked at.'),
  })
  progressReport!: Relation<ProgressReport>;

  @Column('text')
  @Field(() => ReviewLevel, { description: says('Cấp của bước này.', 'Whose step it was.') })
  level!: ReviewLevel;

  @Column('text')
  @Field(() => ReviewOutcome, {
    description: says(
      'Đồng ý, trả lại, hoặc bị bỏ qua vì không ai giữ được cấp này.',
      'Whether that level agreed, sent it back, or was passed over.',
    ),
  })
  outcome!: ReviewOutcome;

  @Column('uuid', { nullable: true })
  @Index()
  reviewedById!: string | null;

  @RelatedRow(() => Account, {
    nullable: true,
    description: says(
      'Tài khoản đã xem xét; trống khi cấp bị bỏ qua.',
      'Whose account took the step; empty where the level was passed over.',
    ),
  })
  reviewedBy!: Relation<Account> | null;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, {
    description: says('Thời điểm xem xét, hoặc bỏ qua.', 'When the step was taken, or passed over.'),
  })
  reviewedAt!: Date;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Ghi chú của người xem xét, hoặc lý do trả lại.',
      'What the reviewer said with it; the reason, where it was sent back.',
    ),
  })
  note!: string | null;
}
