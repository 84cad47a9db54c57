import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { Document } from './document.entity';
import { authoriseDraft, draftDocument } from './draft-document';
import { authoriseStep } from './load-document';
import { reviseDocument } from './revise-document';
import { DraftDocumentInput, ReviseDocumentInput } from './document.inputs';

/** Payload of `draftDocument`. */
@ObjectType({ description: says('Kết quả lập dự thảo.', 'What drafting a document gives.') })
export class DraftDocumentPayload extends Payload {
  documentId?: string;

  @DerivedRelation(() => Document, 'documentId')
  @Field(() => Document, { nullable: true, description: says('Văn bản.', 'The document.') })
  document?: Document | null;
}

/** Payload of `reviseDocument`. */
@ObjectType({ description: says('Kết quả chỉnh sửa.', 'What revising a document gives.') })
export class ReviseDocumentPayload extends Payload {
  documentId?: string;

  @DerivedRelation(() => Document, 'documentId')
  @Field(() => Document, { nullable: true, description: says('Văn bản.', 'The document.') })
  document?: Document | null;
}

/** Mutations that write the text of documents. */
@Resolver()
export class DocumentTextResolver {
  @Mutation(() => DraftDocumentPayload, {
    description: says('Lập dự thảo một văn bản.', 'Begins a document.'),
  })
  draftDocument(
    @Ctx() context: OperationContext,
    @Arg('input', () => DraftDocumentInput) input: DraftDocumentInput,
  ): Promise<DraftDocumentPayload> {
    return runCommand(context, 'draftDocument', input, draftDocument, authoriseDraft);
  }

  @Mutation(() => ReviseDocumentPayload, {
    description: says(
      'Lập bản mới của dự thảo; bản trước được giữ nguyên.',
      'Writes a new version of a draft; those before stay.',
    ),
  })
  reviseDocument(
    @Ctx() context: OperationContext,
    @Arg('input', () => ReviseDocumentInput) input: ReviseDocumentInput,
  ): Promise<ReviseDocumentPayload> {
    return runCommand(context, 'reviseDocument', input, reviseDocument, authoriseStep('revise'));
  }
}
