import type { FieldNode } from 'graphql';
import { isSupposedId, parseGlobalId, momentOfId } from '../../lib/global-id';
import { plainText } from '../../lib/text-forms';
import { changesJson } from './changes';
import type { Compiler } from './compiler';
import { connectionJson } from '../lists/connection';
import { UNTIED } from '../lists/list-source';
import type { SingletonField } from '../model/declarations';
import type { Supposition } from '../model/supposition';
import { type ArgumentValue, givenArguments } from '../lists/argument-value';
import { type Past, pastTime } from './past-time';
import { planSupposition } from './plan-supposition';
import { ReadError } from '../read-error';
import type { ReadableType } from '../model/registry';
import { jsonObject, literal } from './sql-forms';
import { Scope, type RunValues, type Statement } from './statement';
import { supposedTime } from './supposed-time';

/** Root fields that domains declare. */
export interface DeclaredRoots {
  readonly singles: readonly SingletonField[];
  readonly suppositions: readonly Supposition[];
}

/** Writes the fields of the roots `Query` and `Snapshot`: lists, single things, `node`, who asks, the past, what is supposed. */
export class RootWriter {
  constructor(
    private readonly compiler: Compiler,
    private readonly roots: DeclaredRoots,
    private readonly statement: Statement,
  ) {}

  /** JSON of a root field; null when it is resolved in code. */
  json(nodes: readonly FieldNode[], scope: Scope): string | null {
    const name = nodes[0]!.name.value;
    if (name === '__typename') return `'"${scope.time.idSuffix === null ? 'Query' : 'Snapshot'}"'`;
    const { registry } = this.compiler.model;
    const list = registry.types.find((type) => type.options.list === name);
    if (list !== undefined) return connectionJson(this.compiler, list, UNTIED, this.given(nodes), nodes, scope);
    const one = registry.types.find((type) => type.options.one?.field === name);
    if (one !== undefined) return this.oneJson(one, nodes, scope);
    if (name === 'node') return this.nodeJson(nodes, scope);
    if (name === 'asOf') return this.pastJson(nodes, scope);
    if (name === 'changes') return changesJson(this.compiler, this.given(nodes), nodes, scope);
    const supposition = this.roots.suppositions.find(({ field }) => field === name);
    if (supposition !== undefined) return this.supposedJson(supposition, nodes, scope);
    const single = this.roots.singles.find(({ field }) => field === name);
    return single === undefined ? null : this.singleJson(single, nodes, scope);
  }

  private given(nodes: readonly FieldNode[]): ReadonlyMap<string, ArgumentValue> {
    const field = this.compiler.objectType('Query').getFields()[nodes[0]!.name.value]!;
    return givenArguments(field, nodes[0]!, this.compiler.collector);
  }

  private oneJson(type: ReadableType, nodes: readonly FieldNode[], scope: Scope): string {
    const { by } = type.options.one!;
    const { column, sqlType } = type.stored.get(by)!;
    const isPlain = type.options.machineTexts?.includes(by) !== true;
    const value = this.given(nodes).get(by)!;
    const bound = this.statement.bind((run) => plainText(String(value.read(run.variables))), sqlType);
    return this.compiler.oneJson(
      type,
      (row) => `${isPlain ? `plain_text(${row}."${column}")` : `${row}."${column}"`} = ${bound}`,
      nodes,
      scope,
    );
  }

  /** The type of an id is part of the variables' shape, so the statement reads one table. */
  private nodeJson(nodes: readonly FieldNode[], scope: Scope): string {
    const given = this.given(nodes).get('id')!;
    const id = parseGlobalId(String(given.value));
    const type =
      id === null ? undefined : this.compiler.model.nodeTypes.find((entry) => entry.options.prefix === id.prefix);
    if (type === undefined) return 'null::json';
    // what was only supposed is there below its own field alone
    if (isSupposedId(String(given.value)) && (scope.time.idSuffix === null || scope.time.isPast)) throw ofSupposed();
    const uuid = this.statement.bind((run) => parseGlobalId(String(given.read(run.variables)))!.uuid, 'uuid');
    const moment = momentOfId(String(given.value));
    const read =
      moment === null || scope.time.idSuffix !== null
        ? scope
        : this.pastScope({ cursor: (run) => momentOfId(String(given.read(run.variables))) }, scope);
    return this.compiler.oneJson(type, (row) => `${row}."${type.id.column}" = ${uuid}`, nodes, read);
  }

