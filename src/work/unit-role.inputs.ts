import { Field, InputType } from 'type-graphql';
import { IdField } from '../platform/graphql/input-fields';
import { IsText } from '../platform/graphql/input-rules';
import { says } from '../platform/lib/says';
import { UnitRoleKind } from './unit-role.entity';

const ITEM = says('Mã đầu việc.', 'Id of the work item.');
const UNIT = says('Mã đơn vị.', 'Id of the unit.');

/** Input of `assignLeadUnit`. */
@InputType({ description: says('Giao một đầu việc cho đơn vị chủ trì khác.', 'Another lead unit of an item.') })
export class AssignLeadUnitInput {
  @IdField(ITEM)
  workItemId!: string;

  @IdField(says('Mã đơn vị chủ trì mới.', 'Id of the new lead unit.'))
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
  @Field(() => String, { description: says('Lý do, căn cứ.', 'Why, and by which decision.') })
  reason!: string;
}

/** Input of `assignUnitRole`. */
@InputType({ description: says('Vai trò của một đơn vị trong đầu việc.', 'A unit’s part in an item.') })
export class AssignUnitRoleInput {
  @IdField(ITEM)
  workItemId!: string;

  @IdField(UNIT)
  unitId!: string;

  @Field(() => UnitRoleKind, { description: says('Vai trò, khác chủ trì.', 'The role, other than the lead.') })
  role!: UnitRoleKind;
}

/** Input of `endUnitRole`. */
@InputType({ description: says('Kết thúc vai trò của một đơn vị.', 'The end of a unit’s part in an item.') })
export class EndUnitRoleInput {
  @IdField(ITEM)
  workItemId!: string;

  @IdField(UNIT)
  unitId!: string;
}

/** Input of `assignResponsiblePerson`. */
@InputType({ description: says('Người chịu trách nhiệm về một đầu việc.', 'Who answers for an item.') })
export class AssignResponsiblePersonInput {
  @IdField(ITEM)
  workItemId!: string;

  @IdField(says('Mã người phụ trách.', 'Id of the person.'))
  personId!: string;
}
