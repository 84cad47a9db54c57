import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver } from 'type-graphql';
import { says } from '../lib/says';
import { CursorScalar } from '../lib/scalars';
import { hasRole, ROLES } from '../access/actor';
import type { AnyRelation, ComputedField, ContributedFact } from '../reader/model/declarations';
import { LoggedEvent } from '../reader/model/logged-event.entity';
import { OperationContext } from './operation-context';

/** Who brought an event about, as the log noted it then. */
@ObjectType({
  description: says('Người thực hiện, theo tên lúc đó.', 'Who brought the event about, by the name held then.'),
})
export class EventActor {
  @Field(() => ID, { description: says('Mã định danh (id) của tài khoản.', 'Id of the account.') })
  id!: string;

  @Field(() => String, { description: says('Tên hiển thị.', 'Display name.') })
  displayName!: string;
}

/** Fields of events that only a subscription knows. */
@Resolver(() => LoggedEvent)
export class EventFields {
  @FieldResolver(() => CursorScalar, {
    nullable: true,
    description: says(
      'Trong đăng ký nhận sự kiện: vị trí của sự kiện được gửi ngay trước; bằng nhau là không mất gì.',
      'On a subscription: cursor of the event delivered before this one (the first: `after`, else the head when it began).',
    ),
  })
  previous(@Ctx() context: OperationContext): string | null {
    return context.previousCursor;
  }
}

const people = ROLES.filter((role) => role !== 'DISPLAY');

/** Who did it; a room needs no names of officials. */
export const eventActor: ContributedFact = {
  on: LoggedEvent,
  field: 'actor',
  type: 'EventActor',
  description: says('Người thực hiện; trống nếu do hệ thống.', 'Who did it; empty for the system itself.'),
  sql: (row, { actor, globalId }) =>
    hasRole(actor, ...people)
      ? `(case when ${row}.actor_id is not null
          then json_build_object('id', ${globalId('ac', `${row}.actor_id`)}, 'displayName', coalesce(${row}.actor_name, '')) end)`
      : 'null::json',
};

/** What it happened to. */
export const eventSubject: AnyRelation = {
  on: LoggedEvent,
  field: 'subject',
  typeProperty: 'subjectType',
  idProperty: 'subjectId',
  description: says('Đối tượng của sự kiện, nếu được xem.', 'What it happened to, where visible.'),
};

/** `previous` reads nothing of the event. */
export const eventPrevious: ComputedField = { on: LoggedEvent, field: 'previous', needs: [] };
