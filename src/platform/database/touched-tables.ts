import {
  type EntityMetadata,
  type EntitySubscriberInterface,
  EventSubscriber,
  type InsertEvent,
  type QueryRunner,
  type RemoveEvent,
  type UpdateEvent,
} from 'typeorm';

/** Notes on the transaction which tables it wrote, so that its events say what may have changed. */
@EventSubscriber()
export class TouchedTables implements EntitySubscriberInterface {
  afterInsert(event: InsertEvent<unknown>): void {
    note(event.queryRunner, event.metadata);
  }

  afterUpdate(event: UpdateEvent<unknown>): void {
    note(event.queryRunner, event.metadata);
  }

  afterRemove(event: RemoveEvent<unknown>): void {
    note(event.queryRunner, event.metadata);
  }
}

function note(runner: QueryRunner, metadata: EntityMetadata): void {
  const touched = runner.data.touched as Set<string> | undefined;
  touched?.add(metadata.tableName);
}
