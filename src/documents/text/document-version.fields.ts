import { Arg, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { says } from '../../platform/lib/says';
import { deriveDifference, type LineChange, type SectionTexts } from './derive-difference';
import { SectionKind } from '../document-kind.state';
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

interface Compared {
  readonly before: SectionTexts;
  readonly after: SectionTexts;
}

/** A version with what was read to compare it. */
interface ComparedVersion {
  readonly compared: Compared & { readonly titles: Compared | null };
}

/** Fields of versions that are computed in code. */
@Resolver(() => DocumentVersion)
export class DocumentVersionFields {
  @FieldResolver(() => [VersionDifference], {
    description: says(
      'Những dòng khác với một bản khác, kể cả trích yếu: mặc định là bản liền trước. Mục thay đổi quá nhiều thì nêu cả đoạn cũ và đoạn mới.',
      'The lines that differ from another version, titles included: by default the one just before. Where very much changed, the whole passage before and after.',
    ),
  })
  difference(
    @Root() { compared }: ComparedVersion,
    @Arg('since', () => Int, {
      nullable: true,
      description: says('Số của bản đem so; 0 là trước bản đầu tiên.', 'Number of the version to compare with.'),
    })
    _since: number | null,
  ): LineChange[] {
    const { before, after, titles } = compared;
    // of the first version nothing was called otherwise
    return deriveDifference({ ...titles?.before, ...before }, { ...titles?.after, ...after });
  }
}
