import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { says } from '../../platform/lib/says';
import { ClarityPoint } from './clarity.state';

/** What each point means, in the words of the check. */
const MEANINGS: Readonly<Record<ClarityPoint, string>> = {
  PERSON: says('Rõ người: có người chịu trách nhiệm.', 'Clear person: somebody answers for it.'),
  WORK: says('Rõ việc: có mục tiêu cụ thể.', 'Clear work: its concrete objective is stated.'),
  TIME: says(
    'Rõ thời gian: bắt đầu và hạn nằm trong thời gian của chương trình.',
    'Clear time: start and due date lie within the years of the programme.',
  ),
  RESPONSIBILITY: says(
    'Rõ trách nhiệm: đơn vị chủ trì, hoặc một đơn vị kế thừa toàn bộ, đang hoạt động.',
    'Clear responsibility: the lead unit, or one that holds all its matters, is there today.',
  ),
  PRODUCT: says(
    'Rõ sản phẩm: đã nêu đầu việc làm ra văn bản, công trình hay kết quả gì.',
    'Clear product: it is stated in words what comes out of the work.',
  ),
  AUTHORITY: says('Rõ thẩm quyền: có cấp phê duyệt.', 'Clear authority: its level of approval is stated.'),
  RESOURCES: says(
    'Rõ nguồn lực: có ít nhất một nguồn lực không bị từ chối.',
    'Clear resources: at least one that was not refused.',
  ),
};

registerEnumType(ClarityPoint, {
  name: 'ClarityPoint',
  description: says(
    'Điểm phải rõ của đầu việc trước khi đưa vào kế hoạch được duyệt.',
    'What must be clear of a work item before it is approved into a plan.',
  ),
  valuesConfig: Object.fromEntries(Object.entries(MEANINGS).map(([point, description]) => [point, { description }])),
});

/** The clarity check of a work item, point by point (rule R3). */
@ObjectType({
  description: says(
    'Rà soát “rõ người, rõ việc, rõ nguồn lực” của đầu việc.',
    'The clarity check of a work item, point by point.',
  ),
})
export class ClarityCheck {
  @Field(() => Boolean, { description: MEANINGS.PERSON })
  person!: boolean;

  @Field(() => Boolean, { description: MEANINGS.WORK })
  work!: boolean;

  @Field(() => Boolean, { description: MEANINGS.TIME })
  time!: boolean;

  @Field(() => Boolean, { description: MEANINGS.RESPONSIBILITY })
  responsibility!: boolean;

  @Field(() => Boolean, { description: MEANINGS.PRODUCT })
  product!: boolean;

  @Field(() => Boolean, { description: MEANINGS.AUTHORITY })
  authority!: boolean;

  @Field(() => Boolean, { description: MEANINGS.RESOURCES })
  resources!: boolean;
}
