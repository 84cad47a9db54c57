import { ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { ApprovalLevel } from '../../documents/public';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsCount, IsShortList, IsName, IsText } from '../../platform/commands/input-rules';
import { DateScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';
import { ResourceInput } from '../resources/resource.inputs';
import { WorkItemKind } from '../items/work-item.kinds';

/** One row of a list as it is entered. */
@InputType({
  description: says(
    'Một dòng của phụ lục khi nhập: một đầu việc với đơn vị chủ trì và thời hạn.',
    'One work item as it is entered on a list, with its lead unit and dates.',
  ),
})
export class AppendixRowInput {
  @IsCount(1_000)
  @Field(() => Int, {
    description: says(
      'Số thứ tự của dòng, từ 1 đến 1.000; mỗi số chỉ dùng một lần trong phụ lục.',
      'Place on the list, 1 to 1,000, each used once.',
    ),
  })
  number!: number;

  @IsName({ max: 40 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Mã số (code) đầu việc, duy nhất, tối đa 40 ký tự; trống thì ghép từ mã số phụ lục và số thứ tự.',
      'Code by which people know the item, used once, at most 40 characters; left out, it is made of the appendix’s code and the number.',
    ),
  })
  code?: string | null;

  @Field(() => WorkItemKind, {
    description: says(
      'Đề án, dự án, chương trình, kế hoạch hay nhiệm vụ.',
      'Scheme, project, programme, plan or task, as the document says.',
    ),
  })
  kind!: WorkItemKind;

  @IsName({ max: 1_000, required: true })
  @Field(() => String, {
    description: says(
      'Tên đầy đủ bằng tiếng Việt như trong văn bản, tối đa 1.000 ký tự.',
      'Full Vietnamese name, as in the document, at most 1,000 characters.',
    ),
  })
  title!: string;

  @IsName({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Tên bằng tiếng Anh; trống thì dùng tên tiếng Việt.',
      'English title; by default the Vietnamese.',
    ),
  })
  titleEn?: string | null;

  @IsName({ max: 24 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Tên rút gọn, tối đa 24 ký tự; trống thì lấy phần đầu của tên.',
      'Short name, at most 24 characters; by default the beginning of the title.',
    ),
  })
  shortName?: string | null;

  @IsName({ max: 100, required: true })
  @Field(() => String, {
    description: says(
      'Mã số (code) của đơn vị chủ trì, ví dụ `so-khcn`; không phân biệt hoa thường.',
      'Code, not id, of the body that answers for it, for instance `so-khcn`, in whatever case.',
    ),
  })
  leadUnitCode!: string;

  @Field(() => DateScalar, {
    description: says(
      'Ngày bắt đầu thực hiện, không sau hạn hoàn thành.',
      'First day of the work, not after the due date.',
    ),
  })
  startsOn!: string;

  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối phải hoàn thành; từ hôm sau là quá hạn.',
      'Last day on time; the item is overdue from the day after.',
    ),
  })
  dueOn!: string;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Điều đầu việc phải đạt, cụ thể; có thể bổ sung sau, trước khi trình kế hoạch.',
      'What the item is to reach; may follow later, before the plan is submitted.',
    ),
  })
  concreteObjective?: string | null;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Văn bản, công trình hoặc kết quả làm ra; có thể bổ sung sau, trước khi trình kế hoạch.',
      'The paper, building or result that comes of it; may follow later, before the plan is submitted.',
    ),
  })
  product?: string | null;

  @Field(() => ApprovalLevel, {
    nullable: true,
    description: says(
      'Cấp cao nhất phải phê duyệt sản phẩm; có thể bổ sung sau, trước khi trình kế hoạch.',
      'The highest authority that has to approve the product; may follow later.',
    ),
  })
  approvalLevel?: ApprovalLevel | null;

  @IdField(
    says(
      'Mã định danh (id) của người chịu trách nhiệm, thuộc đơn vị chủ trì.',
      'Id of the person of the lead unit who answers for it.',
    ),
    { nullable: true },
  )
  responsiblePersonId?: string | null;

  @IsShortList(20)
  @ValidateNested({ each: true })
  @Field(() => [ResourceInput], {
    nullable: true,
    description: says(
      'Tối đa 20 nguồn lực đề xuất để thực hiện: kinh phí, nhân lực, cơ sở vật chất, dữ liệu.',
      'At most 20 proposals of what it is done with: funds, personnel, facilities, data.',
    ),
  })
  resources?: ResourceInput[] | null;
}

/** Input of `addAppendixRows`. */
@InputType({
  description: says(
    'Các dòng nhập vào một phụ lục còn soạn thảo: nhập tất cả hoặc không dòng nào.',
    'What is entered on the list of a draft: all of it, or nothing.',
  ),
})
export class AddAppendixRowsInput {
  @IdField(says('Mã định danh (id) của phụ lục.', 'Id of the appendix.'), { found: 'appendix' })
  appendixId!: string;

  @IsShortList(200, { required: true })
  @ValidateNested({ each: true })
  @Field(() => [AppendixRowInput], {
    description: says(
      'Từ 1 đến 200 dòng; một dòng sai thì không dòng nào được nhập.',
      '1 to 200 items; if one is refused, none is entered.',
    ),
  })
  rows!: AppendixRowInput[];

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `removeAppendixRows`. */
@InputType({
  description: says(
    'Những dòng bỏ khỏi phụ lục, nêu bằng số thứ tự, và lý do.',
    'Which work items leave a list, told by their numbers, and why.',
  ),
})
export class RemoveAppendixRowsInput {
  @IdField(says('Mã định danh (id) của phụ lục.', 'Id of the appendix.'), { found: 'appendix' })
  appendixId!: string;

  @IsShortList(200, { required: true })
  @Field(() => [Int], {
    description: says(
      'Số thứ tự trong phụ lục của 1 đến 200 dòng cần bỏ.',
      'Places on the list of the 1 to 200 items that leave it.',
    ),
  })
  numbers!: number[];

  @IsText({ max: 1_000, required: true })
  @Field(() => String, {
    description: says(
      'Vì sao bỏ các dòng; ghi vào nhật ký, tối đa 1.000 ký tự.',
      'Why they are taken off, for the log; at most 1,000 characters.',
    ),
  })
  reason!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
