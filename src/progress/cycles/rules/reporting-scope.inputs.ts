import { Field, InputType } from 'type-graphql';
import { type EntityManager, In } from 'typeorm';
import { Appendix } from '../../../documents/public';
import { IdsField } from '../../../platform/commands/input-fields';
import { IsShortList } from '../../../platform/commands/input-rules';
import { keyOf } from '../../../platform/commands/rows';
import { refuse } from '../../../platform/lib/domain-error';
import { says } from '../../../platform/lib/says';
import { WorkItemKind } from '../../../work/public';
import type { ReportingScope } from './reporting-scope';

/** Which items are reported on. */
@InputType({
  description: says(
    'Giới hạn đầu việc phải báo cáo; cả hai danh sách cùng giới hạn, trống là không giới hạn.',
    'Which items are reported on; both lists narrow, an empty one does not.',
  ),
})
export class ReportingScopeInput {
  @IdsField(says('Các phụ lục; trống là mọi phụ lục.', 'Lists whose items are reported on; all where empty.'), {
    max: 50,
    nullable: true,
    found: 'appendix',
  })
  appendixIds?: string[] | null;

  @IsShortList(5)
  @Field(() => [WorkItemKind], {
    nullable: true,
    description: says('Các loại đầu việc; trống là mọi loại.', 'Sorts of items; all where empty.'),
  })
  kinds?: WorkItemKind[] | null;
}

/** What was named, as it is kept; refuses a list that is not there. */
export async function scopeOf(
  manager: EntityManager,
  scope: ReportingScopeInput | null | undefined,
): Promise<ReportingScope> {
  const asked = new Set(scope?.appendixIds ?? []);
  const ids = [...asked].flatMap((id) => keyOf(Appendix, id) ?? []);
  const appendices = await manager.findBy(Appendix, { id: In(ids) });
  if (appendices.length < asked.size) {
    throw refuse(
      'NOT_FOUND',
      ['input', 'appliesTo', 'appendixIds'],
      'Có phụ lục không tồn tại. Hãy kiểm tra lại các mã định danh.',
      'One of the lists is not there. Check the ids.',
    );
  }
  return { appendices: appendices.map(({ code }) => code).sort(), kinds: [...new Set(scope?.kinds ?? [])] };
}
