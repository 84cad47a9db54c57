import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { Consultation } from './consultation.entity';
import { Document } from './document.entity';
import { sendForOpinions } from './send-for-opinions';
import { authoriseStep } from './load-document';
import { authoriseOpinion, recordOpinion } from './record-opinion';
import { answerOpinion, authoriseAnswer } from './answer-opinion';
import { AnswerOpinionInput, RecordOpinionInput, SendForOpinionsInput } from './consultation.inputs';

/** Payload of `sendForOpinions`. */
@ObjectType({ description: says('Kết quả gửi xin ý kiến.', 'What sending a draft for opinions gives.') })
export class SendForOpinionsPayload extends Payload {
  documentId?: string;

  @DerivedRelation(() => Document, 'documentId')
  @Field(() => Document, { nullable: true, description: says('Văn bản.', 'The document.') })
  document?: Document | null;
}

/** Payload of `recordOpinion`. */
@ObjectType({ description: says('Kết quả ghi ý kiến.', 'What recording an opinion gives.') })
export class RecordOpinionPayload extends Payload {
  consultationId?: string;

  @DerivedRelation(() => Consultation, 'consultationId')
  @Field(() => Consultation, { nullable: true, description: says('Lượt xin ý kiến.', 'The consultation.') })
  consultation?: Consultation | null;
}

/** Payload of `answerOpinion`. */
@ObjectType({ description: says('Kết quả giải trình.', 'What answering an opinion gives.') })
export class AnswerOpinionPayload extends Payload {
  consultationId?: string;

  @DerivedRelation(() => Consultation, 'consultationId')
  @Field(() => Consultation, { nullable: true, description: says('Lượt xin ý kiến.', 'The consultation.') })
  consultation?: Consultation | null;
}

/** Mutations of opinions on drafts. */
@Resolver()
export class ConsultationResolver {
  @Mutation(() => SendForOpinionsPayload, {
    description: says(
      'Gửi dự thảo xin ý kiến các đơn vị, bộ, có thời hạn.',
      'Sends a draft to units and the ministry for their opinions, by a date.',
    ),
  })
  sendForOpinions(
    @Ctx() context: OperationContext,
    @Arg('input', () => SendForOpinionsInput) input: SendForOpinionsInput,
  ): Promise<SendForOpinionsPayload> {
    return runCommand(context, 'sendForOpinions', input, sendForOpinions, authoriseStep('sendForOpinions'));
  }

  @Mutation(() => RecordOpinionPayload, {
    description: says('Ghi ý kiến của một đơn vị được hỏi.', 'Records the opinion of a unit that was asked.'),
  })
  recordOpinion(
    @Ctx() context: OperationContext,
    @Arg('input', () => RecordOpinionInput) input: RecordOpinionInput,
  ): Promise<RecordOpinionPayload> {
    return runCommand(context, 'recordOpinion', input, recordOpinion, authoriseOpinion);
  }

  @Mutation(() => AnswerOpinionPayload, {
    description: says(
      'Giải trình một ý kiến: tiếp thu hay không, và vì sao.',
      'Answers an opinion: taken in or not, and why.',
    ),
  })
  answerOpinion(
    @Ctx() context: OperationContext,
    @Arg('input', () => AnswerOpinionInput) input: AnswerOpinionInput,
  ): Promise<AnswerOpinionPayload> {
    return runCommand(context, 'answerOpinion', input, answerOpinion, authoriseAnswer);
  }
}
