import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { Document } from './document.entity';
import { finaliseDocument } from './finalise-document';
import { submitDocument } from './submit-document';
import { approveDocument } from './approve-document';
import { returnDocument } from './return-document';
import { authoriseStep } from './load-document';
import { issueDocument } from './issue-document';
import { withdrawDocument } from './withdraw-document';
import {
  ApproveDocumentInput,
  FinaliseDocumentInput,
  IssueDocumentInput,
  ReturnDocumentInput,
  SubmitDocumentInput,
  WithdrawDocumentInput,
} from './document-step.inputs';

/** Payload of `finaliseDocument`. */
@ObjectType({ description: says('Kết quả hoàn thiện.', 'What finalising a document gives.') })
export class FinaliseDocumentPayload extends Payload {
  documentId?: string;

  @DerivedRelation(() => Document, 'documentId')
  @Field(() => Document, { nullable: true, description: says('Văn bản.', 'The document.') })
  document?: Document | null;
}

/** Payload of `submitDocument`. */
@ObjectType({ description: says('Kết quả trình.', 'What submitting a document gives.') })
export class SubmitDocumentPayload extends Payload {
  documentId?: string;

  @DerivedRelation(() => Document, 'documentId')
  @Field(() => Document, { nullable: true, description: says('Văn bản.', 'The document.') })
  document?: Document | null;
}

/** Payload of `approveDocument`. */
@ObjectType({ description: says('Kết quả phê duyệt.', 'What approving a document gives.') })
export class ApproveDocumentPayload extends Payload {
  documentId?: string;

  @DerivedRelation(() => Document, 'documentId')
  @Field(() => Document, { nullable: true, description: says('Văn bản.', 'The document.') })
  document?: Document | null;
}

/** Payload of `returnDocument`. */
@ObjectType({ description: says('Kết quả trả lại.', 'What returning a document gives.') })
export class ReturnDocumentPayload extends Payload {
  documentId?: string;

  @DerivedRelation(() => Document, 'documentId')
  @Field(() => Document, { nullable: true, description: says('Văn bản.', 'The document.') })
  document?: Document | null;
}

/** Payload of `issueDocument`. */
@ObjectType({ description: says('Kết quả ban hành.', 'What issuing a document gives.') })
export class IssueDocumentPayload extends Payload {
  documentId?: string;

  @DerivedRelation(() => Document, 'documentId')
  @Field(() => Document, { nullable: true, description: says('Văn bản.', 'The document.') })
  document?: Document | null;
}

/** Payload of `withdrawDocument`. */
@ObjectType({ description: says('Kết quả rút.', 'What withdrawing a document gives.') })
export class WithdrawDocumentPayload extends Payload {
  documentId?: string;

  @DerivedRelation(() => Document, 'documentId')
  @Field(() => Document, { nullable: true, description: says('Văn bản.', 'The document.') })
  document?: Document | null;
}

/** Mutations that take documents on their way. */
@Resolver()
export class DocumentStepResolver {
  @Mutation(() => FinaliseDocumentPayload, {
    description: says(
      'Hoàn thiện văn bản sau khi tiếp thu ý kiến.',
      'Closes the text of a document, opinions being answered.',
    ),
  })
  finaliseDocument(
    @Ctx() context: OperationContext,
    @Arg('input', () => FinaliseDocumentInput) input: FinaliseDocumentInput,
  ): Promise<FinaliseDocumentPayload> {
    return runCommand(context, 'finaliseDocument', input, finaliseDocument, authoriseStep('finalise'));
  }

  @Mutation(() => SubmitDocumentPayload, {
    description: says(
      'Trình văn bản đã hoàn thiện; thiếu gì thì nêu rõ từng mục.',
      'Submits a finalised document; whatever it lacks is named.',
    ),
  })
  submitDocument(
    @Ctx() context: OperationContext,
    @Arg('input', () => SubmitDocumentInput) input: SubmitDocumentInput,
  ): Promise<SubmitDocumentPayload> {
    return runCommand(context, 'submitDocument', input, submitDocument, authoriseStep('submit'));
  }

  @Mutation(() => ApproveDocumentPayload, {
    description: says('Ghi nhận cấp tiếp theo phê duyệt.', 'The next level of the route approves.'),
  })
  approveDocument(
    @Ctx() context: OperationContext,
    @Arg('input', () => ApproveDocumentInput) input: ApproveDocumentInput,
  ): Promise<ApproveDocumentPayload> {
    return runCommand(context, 'approveDocument', input, approveDocument, authoriseStep('approve'));
  }

  @Mutation(() => ReturnDocumentPayload, {
    description: says('Trả lại văn bản đã trình, kèm lý do.', 'Sends a submitted document back with a reason.'),
  })
  returnDocument(
    @Ctx() context: OperationContext,
    @Arg('input', () => ReturnDocumentInput) input: ReturnDocumentInput,
  ): Promise<ReturnDocumentPayload> {
    return runCommand(context, 'returnDocument', input, returnDocument, authoriseStep('return'));
  }

  @Mutation(() => IssueDocumentPayload, {
    description: says(
      'Ban hành văn bản đã được mọi cấp phê duyệt: số và ngày.',
      'Issues a document that all levels have approved: number and date.',
    ),
  })
  issueDocument(
    @Ctx() context: OperationContext,
    @Arg('input', () => IssueDocumentInput) input: IssueDocumentInput,
  ): Promise<IssueDocumentPayload> {
    return runCommand(context, 'issueDocument', input, issueDocument, authoriseStep('issue'));
  }

  @Mutation(() => WithdrawDocumentPayload, {
    description: says(
      'Rút văn bản chưa ban hành, kèm lý do.',
      'Gives a document up before it is issued, with a reason.',
    ),
  })
  withdrawDocument(
    @Ctx() context: OperationContext,
    @Arg('input', () => WithdrawDocumentInput) input: WithdrawDocumentInput,
  ): Promise<WithdrawDocumentPayload> {
    return runCommand(context, 'withdrawDocument', input, withdrawDocument, authoriseStep('withdraw'));
  }
}
