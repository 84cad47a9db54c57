import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Appendix } from '../documents/public';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { addAppendixRows } from './add-appendix-rows';
import { AddAppendixRowsInput, RemoveAppendixRowsInput } from './appendix-rows.inputs';
import { removeAppendixRows } from './remove-appendix-rows';
import { authoriseRows } from './lock-drafted-appendix';

/** Payload of `addAppendixRows`. */
@ObjectType({
  description: says(
    'Kết quả nhập phụ lục: phụ lục với các dòng mới, hoặc mọi điểm bị từ chối; không nhập dở dang.',
    'Answer to entering a list: all of it was taken, or every point that was refused.',
  ),
})
export class AddAppendixRowsPayload extends Payload {
  appendixId?: string;

  @DerivedRelation(() => Appendix, 'appendixId')
  @Field(() => Appendix, {
    nullable: true,
    description: says(
      'Phụ lục sau khi ghi, kèm số dòng hiện có và còn thiếu; trống khi bị từ chối.',
      'The list after the change, with the rows it holds and still lacks; empty when refused.',
    ),
  })
  appendix?: Appendix | null;
}

/** Payload of `removeAppendixRows`. */
@ObjectType({
  description: says(
    'Kết quả bỏ dòng khỏi phụ lục: phụ lục với các dòng còn lại, hoặc các điểm bị từ chối.',
    'Answer to shortening a list: what is left on it, or the points that were refused.',
  ),
})
export class RemoveAppendixRowsPayload extends Payload {
  appendixId?: string;

  @DerivedRelation(() => Appendix, 'appendixId')
  @Field(() => Appendix, {
    nullable: true,
    description: says(
      'Phụ lục sau khi ghi, kèm số dòng hiện có và còn thiếu; trống khi bị từ chối.',
      'The list after the change, with the rows it holds and still lacks; empty when refused.',
    ),
  })
  appendix?: Appendix | null;
}

/** Mutations of the rows of appendices. */
@Resolver()
export class AppendixRowsResolver {
  @Mutation(() => AddAppendixRowsPayload, {
    description: says(
      'Nhập các dòng của một phụ lục khi văn bản còn soạn thảo; mỗi dòng là một đầu việc.',
      'Enters rows of an appendix while its document is drafted; each is a work item.',
    ),
  })
  addAppendixRows(
    @Ctx() context: OperationContext,
    @Arg('input', () => AddAppendixRowsInput) input: AddAppendixRowsInput,
  ): Promise<AddAppendixRowsPayload> {
    return runCommand(context, 'addAppendixRows', input, addAppendixRows, authoriseRows);
  }

  @Mutation(() => RemoveAppendixRowsPayload, {
    description: says(
      'Bỏ các dòng khỏi phụ lục khi văn bản còn soạn thảo (muốn sửa thì bỏ rồi nhập lại) hoặc đã rút (để dùng lại mã của dòng).',
      'Takes rows off an appendix while its document is drafted (to correct one, take it off and enter it again) or after it was withdrawn (to use their codes again).',
    ),
  })
  removeAppendixRows(
    @Ctx() context: OperationContext,
    @Arg('input', () => RemoveAppendixRowsInput) input: RemoveAppendixRowsInput,
  ): Promise<RemoveAppendixRowsPayload> {
    return runCommand(context, 'removeAppendixRows', input, removeAppendixRows, authoriseRows);
  }
}
