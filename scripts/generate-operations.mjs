// Types of what our own pages ask, from the printed schema and schema/operations, into src/web/generated/operations.ts. `--check`: fails when the file is out of date.
// The generator's core does it: its command-line tool brings two hundred packages, some of which no longer run on Node 20.
import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse } from 'graphql';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = join(root, 'src/web/generated/operations.ts');
const folder = join(root, 'schema/operations');

const SCALARS = {
  ID: 'string',
  DateTime: 'string',
  Date: 'string',
  Period: 'string',
  Cursor: 'string',
  BigInt: 'string',
};

const sdl = readFileSync(join(root, 'schema/schema.graphql'), 'utf8');
const text = await codegen({
  filename: file,
  schema: parse(sdl),
  schemaAst: buildSchema(sdl),
  documents: readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ location: name, document: parse(readFileSync(join(folder, name), 'utf8')) })),
  plugins: [{ typescriptOperations: {} }],
  pluginMap: { typescriptOperations },
  config: { skipTypename: true, scalars: SCALARS },
});

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('src/web/generated/operations.ts is out of date: run `npm run operations`.');
  process.exitCode = 1;
}
