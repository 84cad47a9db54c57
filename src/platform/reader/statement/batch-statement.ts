/** Values of several runs of one statement: one row for each run, one column for each parameter. */
export type ValueRows = readonly (readonly unknown[])[];

/** A statement that answers several runs at once. */
export interface BatchStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * One statement for several runs of another one: what differs between the runs comes from one array for each parameter, what is equal stays a parameter. Its rows are those of the
 * runs, in their order. Null when a parameter that differs cannot be an element of an array (lists of different lengths have no common one).
 */
export function batchStatement(
  text: string,
  types: readonly (string | null)[],
  rows: ValueRows,
): BatchStatement | null {
  const values: unknown[] = [];
  const columns: string[] = [];
  const arrays: string[] = [];
  const places = types.map((type, index) => {
    const first = rows[0]![index];
    if (rows.every((row) => isEqual(row[index], first))) {
      values.push(first);
      return `$${values.length}`;
    }
    if (type === null || type.endsWith('[]')) return null;
    values.push(rows.map((row) => row[index]));
    arrays.push(`$${values.length}::${type}[]`);
    columns.push(`p${index}`);
    return `"#b".p${index}`;
  });
  if (places.includes(null)) return null;
  // nothing differs: one answer for all would do, and whoever asks has seen to that
  if (arrays.length === 0) return null;
  const single = text.replace(/\$(\d+)/g, (_, number: string) => places[Number(number) - 1]!);
  return {
    text: `select "#q".* from unnest(${arrays.join(', ')}) with ordinality as "#b"(${columns.join(', ')}, "#n")
      cross join lateral (${single}) "#q" order by "#b"."#n"`,
    values,
  };
}

function isEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  if (Buffer.isBuffer(left) && Buffer.isBuffer(right)) return left.equals(right);
  return Array.isArray(left) && Array.isArray(right) && JSON.stringify(left) === JSON.stringify(right);
}
