import { Field, ObjectType } from 'type-graphql';
import { says } from '../../platform/lib/says';
import { declareEnum, describeValue, type EnumValue } from '../../platform/reader/model/declare-enum';
import { ClarityPoint } from './clarity.state';

/** What each point means, in the words of the check. */
const MEANINGS: Readonly<Record<ClarityPoint, EnumValue>> = {
  PERSON: {
    word: { vi: 'Rõ người', en: 'Clear person' },
    explained: { vi: 'có người chịu trách nhiệm.', en: 'somebody answers for it.' },
  },
  WORK: {
    word: { vi: 'Rõ việc', en: 'Clear work' },
    explained: { vi: 'có mục tiêu cụ thể.', en: 'its concrete objective is stated.' },
  },
  TIME: {
    word: { vi: 'Rõ thời gian', en: 'Clear time' },
    explained: {
      vi: 'bắt đầu và hạn nằm trong thời gian của chương trình.',
      en: 'start and due date lie within the years of the programme.',
    },
  },
  RESPONSIBILITY: {
    word: { vi: 'Rõ trách nhiệm', en: 'Clear responsibility' },
    explained: {
      vi: 'đơn vị chủ trì, hoặc một đơn vị kế thừa toàn bộ, đang hoạt động.',
      en: 'the lead unit, or one that holds all its matters, is there today.',
    },
  },
  PRODUCT: {
    word: { vi: 'Rõ sản phẩm', en: 'Clear product' },
    explained: {
      vi: 'đã nêu đầu việc làm ra văn bản, công trình hay kết quả gì.',
      en: 'it is stated in words what comes out of the work.',
    },
  },
  AUTHORITY: {
    word: { vi: 'Rõ thẩm quyền', en: 'Clear authority' },
    explained: { vi: 'có cấp phê duyệt.', en: 'its level of approval is stated.' },
  },
  RESOURCES: {
    word: { vi: 'Rõ nguồn lực', en: 'Clear resources' },
    explained: { vi: 'có ít nhất một nguồn lực không bị từ chối.', en: 'at least one that was not refused.' },
  },
};

declareEnum(ClarityPoint, {
  name: 'ClarityPoint',
  description: says(
    'Điểm phải rõ của đầu việc trước khi đưa vào kế hoạch được duyệt.',
    'What must be clear of a work item before it is approved into a plan.',
  ),
  values: MEANINGS,
});

/** The clarity check of a work item, point by point (rule R3). */
@ObjectType({
  description: says(
    'Rà soát “rõ người, rõ việc, rõ nguồn lực” của đầu việc.',
    'The clarity check of a work item, point by point.',
  ),
})
export class ClarityCheck {
  @Field(() => Boolean, { description: describeValue(MEANINGS.PERSON) })
  person!: boolean;

  @Field(() => Boolean, { description: describeValue(MEANINGS.WORK) })
  work!: boolean;

  @Field(() => Boolean, { description: describeValue(MEANINGS.TIME) })
  time!: boolean;

  @Field(() => Boolean, { description: describeValue(MEANINGS.RESPONSIBILITY) })
  responsibility!: boolean;

  @Field(() => Boolean, { description: describeValue(MEANINGS.PRODUCT) })
  product!: boolean;

  @Field(() => Boolean, { description: describeValue(MEANINGS.AUTHORITY) })
  authority!: boolean;

  @Field(() => Boolean, { description: describeValue(MEANINGS.RESOURCES) })
  resources!: boolean;
}
