import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { domains } from '../domains';
import { dataSourceOn } from '../open-data-source';
import { readMetadata } from '../platform/database/data-source';
import { buildApiSchema } from '../platform/graphql/build-api-schema';
import { printSchemaWithCosts } from '../platform/graphql/cost/print-schema-with-costs';
import { buildRegistry } from '../platform/reader/registry';

const FILE = join(__dirname, '..', '..', '..', 'schema', 'schema.graphql');

/** The schema's text. Needs no database: entities alone say what it is. */
export async function schemaText(): Promise<string> {
  const dataSource = await readMetadata(dataSourceOn({ url: 'postgresql://nowhere' }));
  const { schema } = await buildApiSchema(buildRegistry(dataSource, domains), domains);
  return `${printSchemaWithCosts(schema)}\n`;
}

/** `npm run schema` writes schema/schema.graphql; with `--check` it fails when the file is out of date. */
async function main(): Promise<void> {
  const text = await schemaText();
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, text);
    return;
  }
  if (readFileSync(FILE, 'utf8') === text) return;
  console.error('schema/schema.graphql is out of date: run `npm run schema`.');
  process.exitCode = 1;
}

if (require.main === module) void main();
