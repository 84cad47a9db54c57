import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { says } from '../../platform/lib/says';
import { OperationContext } from '../../platform/schema/operation-context';
import { canDiscardDraft } from './draft.policy';
import { ProgressReportDraft } from './progress-report-draft.entity';

/** What the viewer may do with a draft. */
@ObjectType({ description: says('Việc người xem được làm với bản nháp.', 'What the viewer may do with a draft.') })
export class ProgressReportDraftRights {
  @Field(() => Boolean, {
    description: says(
      'Người xem có được bỏ bản nháp không: là cán bộ báo cáo của đơn vị. Soạn tiếp: xem `viewerCan.saveReportDraft` của đầu việc.',
      'Whether the viewer may discard it: as reporter of the unit. Whether to go on with it: see `viewerCan.saveReportDraft` of the item.',
    ),
  })
  discard!: boolean;
}

/** Fields of drafts that are computed in code. */
@Resolver(() => ProgressReportDraft)
export class ProgressReportDraftFields {
  @FieldResolver(() => ProgressReportDraftRights, {
    description: says(
      'Những thao tác người xem được làm lúc này, theo vai trò; dùng để hiện hoặc ẩn nút.',
      'Which actions are open to who asks, by roles, at this moment; for showing or hiding buttons.',
    ),
  })
  viewerCan(@Root() draft: ProgressReportDraft, @Ctx() context: OperationContext): ProgressReportDraftRights {
    return { discard: canDiscardDraft(context.actor, draft) };
  }
}
