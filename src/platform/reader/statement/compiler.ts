import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isListType,
  isObjectType,
} from 'graphql';
import type { Language } from '../../lib/localised';
import { connectionJson } from '../lists/connection';
import { givenArguments } from '../lists/argument-value';
import type { FactSql } from '../model/declarations';
import { enumWordsOf } from '../model/declare-enum';
import { leafJson } from '../model/leaf-json';
import type {
  AnyField,
  ComputedField,
  ManyField,
  ModelField,
  ObjectField,
  ReadModel,
  ToOneField,
} from '../model/model';
import { countOf } from './fact-count';
import { orderClause, orderOf } from '../lists/order';
import type { PageCursors } from '../lists/page-cursor';
import type { ReadableType } from '../model/registry';
import type { RowColumns, RowWriter } from './row-writer';
import type { SelectionCollector, Selections } from './selections';
import { jsonList, jsonObject, literal } from './sql-forms';
import type { Scope, Statement } from './statement';

/** What writing a statement needs. */
export interface Compiling {
  readonly schema: GraphQLSchema;
  readonly model: ReadModel;
  readonly cursors: PageCursors;
  readonly collector: SelectionCollector;
  readonly statement: Statement;
  /** Language of labels. */
  readonly language: Language;
}

/** Response keys that no client can use: what code needs beside the answer. */
export const NEEDS = '#needs';
export const TYPE = '#type';

/** Turns selections on readable types into SQL that answers them as JSON. */
export class Compiler implements RowWriter {
  readonly model: ReadModel;
  readonly cursors: PageCursors;
  readonly collector: SelectionCollector;
  readonly language: Language;
  /** Fields computed in code that were met, as `Type.field`: an answer with them cannot leave as text. */
  readonly computed = new Set<string>();

  constructor(
    private readonly compiling: Compiling,
    /** Whether code goes on from the answer: it then says the types of its objects and holds what computed fields read. */
    private readonly forCode: boolean,
  ) {
    this.model = compiling.model;
    this.cursors = compiling.cursors;
    this.collector = compiling.collector;
    this.language = compiling.language;
  }

