import { Arg, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { says } from '../platform/lib/says';
import { deriveDifference, type LineChange } from './derive-difference';
import { SectionKind } from './document-kind.state';
import { DocumentVersion } from './document-version.entity';

/** One line that differs between two versions. */
@ObjectType({ description: says('Một dòng khác nhau giữa hai bản.', 'A line that differs between two versions.') })
class VersionDifference implements LineChange {
  @Field(() => SectionKind, { description: says('Mục.', 'Section.') })
  section!: SectionKind;

  @Field(() => String, {
    nullable: true,
    description: says('Trước; trống nếu thêm mới.', 'As it was; empty where new.'),
  })
  before!: string | null;

  @Field(() => String, { nullable: true, description: says('Sau; trống nếu bỏ đi.', 'As it is; empty where removed.') })
  after!: string | null;
}

/** Fields of versions that are computed in code. */
@Resolver(() => DocumentVersion)
export class DocumentVersionFields {
  @FieldResolver(() => [VersionDifference], {
    description: says(
      'Những dòng khác với một bản trước: mặc định là bản liền trước.',
      'The lines that differ from a version before it: by default the one just before.',
    ),
  })
  difference(
    @Root() { textsUpTo }: DocumentVersion,
    @Arg('since', () => Int, {
      nullable: true,
      description: says('Số của bản đem so; 0 là trước bản đầu tiên.', 'Number of the version to compare with.'),
    })
    since: number | null,
  ): LineChange[] {
    const own = textsUpTo.at(-1)!;
    const textsOf = (number: number) => textsUpTo.find((version) => version.number === number)?.sections ?? {};
    return deriveDifference(textsOf(since ?? own.number - 1), own.sections);
  }
}
