import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { OperationContext } from '../platform/schema/operation-context';
import { says } from '../platform/lib/says';
import { Document } from './document.entity';
import { rightsOnDocument } from './document.policy';
import type { DocumentAction } from './document.rules';

/** What the viewer may do with a document now. */
@ObjectType({
  description: says(
    'Việc người xem được làm với văn bản lúc này, theo quyền và trạng thái.',
    'What the viewer may do with a document now, by right and by state.',
  ),
})
export class DocumentRights implements Readonly<Record<DocumentAction, boolean>> {
  @Field(() => Boolean, { description: says('Sửa nội dung, lập bản mới.', 'Write another version.') })
  revise!: boolean;

  @Field(() => Boolean, { description: says('Gửi xin ý kiến.', 'Send it for opinions.') })
  sendForOpinions!: boolean;

  @Field(() => Boolean, {
    description: says(
      'Ghi ý kiến của một đơn vị được hỏi mà chưa trả lời.',
      'Record the opinion of a unit that was asked and has not answered.',
    ),
  })
  recordOpinion!: boolean;

  @Field(() => Boolean, { description: says('Giải trình, tiếp thu ý kiến.', 'Answer the opinions that came.') })
  answerOpinion!: boolean;

  @Field(() => Boolean, { description: says('Hoàn thiện.', 'Finalise it.') })
  finalise!: boolean;

  @Field(() => Boolean, { description: says('Trình.', 'Submit it.') })
  submit!: boolean;

  @Field(() => Boolean, {
    description: says('Ghi nhận phê duyệt của cấp đang chờ.', 'Record the approval of the level that is awaited.'),
  })
  approve!: boolean;

  @Field(() => Boolean, { description: says('Trả lại.', 'Return it.') })
  return!: boolean;

  @Field(() => Boolean, {
    description: says('Ban hành, khi mọi cấp đã phê duyệt.', 'Issue it, once all levels have approved.'),
  })
  issue!: boolean;

  @Field(() => Boolean, {
    description: says(
      'Đính chính số, ngày, cơ quan ban hành đã ghi sai.',
      'Correct the number, the date or the issuer that was recorded wrongly.',
    ),
  })
  correctIssue!: boolean;

  @Field(() => Boolean, { description: says('Rút văn bản.', 'Withdraw it.') })
  withdraw!: boolean;
}

/** Fields of documents that are computed in code, since they depend on who looks. */
@Resolver(() => Document)
export class DocumentFields {
  @FieldResolver(() => DocumentRights, {
    description: says(
      'Việc người xem được làm lúc này; văn bản còn thiếu gì thì xem ở các trường khác.',
      'What the viewer may do now; what the document lacks is said by other fields.',
    ),
  })
  viewerCan(@Root() document: Document, @Ctx() context: OperationContext): DocumentRights {
    return rightsOnDocument(context.actor, document);
  }
}