  /** The object type of that name. */
  objectType(name: string): GraphQLObjectType {
    const type = this.compiling.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`The schema has no object type ${name}.`);
    return type;
  }

  /** A table alias that is used nowhere else. */
  alias(): string {
    return this.compiling.statement.alias();
  }

  /** Tries to write something; null leaves no trace in the statement. */
  attempt(write: () => string | null): string | null {
    return this.compiling.statement.attempt(write, (sql) => sql !== null);
  }

  /** What people read for the values of an enum, in the caller's language. */
  enumWords(name: string): ReadonlyMap<string, string> {
    return new Map([...enumWordsOf(name)].map(([value, word]) => [value, word[this.language]]));
  }

  /** The select list for selections on a row, and the joins that it needs beside the row. */
  rowColumns(type: ReadableType, row: string, selections: Selections, scope: Scope): RowColumns {
    const fields = this.model.of(type);
    const needs = new Map<string, string>();
    const joins: string[] = [];
    const columns = [...selections].map(([key, nodes]) => {
      const name = nodes[0]!.name.value;
      if (name === '__typename') return `${literal(type.name)}::text as "${key}"`;
      const field = fields.get(name)!;
      if (field.kind === 'toOne') {
        const alias = this.joinOne(field, row, nodes, scope, joins);
        return `row_to_json(${alias}) as "${key}"`;
      }
      if (field.kind === 'computed') {
        this.computed.add(`${type.name}.${name}`);
        for (const { property, sql } of field.needs) needs.set(property, sql(row, scope));
        return `${this.askedJson(type, field, row, nodes, scope)} as "${key}"`;
      }
      return `${this.fieldJson(type, field, row, nodes, scope)} as "${key}"`;
    });
    if (this.forCode) {
      const wanted = [...needs].map(([property, sql]) => `${sql} as "${property}"`);
      columns.push(`${literal(type.name)}::text as "${TYPE}"`);
      if (wanted.length > 0) columns.push(`${jsonObject(wanted)} as "${NEEDS}"`);
    }
    return { columns, joins: joins.join(' ') };
  }

  /** One row as JSON, or null: the row of a type for which a condition holds and that the asker may see. */
  oneJson(type: ReadableType, condition: (row: string) => string, nodes: readonly FieldNode[], scope: Scope): string {
    const { columns, from } = this.oneRow(type, condition, nodes, scope);
    return jsonObject(columns, from);
  }

  private oneRow(
    type: ReadableType,
    condition: (row: string) => string,
    nodes: readonly FieldNode[],
    scope: Scope,
  ): { columns: readonly string[]; from: string } {
    const row = this.alias();
    const selections = this.collector.below(this.objectType(type.name), nodes);
    const { columns, joins } = this.rowColumns(type, row, selections, scope);
    const conditions = [condition(row), scope.readable(type, row)].filter((entry) => entry !== 'true');
    return { columns, from: `from ${scope.rows(type)} ${row} ${joins} where ${conditions.join(' and ')}` };
  }

  /**
   * Joins the row that a relation leads to, as one value; gives its alias. As a join the planner can hash what is asked for every row of a page; as a sub-select it
   * would be looked up row by row. Where there is always a row, and nobody may hide it, the planner may begin at either side.
   */
  private joinOne(field: ToOneField, row: string, nodes: readonly FieldNode[], scope: Scope, joins: string[]): string {
    const { to } = field;
    const { columns, from } = this.oneRow(
      to,
      (other) => `${other}."${to.id.column}" = ${field.id(row, scope)}`,
      nodes,
      scope,
    );
    // no response key can be such a name: a column of that name would be taken for the row
    const alias = `"#${this.alias()}"`;
    const isThere = field.isAlways && scope.hidesNone(to);
    joins.push(`${isThere ? '' : 'left '}join lateral (select ${columns.join(', ')} ${from}) ${alias} on true`);
    return alias;
  }

  private fieldJson(
    type: ReadableType,
    field: ModelField,
    row: string,
    nodes: readonly FieldNode[],
    scope: Scope,
  ): string {
    switch (field.kind) {
      case 'leaf':
        return leafJson(type, field, row, scope);
      case 'object':
        return this.objectJson(type, field, row, nodes, scope);
      case 'many':
        return this.manyJson(type, field, row, nodes, scope);
      case 'any':
        return this.anyJson(field, row, nodes, scope);
      case 'toOne':
      case 'computed':
        throw new Error('Relations are joined, computed fields left to code.');
    }
  }

  /** What a computed field reads by its argument: under its own response key, since others may ask the same field otherwise. */
  private askedJson(
    type: ReadableType,
    { name, asked }: ComputedField,
    row: string,
    [node]: readonly FieldNode[],
    scope: Scope,
  ): string {
    if (!this.forCode || asked === null) return 'null';
    const declared = this.objectType(type.name).getFields()[name]!;
    const given = givenArguments(declared, node!, this.collector).get(asked.argument);
    const isThere = given !== undefined && given.value !== null;
    const value = isThere
      ? this.compiling.statement.bind((run) => given.read(run.variables), asked.sqlType)
      : `null::${asked.sqlType}`;
    return asked.sql(row, scope, value);
  }

  private objectJson(
    type: ReadableType,
    field: ObjectField,
    row: string,
    nodes: readonly FieldNode[],
    scope: Scope,
  ): string {
    if (field.json === null) {
      const columns = [...this.collector.below(field.type, nodes)].map(([key, [node]]) => {
        const name = node!.name.value;
        const isName = name === '__typename';
        return `${isName ? `${literal(field.type.name)}::text` : leafJson(type, field.members.get(name)!, row, scope)} as "${key}"`;
      });
      return jsonObject(columns);
    }
    return this.valueJson(field.type, field.isList, this.factJson(type, field, field.json, row, nodes, scope), nodes);
  }

  /** The fact's own expression, with its argument where it has one: of how many parts it tells. */
  private factJson(
    type: ReadableType,
    { name, counted }: ObjectField,
    json: FactSql,
    row: string,
    [node]: readonly FieldNode[],
    scope: Scope,
  ): string {
    if (counted === null) return json(row, scope);
    const declared = this.objectType(type.name).getFields()[name]!;
    const given = givenArguments(declared, node!, this.collector).get(counted.argument);
    if (given === undefined) return json(row, scope);
    const count = this.compiling.statement.bind((run) => countOf(given.read(run.variables), counted), 'integer');
    return counted.sql(row, scope, count);
  }

  /** What is selected of a value of several parts, or of a list of such values; the value is JSON. */
  private valueJson(type: GraphQLObjectType, isList: boolean, json: string, nodes: readonly FieldNode[]): string {
    const value = this.alias();
    const fields = type.getFields();
    const columns = [...this.collector.below(type, nodes)].map(([key, below]) => {
      const name = below[0]!.name.value;
      if (name === '__typename') return `${literal(type.name)}::text as "${key}"`;
      const part = `${value}.v->${literal(name)}`;
      const named = getNamedType(fields[name]!.type);
      if (!isObjectType(named)) return `${part} as "${key}"`;
      return `${this.valueJson(named, isListType(getNullableType(fields[name]!.type)), part, below)} as "${key}"`;
    });
    if (isList) return jsonList(columns, `from json_array_elements(${json}) as ${value}(v)`);
    // a part that is empty is a null of JSON; the value is computed once, whatever is selected of it: `offset 0` keeps the planner from writing it out for every part
    return jsonObject(columns, `from (select ${json} as v offset 0) ${value} where ${value}.v::text <> 'null'`);
  }

  private manyJson(
    type: ReadableType,
    field: ManyField,
    row: string,
    nodes: readonly FieldNode[],
    scope: Scope,
  ): string {
    const sql = (member: string) => field.tie(member, row);
    if (field.as === 'connection') {
      const declared = this.objectType(type.name).getFields()[field.name]!;
      const list = givenArguments(declared, nodes[0]!, this.collector);
      return connectionJson(this, field.of, { sql, by: [field.tiedBy] }, list, nodes, scope);
    }
    const member = this.alias();
    const { of } = field;
    const order = orderOf(this.model, of, member, undefined, scope);
    const selections = this.collector.below(this.objectType(of.name), nodes);
    const { columns, joins } = this.rowColumns(of, member, selections, scope);
    const from = `from ${scope.rows(of)} ${member} ${joins} where ${sql(member)} and ${scope.readable(of, member)}
      order by ${orderClause(order.keys)}`;
    return field.as === 'one' ? jsonObject(columns, `${from} limit 1`) : jsonList(columns, from);
  }

  private anyJson(field: AnyField, row: string, nodes: readonly FieldNode[], scope: Scope): string {
    const arms = this.model.nodeTypes.map((type) => {
      const id = (to: string) => `${to}."${type.id.column}" = ${field.id(row, scope)}`;
      return `when ${literal(type.name)} then ${this.oneJson(type, id, nodes, scope)}`;
    });
    return `(case ${field.typeName(row, scope)} ${arms.join(' ')} end)`;
  }
}
