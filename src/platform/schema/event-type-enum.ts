import { GraphQLEnumType, GraphQLNonNull, type GraphQLObjectType } from 'graphql';
import type { DeclaredEvent } from '../event-log/event-types';
import { says } from '../lib/says';

const DESCRIPTION = says(
  'Loại sự kiện. Chỉ có ở kết quả; để lọc, so sánh như văn bản. Phiên bản mới của máy chủ có thể ghi loại chưa nêu ở đây: hãy bỏ qua loại không biết.',
  'What kind of thing has happened. In answers only; filters compare it as text. A newer version of the server may state types that are not listed here: pass over those that you do not know.',
);

/** Types of events that a newer version has stated come by their names, too: while servers are replaced one by one, streams go on. */
class EventTypeEnum extends GraphQLEnumType {
  override serialize(value: unknown): string {
    return String(value);
  }
}

/** Gives `Event.type` the declared types of events. What is filtered and grouped by it stays text, so that a part of a name finds types, too. */
export function nameEventTypes(event: GraphQLObjectType, declared: readonly DeclaredEvent[]): void {
  const values = Object.fromEntries(declared.map(({ type, description }) => [type as string, { description }]));
  const field = event.getFields().type!;
  field.type = new GraphQLNonNull(new EventTypeEnum({ name: 'EventType', description: DESCRIPTION, values }));
}
