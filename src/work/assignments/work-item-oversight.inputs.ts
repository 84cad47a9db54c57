import { InputType } from 'type-graphql';
import { IdsField } from '../../platform/commands/input-fields';
import { says } from '../../platform/lib/says';
import { BeginChargeInput, EndChargeInput } from '../../programme/public';

const ITEMS = says('Mã định danh (id) của các đầu việc.', 'Ids of the work items.');

/** Input of `assignOversight`. */
@InputType({
  description: says('Phân công một thành viên trực tiếp chỉ đạo các đầu việc.', 'Has a member direct work items.'),
})
export class AssignOversightInput extends BeginChargeInput {
  @IdsField(ITEMS, { max: 200, required: true, found: 'workItem' })
  workItemIds!: string[];
}

/** Input of `endOversight`. */
@InputType({
  description: says('Một thành viên thôi trực tiếp chỉ đạo các đầu việc.', 'A member directs work items no longer.'),
})
export class EndOversightInput extends EndChargeInput {
  @IdsField(ITEMS, { max: 200, required: true, found: 'workItem' })
  workItemIds!: string[];
}
