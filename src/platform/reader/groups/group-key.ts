import { BY_CHARACTERS, collationOfText, isCounted } from '../statement/collation';
import type { RowWriter } from '../statement/row-writer';
import type { KeptSummary } from '../model/declarations';
import type { ArgumentValue } from '../lists/argument-value';
import { type GroupField, groupFieldsOf } from './group-fields';
import type { LeafField, ToOneField } from '../model/model';
import { ReadError } from '../read-error';
import type { ReadableType } from '../model/registry';
import { dateTimeText, literal } from '../statement/sql-forms';
import type { Scope } from '../statement/statement';
import { CITY_ZONE } from '../../lib/city-zone';
import { BUCKETS, type TimeBucket } from './time-bucket';

/** One key by which rows are grouped. */
export interface GroupKey {
  /** Name of the field, as the schema's enum has it. */
  readonly name: string;
  /** What is grouped by, over the list's rows. */
  readonly value: string;
  /** Joins that the value needs. */
  readonly joins: string;
  /** Joins that its words need, from the grouped value. */
  readonly joinsOfGroups?: (value: string) => string;
  /** From the grouped value: its text form, what people read, what groups are sorted by. */
  readonly text: (value: string) => string;
  readonly label: (value: string) => string;
  readonly sort: (value: string) => string;
}

const MOST_KEYS = 4;
const EMPTY = { vi: '(trống)', en: '(empty)' };
const YES_NO = { vi: ['Có', 'Không'], en: ['Yes', 'No'] };

/** The keys of `by`. Throws BAD_USER_INPUT for what cannot be grouped so. */
export function groupKeysOf(
  writer: RowWriter,
  type: ReadableType,
  row: string,
  by: readonly ArgumentValue[],
  scope: Scope,
  summary: KeptSummary | null = null,
): GroupKey[] {
  if (by.length === 0 || by.length > MOST_KEYS) {
    throw new ReadError('BAD_USER_INPUT', {
      vi: `\`by\` phải có từ 1 đến ${MOST_KEYS} trường, không phải ${by.length}.`,
      en: `\`by\` must have 1 to ${MOST_KEYS} fields, not ${by.length}.`,
    });
  }
  const fields = groupFieldsOf(writer.model, type);
  return by.map((entry) => {
    const options = new Map(entry.entries());
    const field = fields.get(String(options.get('field')!.value))!;
    return new KeyWriter(writer, scope, summary).key(field, row, options);
  });
}

class KeyWriter {
  private joins = '';

  constructor(
    private readonly writer: RowWriter,
    private readonly scope: Scope,
    /** The kept summary that is read instead of the rows. */
    private readonly summary: KeptSummary | null,
  ) {}

  key(group: GroupField, row: string, options: ReadonlyMap<string, ArgumentValue>): GroupKey {
    const bucket = options.get('bucket')?.value as TimeBucket | null | undefined;
    const zone = options.get('timeZone');
    const holder = group.through === null ? row : this.join(group.through, row);
    const { field, name } = group;
    assertZoneFits(zone, group, bucket);
    if (field.kind === 'toOne') {
      if (bucket != null) throw noBucket(name);
      const alias = this.join(field, holder);
      return { name, value: `${alias}."${field.to.id.column}"`, joins: this.joins, ...this.relation(field) };
    }
    const month = group.through === null && field.name === this.summary?.month?.property ? this.summary.month : null;
    const sql = month === null ? this.valueOf(group, field, holder) : `${holder}."${month.column}"`;
    const forms =
      bucket == null
        ? this.leaf(field, sql)
        : this.bucket(field, month === null ? null : sql, sql, bucket, zone ?? null, name);
    return { name, joins: this.joins, ...forms };
  }

  /** A fact of a row that is not there, or hidden, is empty: derived over nothing it would be something. */
  private valueOf({ through }: GroupField, field: LeafField, holder: string): string {
    const sql = field.sql(holder, this.scope);
    if (through === null || field.isStored) return sql;
    return `(case when ${holder}."${through.to.id.column}" is not null then ${sql} end)`;
  }

  /** Joins the row that a relation leads to, where the asker may see it. */
  private join(field: ToOneField, row: string): string {
    const alias = this.writer.alias();
    this.joins += ` left join ${this.scope.rows(field.to)} ${alias}
      on ${alias}."${field.to.id.column}" = ${field.id(row, this.scope)} and ${this.scope.readable(field.to, alias)}`;
    return alias;
  }

