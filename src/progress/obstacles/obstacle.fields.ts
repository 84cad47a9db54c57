import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { says } from '../../platform/lib/says';
import { OperationContext } from '../../platform/schema/operation-context';
import { givingUnitOf, Target } from '../../targets/public';
import { Obstacle } from './obstacle.entity';
import { rightsOnObstacle } from './obstacle.policy';

/** What the viewer may do with an obstacle. */
@ObjectType({ description: says('Việc người xem được làm với vướng mắc.', 'What the viewer may do with an obstacle.') })
export class ObstacleRights {
  @Field(() => Boolean, {
    description: says('Người xem có được nhận xử lý lúc này không.', 'Whether the viewer may take it up now.'),
  })
  takeUp!: boolean;

  @Field(() => Boolean, {
    description: says(
      'Người xem có được ghi quyết định tháo gỡ lúc này không.',
      'Whether the viewer may record now what was decided on it.',
    ),
  })
  resolve!: boolean;
}

/** What the viewer may do with a target. */
@ObjectType({ description: says('Việc người xem được làm với chỉ tiêu.', 'What the viewer may do with a target.') })
export class TargetRights {
  @Field(() => Boolean, {
    description: says(
      'Người xem có được nêu vướng mắc của chỉ tiêu không: là cán bộ báo cáo của một đơn vị.',
      'Whether the viewer may raise an obstacle of it: as reporter of a unit.',
    ),
  })
  raiseObstacle!: boolean;
}

const RIGHTS = says(
  'Những thao tác người xem được làm lúc này, theo vai trò và trạng thái; dùng để hiện hoặc ẩn nút.',
  'Which actions are open to who asks, by roles and state, at this moment; for showing or hiding buttons.',
);

/** Fields of obstacles that are computed in code. */
@Resolver(() => Obstacle)
export class ObstacleFields {
  @FieldResolver(() => ObstacleRights, { description: RIGHTS })
  viewerCan(@Root() obstacle: Obstacle, @Ctx() context: OperationContext): ObstacleRights {
    return rightsOnObstacle(context.actor, obstacle);
  }
}

/** What obstacles add to targets. */
@Resolver(() => Target)
export class TargetObstacleFields {
  @FieldResolver(() => TargetRights, { description: RIGHTS })
  viewerCan(@Ctx() context: OperationContext): TargetRights {
    return { raiseObstacle: givingUnitOf(context.actor) !== null };
  }
}
