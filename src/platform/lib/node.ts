import { Field, ID, InterfaceType } from 'type-graphql';
import { ROW_ID } from './row-words';
import { says } from './says';

/** Anything that has an id: `node(id)` finds it again. */
@InterfaceType({
  description: says(
    'Đối tượng có mã định danh duy nhất trên toàn hệ thống.',
    'Anything with an id that is unique over all types.',
  ),
})
export abstract class Node {
  @Field(() => ID, { description: ROW_ID })
  id!: string;
}