  /** The row that a group leads to is joined to the groups, once, not looked up for each of its words. */
  private relation({ to }: ToOneField): Pick<GroupKey, 'text' | 'label' | 'sort' | 'joinsOfGroups'> {
    const { model } = this.writer;
    const code = model.leaf(to, 'code');
    const alias = this.writer.alias();
    const read = (field: LeafField) => field.sql(alias, this.scope);
    const text = (id: string) => (code !== undefined ? read(code) : this.scope.globalId(to.options.prefix, id));
    const named = to.options.label === undefined ? undefined : model.leaf(to, to.options.label);
    return {
      joinsOfGroups: (id) => `left join ${this.scope.rows(to)} ${alias} on ${alias}."${to.id.column}" = ${id}`,
      text,
      // in words, as the value itself would be
      label: (id) => (named === undefined ? this.orEmpty(text(id)) : this.leaf(named, read(named)).label(read(named))),
      sort: (id) => `${text(id)}${code !== undefined ? collationOfText('code') : BY_CHARACTERS}`,
    };
  }

  private leaf(field: LeafField, sql: string): Omit<GroupKey, 'name' | 'joins'> {
    const { language } = this.writer;
    const leaf = field.leaf.name;
    if (field.values !== null) {
      const words = this.writer.enumWords(leaf);
      const arms = field.values.map((value) => `when ${literal(value)} then ${literal(words.get(value)!)}`);
      return {
        value: sql,
        text: (value) => value,
        label: (value) => this.orEmpty(`case ${value} ${arms.join(' ')} end`),
        sort: (value) => `array_position(array[${field.values!.map(literal).join(', ')}], ${value})`,
      };
    }
    const text = (value: string) => {
      if (leaf === 'DateTime') return dateTimeText(value);
      return leaf === 'Float' ? floatText(value) : `(${value})::text`;
    };
    const label = (value: string) => {
      if (leaf === 'Boolean') {
        const [yes, no] = YES_NO[language].map(literal);
        return `case when ${value} then ${yes} when not ${value} then ${no} end`;
      }
      return leaf === 'Date' ? `to_char(${value}, 'DD/MM/YYYY')` : text(value);
    };
    const isText = field.sqlType === 'text';
    return {
      value: sql,
      text,
      label: (value) => this.orEmpty(label(value)),
      sort: (value) =>
        isText ? `${value}${isCounted(field.name) ? collationOfText(field.name) : BY_CHARACTERS}` : value,
    };
  }

  private bucket(
    field: LeafField,
    localTime: string | null,
    sql: string,
    bucket: TimeBucket,
    zone: ArgumentValue | null,
    name: string,
  ): Omit<GroupKey, 'name' | 'joins'> {
    const leaf = field.leaf.name;
    if (leaf !== 'Date' && leaf !== 'DateTime') throw noBucket(name);
    const { start, text, label } = BUCKETS[bucket];
    const moment =
      localTime ?? (leaf === 'Date' ? `(${sql})::timestamp` : `((${sql}) at time zone ${this.zone(zone)})`);
    return {
      value: start(moment),
      text,
      label: (value) => this.orEmpty(label[this.writer.language](value)),
      sort: (value) => value,
    };
  }

  private zone(given: ArgumentValue | null): string {
    if (given === null || given.value === null) return literal(CITY_ZONE);
    // one text for select list and `group by`, whatever the parameter: a name that is checked stands as a literal
    return this.scope.statement.bind((run) => zoneName(given.read(run.variables)), 'text');
  }

  private orEmpty(sql: string): string {
    return `coalesce(${sql}, ${literal(EMPTY[this.writer.language])})`;
  }
}

/** A number as JavaScript writes it: with an exponent only where it is very small or large, and without zeros before that. */
function floatText(value: string): string {
  return `(case when ${value} = 0 or abs(${value}) >= 1e-6 and abs(${value}) < 1e21
    then trim_scale((${value})::float8::text::numeric)::text else regexp_replace((${value})::float8::text, 'e([+-])0+', 'e\\1') end)`;
}

/** Whether a text names a zone; older names of a zone count, too, bare offsets do not. */
function isZone(name: string): boolean {
  try {
    return (
      /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    );
  } catch {
    return false;
  }
}

function zoneName(given: unknown): string {
  const name = String(given);
  if (isZone(name)) return name;
  throw new ReadError('BAD_USER_INPUT', {
    vi: `\`timeZone\` phải là tên múi giờ IANA, ví dụ ${CITY_ZONE}.`,
    en: `\`timeZone\` must be the name of an IANA time zone, for instance ${CITY_ZONE}.`,
  });
}

function assertZoneFits(
  zone: ArgumentValue | undefined,
  { field, name }: GroupField,
  bucket: TimeBucket | null | undefined,
): void {
  if (zone === undefined || zone.value === null) return;
  if (bucket != null && field.kind !== 'toOne' && field.leaf.name === 'DateTime') return;
  throw new ReadError('BAD_USER_INPUT', {
    vi: `\`timeZone\` chỉ dùng cho thời điểm được nhóm theo \`bucket\`, không dùng cho ${name}.`,
    en: `\`timeZone\` is for moments that are grouped by \`bucket\`, not for ${name}.`,
  });
}

function noBucket(name: string): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: `\`bucket\` chỉ dùng cho ngày và thời điểm, không dùng cho ${name}.`,
    en: `\`bucket\` is for dates and moments alone, not for ${name}.`,
  });
}
