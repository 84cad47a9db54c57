import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { toGlobalId } from '../lib/global-id';
import { Node } from '../lib/node';
import { says } from '../lib/says';
import { LoggedEvent } from '../reader/logged-event.entity';
import type { Row } from '../reader/row';
import { OperationContext } from './operation-context';

/** Who brought an event about, as the log noted it then. */
@ObjectType({
  description: says('Người thực hiện, theo tên lúc đó.', 'Who brought the event about, by the name held then.'),
})
export class EventActor {
  @Field(() => ID, { description: says('Mã tài khoản.', 'Id of the account.') })
  id!: string;

  @Field(() => String, { description: says('Tên hiển thị.', 'Display name.') })
  displayName!: string;
}

/** Fields of events that lead elsewhere. */
@Resolver(() => LoggedEvent)
export class EventFields {
  @FieldResolver(() => EventActor, {
    nullable: true,
    description: says('Người thực hiện; trống nếu do hệ thống.', 'Who did it; empty for the system itself.'),
  })
  actor(@Root() event: LoggedEvent, @Ctx() context: OperationContext): EventActor | null {
    const isScreen = context.actor.roles.every((held) => held.role === 'DISPLAY');
    if (event.actorId === null || isScreen) return null;
    return { id: toGlobalId('ac', event.actorId), displayName: event.actorName ?? '' };
  }

  @FieldResolver(() => Node, {
    nullable: true,
    description: says('Đối tượng của sự kiện, nếu được xem.', 'What it happened to, where visible.'),
  })
  async subject(@Root() event: LoggedEvent, @Ctx() context: OperationContext): Promise<Row | null> {
    const type = event.subjectType === null ? undefined : context.services.registry.named(event.subjectType);
    return type === undefined ? null : context.reader.byId(type.entity, event.subjectId);
  }
}
