import { Field, InputType } from 'type-graphql';
import { IdField } from '../../platform/commands/input-fields';
import { IsText } from '../../platform/commands/input-rules';
import { says } from '../../platform/lib/says';
import { UnitRoleKind } from './unit-role.entity';

const ITEM = says('Mã định danh (id) của đầu việc.', 'Id of the work item.');
const UNIT = says('Mã định danh (id) của đơn vị.', 'Id of the unit.');

/** Input of `assignLeadUnit`. */
@InputType({
  description: says(
    'Đơn vị chủ trì mới của một đầu việc, vai trò đơn vị cũ giữ lại, và căn cứ.',
    'Who answers for an item from now on, what the former one keeps, and by which decision.',
  ),
})
export class AssignLeadUnitInput {
  @IdField(ITEM, { found: 'workItem' })
  workItemId!: string;

  @IdField(says('Mã định danh (id) của đơn vị chủ trì mới.', 'Id of the new lead unit.'), { found: 'unit' })
  unitId!: string;

  @Field(() => UnitRoleKind, {
    nullable: true,
    description: says(
      'Vai trò mà đơn vị cũ giữ lại; trống nếu không còn tham gia.',
      'The role that the former lead unit keeps; empty for none.',
    ),
  })
  formerRole?: UnitRoleKind | null;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, {
    description: says(
      'Vì sao giao lại và văn bản làm căn cứ, tối đa 1.000 ký tự.',
      'Why it changes hands, and the paper that says so; at most 1,000 characters.',
    ),
  })
  reason!: string;
}

/** Input of `assignUnitRole`. */
@InputType({ description: says('Vai trò của một đơn vị trong đầu việc.', 'A unit’s part in an item.') })
export class AssignUnitRoleInput {
  @IdField(ITEM, { found: 'workItem' })
  workItemId!: string;

  @IdField(UNIT, { found: 'unit' })
  unitId!: string;

  @Field(() => UnitRoleKind, { description: says('Vai trò, khác chủ trì.', 'The role, other than the lead.') })
  role!: UnitRoleKind;
}

/** Input of `endUnitRole`. */
@InputType({ description: says('Kết thúc vai trò của một đơn vị.', 'The end of a unit’s part in an item.') })
export class EndUnitRoleInput {
  @IdField(ITEM, { found: 'workItem' })
  workItemId!: string;

  @IdField(UNIT, { found: 'unit' })
  unitId!: string;
}

/** Input of `assignResponsiblePerson`. */
@InputType({
  description: says(
    'Người của đơn vị chủ trì chịu trách nhiệm về một đầu việc; thay người đã nêu trước.',
    'Who of the lead unit answers for an item; takes the place of whoever was named before.',
  ),
})
export class AssignResponsiblePersonInput {
  @IdField(ITEM, { found: 'workItem' })
  workItemId!: string;

  @IdField(
    says('Mã định danh (id) của người chịu trách nhiệm, thuộc đơn vị chủ trì.', 'Id of somebody of the lead unit.'),
  )
  personId!: string;
}
