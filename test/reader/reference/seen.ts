import { toGlobalId } from '../../../src/platform/lib/global-id';
import { rightsOnDocument } from './document-rights';
import { compareByKeys, ownOrder } from './own-order';
import {
  type Asker,
  maySee,
  maySeeNames,
  ownFacts,
  rightsOnDraft,
  rightsOnItem,
  rightsOnMeasurement,
  rightsOnObstacle,
  rightsOnReport,
  rightsOnRequest,
  rightsOnTarget,
} from './rights';
import type { Leaf, Shape } from './shape';
import type { Row, World } from './world';

/** The id without the moment that it may carry: it names the same row. */
export function withoutMoment(id: string): string {
  return id.replace(/@\d+\.\d+$/, '');
}

/** What one asker sees of a world: a hidden row is as if it were not there. */
export class Seen {
  private readonly visible = new Map<string, readonly Row[]>();

  constructor(
    readonly world: World,
    readonly asker: Asker,
    readonly language: 'vi' | 'en',
    /** What ids end with when the world is a past one, e.g. `@1.25`. */
    readonly moment = '',
  ) {}

  get shape(): Shape {
    return this.world.shape;
  }

  /** All visible rows of a type, in the type's own order. */
  all(type: string): readonly Row[] {
    let rows = this.visible.get(type);
    if (rows === undefined) {
      const keys = ownOrder(this.shape.type(type));
      rows = this.world
        .all(type)
        .filter((row) => maySee(this.asker, row, this.world))
        .map((row) => this.asSeen(row))
        .sort((left, right) => compareByKeys(keys, left, right));
      this.visible.set(type, rows);
    }
    return rows;
  }

  /** The row of that uuid, if it is visible. */
  one(type: string, id: unknown): Row | null {
    const row = id === null || id === undefined ? undefined : this.world.find(type, id);
    return row !== undefined && maySee(this.asker, row, this.world) ? this.asSeen(row) : null;
  }

  /** A row with the facts that depend on who asks. */
  private asSeen(row: Row): Row {
    const own = ownFacts(this.asker, row);
    return own === null ? row : { ...row, values: { ...row.values, ...own } };
  }

  /** The row of a client's id, if there is a visible one. */
  byGlobalId(id: string): Row | null {
    const type = this.shape.all.find(({ options }) => id.startsWith(`${options.prefix}_`));
    if (type === undefined) return null;
    return this.one(type.name, withoutMoment(id).slice(type.options.prefix.length + 1));
  }

  globalId(row: Row): string {
    return toGlobalId(row.type.options.prefix, row.id) + this.moment;
  }

  /** The row to which a field leads. */
  follow(row: Row, field: { readonly to: string; readonly idProperty: string }): Row | null {
    return this.one(field.to, row.values[field.idProperty]);
  }

  /** The rows of a collection, in their type's own order. */
  many(
    row: Row,
    field: { readonly of: string; readonly tie: { readonly by: string } | { readonly ids: string } },
  ): readonly Row[] {
    const { tie } = field;
    if ('by' in tie) return this.all(field.of).filter(({ values }) => [values[tie.by]].flat().includes(row.id));
    const ids = row.values[tie.ids] as readonly string[];
    return this.all(field.of).filter(({ id }) => ids.includes(id));
  }

  /** The value of a leaf, as GraphQL shows it. */
  leaf(row: Row, leaf: Leaf): unknown {
    if (leaf.name === 'id' && leaf.scalar === 'ID') return this.globalId(row);
    return row.values[leaf.name] ?? null;
  }

  /** The object that a field holds; null when there is none. */
  object(
    row: Row,
    field: { readonly name: string; readonly members: ReadonlyMap<string, Leaf> },
  ): Readonly<Record<string, unknown>> | null {
    const { values } = row;
    if (row.type.name === 'Event' && field.name === 'actor') return this.actorOf(row);
    if (field.name === 'viewerCan') return this.viewerCan(row);
    if (field.name in values) return values[field.name] as Readonly<Record<string, unknown>> | null;
    return Object.fromEntries([...field.members.keys()].map((name) => [name, values[`${field.name}.${name}`] ?? null]));
  }

  /** The row that an event is about, if it is visible. */
  subject(row: Row): Row | null {
    const { subjectType, subjectId } = row.values as { subjectType: string | null; subjectId: string | null };
    return subjectType !== null && this.shape.isReadable(subjectType) ? this.one(subjectType, subjectId) : null;
  }

  private actorOf({ values }: Row): Readonly<Record<string, unknown>> | null {
    const { actorId, actorName } = values as { actorId: string | null; actorName: string | null };
    if (actorId === null || !maySeeNames(this.asker)) return null;
    return { id: toGlobalId('ac', actorId) + this.moment, displayName: actorName ?? '' };
  }

  private viewerCan({ type, values }: Row): Readonly<Record<string, unknown>> {
    if (type.name === 'Document') return rightsOnDocument(this.asker, values);
    if (type.name === 'WorkItem')
      return rightsOnItem(this.asker, values as unknown as { leadUnitId: string; isInForce: boolean });
    if (type.name === 'Target') return rightsOnTarget(this.asker);
    if (type.name === 'Obstacle') return rightsOnObstacle(this.asker, values.state);
    if (type.name === 'AdjustmentRequest') return rightsOnRequest(this.asker, values);
    if (type.name === 'ProgressReportDraft') return rightsOnDraft(this.asker, values.unitId);
    if (type.name === 'Measurement') return rightsOnMeasurement(this.asker, values);
    const { state, unitId, submittedById, unitApprovedAt, secretariatApprovedAt } = values;
    return rightsOnReport(this.asker, {
      state,
      unitId: String(unitId),
      submittedById: String(submittedById),
      unitApprovedAt,
      secretariatApprovedAt,
    });
  }
}
