import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { runCommand } from '../platform/graphql/run-command';
import { Payload } from '../platform/graphql/user-error';
import { says } from '../platform/lib/says';
import { DerivedRelation } from '../platform/reader/declarations';
import { authorisePerson, createPerson } from './create-person';
import { Person } from './person.entity';
import { CreatePersonInput } from './person.inputs';

/** Payload of `createPerson`. */
@ObjectType({ description: says('Kết quả thêm người phụ trách.', 'What adding a person gives.') })
export class CreatePersonPayload extends Payload {
  personId?: string;

  @DerivedRelation(() => Person, 'personId')
  @Field(() => Person, { nullable: true, description: says('Người phụ trách.', 'The person.') })
  person?: Person | null;
}

/** Mutations of persons. */
@Resolver()
export class PersonResolver {
  @Mutation(() => CreatePersonPayload, {
    description: says('Thêm một người phụ trách.', 'Adds a person who can answer for work.'),
  })
  createPerson(
    @Ctx() context: OperationContext,
    @Arg('input', () => CreatePersonInput) input: CreatePersonInput,
  ): Promise<CreatePersonPayload> {
    return runCommand(context, 'createPerson', input, createPerson, authorisePerson);
  }
}
