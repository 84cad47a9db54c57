import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { domains } from '../domains';
import { dataSourceOn } from '../open-data-source';
import { readMetadata } from '../platform/database/data-source';
import { buildApiSchema } from '../platform/schema/build-api-schema';
import { printSchemaWithCosts } from '../platform/schema/cost/print-schema-with-costs';
import { eventsText } from './events-text';
import { buildRegistry } from '../platform/reader/model/build-registry';

const ROOT = join(__dirname, '..', '..', '..');

/** The schema's text. Needs no database: entities alone say what it is. */
export async function schemaText(): Promise<string> {
  const dataSource = await readMetadata(dataSourceOn({ url: 'postgresql://nowhere' }));
  const { schema } = await buildApiSchema(buildRegistry(dataSource, domains), domains);
  return `${printSchemaWithCosts(schema)}\n`;
}

/** `npm run schema` writes schema/schema.graphql and docs/events.md; with `--check` it fails when one of them is out of date. */
async function main(): Promise<void> {
  const printed = { 'schema/schema.graphql': await schemaText(), 'docs/events.md': eventsText(domains) };
  for (const [name, text] of Object.entries(printed)) {
    const file = join(ROOT, name);
    if (!process.argv.includes('--check')) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text) {
      console.error(`${name} is out of date: run \`npm run schema\`.`);
      process.exitCode = 1;
    }
  }
}

if (require.main === module) void main();