  private pastJson(nodes: readonly FieldNode[], scope: Scope): string {
    const given = this.given(nodes);
    return this.snapshotJson(nodes, this.pastScope(pastOf(given.get('at'), given.get('cursor')), scope));
  }

  private supposedJson(declared: Supposition, nodes: readonly FieldNode[], scope: Scope): string {
    const planned = planSupposition(
      declared,
      this.given(nodes).get(declared.argument)!,
      scope,
      this.compiler.model.registry,
    );
    return this.snapshotJson(nodes, new Scope(this.statement, scope.actor, supposedTime(this.statement, planned)));
  }

  private snapshotJson(nodes: readonly FieldNode[], scope: Scope): string {
    const snapshot = this.compiler.objectType('Snapshot');
    const columns = [...this.compiler.collector.below(snapshot, nodes)].map(([key, below]) => {
      const sql = this.json(below, scope)!;
      // a name is JSON text already at the roots; within an object it is a value
      return `${below[0]!.name.value === '__typename' ? `'Snapshot'::text` : sql} as "${key}"`;
    });
    return jsonObject(columns);
  }

  private pastScope(past: Past, scope: Scope): Scope {
    return new Scope(this.statement, scope.actor, pastTime(this.statement, past));
  }

  /** Something of which there is one, as JSON. */
  singleJson(single: SingletonField, nodes: readonly FieldNode[], scope: Scope): string {
    if (single.isPersonal) this.statement.isPersonal = true;
    for (const table of single.tables) this.statement.tags.add(table);
    const type = this.compiler.objectType(single.type.name);
    const columns = [...this.compiler.collector.below(type, nodes)].map(([key, below]) => {
      const name = below[0]!.name.value;
      if (name === '__typename') return `${literal(type.name)}::text as "${key}"`;
      if (single.momentary.includes(name)) this.statement.isMomentary = true;
      const relation = single.relations[name];
      if (relation === undefined) return `${single.properties[name]!(scope)} as "${key}"`;
      const to = this.compiler.model.registry.of(relation.to);
      const condition = (row: string) => `${row}."${to.id.column}" = ${relation.id(scope)}`;
      return `${this.compiler.oneJson(to, condition, below, scope)} as "${key}"`;
    });
    return jsonObject(columns);
  }
}

function pastOf(at: ArgumentValue | undefined, cursor: ArgumentValue | undefined): Past {
  const [hasAt, hasCursor] = [at, cursor].map((given) => given !== undefined && given.value !== null);
  if (hasAt === hasCursor) {
    throw new ReadError('BAD_USER_INPUT', {
      vi: '`asOf` cần đúng một trong hai tham số `at` và `cursor`.',
      en: '`asOf` takes exactly one of `at` and `cursor`.',
    });
  }
  if (hasCursor) return { cursor: (run) => cursor!.read(run.variables) };
  return { at: (run) => pastMoment(at!.read(run.variables) as Date, run) };
}

function ofSupposed(): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: '`id` là mã định danh của dữ liệu giả định: chỉ xem được bên trong truy vấn giả định đó. Hãy dùng mã hiện tại.',
    en: '`id` is an id of what was only supposed, which can be read within that very question alone. Use the id of the present.',
  });
}

function pastMoment(at: Date, run: RunValues): Date {
  if (at.getTime() <= run.now.getTime()) return at;
  throw new ReadError('BAD_USER_INPUT', {
    vi: '`at` ở tương lai: chỉ có thể xem lại quá khứ.',
    en: '`at` lies in the future: only the past can be read again.',
  });
}
