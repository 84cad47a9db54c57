import { ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../platform/commands/input-fields';
import { IsCount, IsShortList, IsName, IsText } from '../platform/commands/input-rules';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { ApprovalLevel } from './route/approval-level.state';
import { DocumentKind, SectionKind } from './document-kind.state';
import { TakenOnField } from './route/taken-on.field';

/** One section as it is written. */
@InputType({ description: says('Một mục của văn bản.', 'One section of a document.') })
export class DocumentSectionInput {
  @Field(() => SectionKind, { description: says('Nội dung của mục.', 'What it is about.') })
  kind!: SectionKind;

  @IsText({ max: 50_000 })
  @Field(() => String, {
    description: says(
      'Lời văn; mỗi ý một dòng. Văn bản dài thì gửi qua HTTP: một thông điệp WebSocket tối đa 64 KB.',
      'Its text; one point a line. Long texts go over HTTP: a WebSocket message holds 64 KB at most.',
    ),
  })
  text!: string;
}

/** An appendix as it is announced. */
@InputType({ description: says('Một phụ lục.', 'An appendix.') })
export class AppendixInput {
  @IsName({ max: 40, required: true })
  @Field(() => String, { description: says('Mã số (code) phụ lục, duy nhất.', 'Code, unique.') })
  code!: string;

  @IsName({ max: 500, required: true })
  @Field(() => String, { description: says('Tên phụ lục.', 'Title.') })
  title!: string;

  @IsName({ max: 500 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Tên bằng tiếng Anh; trống thì dùng tên tiếng Việt.',
      'English title; by default the Vietnamese.',
    ),
  })
  titleEn?: string | null;

  @IsCount(1_000)
  @Field(() => Int, { description: says('Số dòng phải có.', 'Number of rows it must hold.') })
  expectedCount!: number;
}

/** Input of `draftDocument`. */
@InputType({ description: says('Một dự thảo văn bản mới.', 'A new draft.') })
export class DraftDocumentInput {
  @IsName({ max: 40, required: true })
  @Field(() => String, {
    description: says('Mã số (code) trong hệ thống, duy nhất.', 'Code within this system, unique.'),
  })
  code!: string;

  @Field(() => DocumentKind, { description: says('Loại văn bản.', 'Kind.') })
  kind!: DocumentKind;

  @IsName({ max: 500, required: true })
  @Field(() => String, { description: says('Trích yếu.', 'Title.') })
  title!: string;

  @IsName({ max: 500 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Trích yếu bằng tiếng Anh; trống thì dùng bản tiếng Việt.',
      'English title; by default the Vietnamese.',
    ),
  })
  titleEn?: string | null;

  @IsName({ max: 100 })
  @Field(() => String, { nullable: true, description: says('Số hiệu chương trình.', 'Code of the programme.') })
  programmeCode?: string | null;

  @IsText({ max: 100 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Mã số (code) đơn vị soạn thảo; trống thì là đơn vị của người soạn, hoặc cơ quan thường trực.',
      'Code of the drafting unit; by default the drafter’s.',
    ),
  })
  draftingUnitCode?: string | null;

  @Field(() => ApprovalLevel, { description: says('Cấp phê duyệt.', 'Level of approval.') })
  approvalLevel!: ApprovalLevel;

  @IdField(says('Văn bản mà nó triển khai thực hiện.', 'The document that it carries out.'), {
    nullable: true,
    found: 'document',
  })
  implementsId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: says('Hạn trình.', 'By when it is to be submitted.') })
  submitBy?: string | null;

  @Field(() => DateScalar, { nullable: true, description: says('Hạn ban hành.', 'By when it is to be issued.') })
  issueBy?: string | null;

  @IsShortList(10)
  @ValidateNested({ each: true })
  @Field(() => [DocumentSectionInput], {
    nullable: true,
    description: says('Các mục; có thể bổ sung sau.', 'Sections; more can come with a revision.'),
  })
  sections?: DocumentSectionInput[] | null;

  @IsShortList(10)
  @ValidateNested({ each: true })
  @Field(() => [AppendixInput], { nullable: true, description: says('Các phụ lục.', 'Appendices.') })
  appendices?: AppendixInput[] | null;

  @TakenOnField()
  takenOn?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `reviseDocument`. */
@InputType({ description: says('Một bản mới của văn bản.', 'A new version of a document.') })
export class ReviseDocumentInput {
  @IdField(says('Mã định danh (id) của văn bản.', 'Id of the document.'), { found: 'document' })
  documentId!: string;

  @Field(() => Int, {
    nullable: true,
    description: says('Số của bản mới nhất mà bạn đã xem.', 'Number of the newest version that you saw.'),
  })
  expectedVersion?: number | null;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, {
    description: says(
      'Nội dung thay đổi; lý do, nếu đổi hạn hoặc cấp phê duyệt.',
      'What is changed, in words; the reason for another deadline or level.',
    ),
  })
  note!: string;

  @IsShortList(10)
  @ValidateNested({ each: true })
  @Field(() => [DocumentSectionInput], {
    nullable: true,
    description: says('Các mục thay đổi; mục không nêu giữ nguyên.', 'Sections that change; the others stay.'),
  })
  sections?: DocumentSectionInput[] | null;

  @IsName({ max: 500 })
  @Field(() => String, { nullable: true, description: says('Trích yếu mới.', 'New title.') })
  title?: string | null;

  @IsName({ max: 500 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Trích yếu mới bằng tiếng Anh; trống thì giữ, hoặc theo bản tiếng Việt nếu vốn lấy từ đó.',
      'New English title; without one it stays, or follows the Vietnamese one from which it was taken.',
    ),
  })
  titleEn?: string | null;

  @Field(() => ApprovalLevel, {
    nullable: true,
    description: says(
      'Cấp phê duyệt mới; chỉ cơ quan thường trực hoặc Trưởng Ban Chỉ đạo.',
      'New level of approval; by the secretariat or the head alone.',
    ),
  })
  approvalLevel?: ApprovalLevel | null;

  @IdField(
    says(
      'Văn bản mà nó triển khai thực hiện; null thì bỏ liên kết.',
      'The document that it carries out; null unlinks it.',
    ),
    { nullable: true, found: 'document' },
  )
  implementsId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Hạn trình mới; hạn đã đặt chỉ cơ quan thường trực hoặc Trưởng Ban Chỉ đạo được đổi.',
      'New date for its submission; one that was set is changed by the secretariat or the head alone.',
    ),
  })
  submitBy?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Hạn ban hành mới; hạn đã đặt chỉ cơ quan thường trực hoặc Trưởng Ban Chỉ đạo được đổi.',
      'New date for its issue; one that was set is changed by the secretariat or the head alone.',
    ),
  })
  issueBy?: string | null;

  @IsShortList(10)
  @ValidateNested({ each: true })
  @Field(() => [AppendixInput], {
    nullable: true,
    description: says(
      'Các phụ lục thêm vào; mã phụ lục của chính văn bản thì sửa tên và số dòng của phụ lục đó.',
      'Appendices to add; one with the code of an appendix of this document corrects its title and its number of rows.',
    ),
  })
  appendices?: AppendixInput[] | null;

  @IsShortList(10)
  @Field(() => [String], {
    nullable: true,
    description: says(
      'Mã số (code) của các phụ lục bỏ đi; phụ lục không còn dòng nào.',
      'Codes of appendices to take off; they hold no rows.',
    ),
  })
  removeAppendixCodes?: string[] | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
