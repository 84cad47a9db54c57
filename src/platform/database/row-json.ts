import { snakeCase } from './naming-strategy';

/** SQL of some properties of a row as a JSON object, by their names; null where there is no row. Moments and dates become ISO texts. */
export function rowJson<Row>(alias: string, properties: readonly (keyof Row & string)[]): string {
  const pairs = properties.map((property) => `'${property}', ${alias}.${snakeCase(property)}`);
  return `case when ${alias}.id is not null then json_build_object(${pairs.join(', ')}) end`;
}
