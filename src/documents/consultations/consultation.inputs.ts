import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsShortList, IsName, IsText } from '../../platform/commands/input-rules';
import { DateScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';
import { Opinion, OpinionVerdict } from './opinion.state';
import { TakenOnField } from '../route/taken-on.field';

/** Input of `sendForOpinions`. */
@InputType({ description: says('Gửi dự thảo xin ý kiến.', 'A draft sent out for opinions.') })
export class SendForOpinionsInput {
  @IdField(says('Mã định danh (id) của văn bản.', 'Id of the document.'), { found: 'document' })
  documentId!: string;

  @IsShortList(200)
  @Field(() => [String], {
    description: says('Mã số (code) của các đơn vị được hỏi.', 'Codes of the units that are asked.'),
  })
  unitCodes!: string[];

  @Field(() => DateScalar, { description: says('Hạn trả lời.', 'By when they are to answer.') })
  dueOn!: string;

  @TakenOnField()
  takenOn?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `recordOpinion`. */
@InputType({ description: says('Ý kiến của một đơn vị được hỏi.', 'The opinion of a unit that was asked.') })
export class RecordOpinionInput {
  @IdField(says('Mã định danh (id) của văn bản.', 'Id of the document.'), { found: 'document' })
  documentId!: string;

  @IsName({ max: 100, required: true })
  @Field(() => String, {
    description: says('Mã số (code) đơn vị cho ý kiến.', 'Code of the unit that gives its opinion.'),
  })
  unitCode!: string;

  @Field(() => Opinion, { description: says('Ý kiến.', 'Opinion.') })
  opinion!: Opinion;

  @IsText({ max: 10_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Nội dung góp ý; bắt buộc nếu không nhất trí hoàn toàn.', 'Comments; needed unless it agrees.'),
  })
  text?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày trên văn bản trả lời, từ ngày gửi đến hôm nay; mặc định là hôm nay. Ngày trước hôm nay do cơ quan thường trực ghi.',
      'Date on the letter, from the day of asking up to today, which is the default. An earlier day is entered by the secretariat.',
    ),
  })
  answeredOn?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `answerOpinion`. */
@InputType({ description: says('Giải trình tiếp thu một ý kiến.', 'What becomes of an opinion.') })
export class AnswerOpinionInput {
  @IdField(says('Mã định danh (id) của lượt xin ý kiến.', 'Id of the consultation.'))
  consultationId!: string;

  @Field(() => OpinionVerdict, { description: says('Tiếp thu hay không.', 'Whether it is taken in.') })
  verdict!: OpinionVerdict;

  @IsText({ max: 4_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Vì sao; bắt buộc nếu không tiếp thu toàn bộ.', 'Why; needed unless all of it is taken in.'),
  })
  reason?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
