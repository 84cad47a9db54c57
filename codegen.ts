import type { CodegenConfig } from '@graphql-codegen/cli';

const SCALARS = {
  ID: 'string',
  DateTime: 'string',
  Date: 'string',
  Period: 'string',
  Cursor: 'string',
  BigInt: 'string',
};

/** Types of what our own pages ask, from the printed schema and schema/operations; `npx graphql-codegen` renews them. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'schema/operations/*.graphql',
  generates: {
    'src/web/generated/operations.ts': {
      plugins: ['typescript-operations'],
      config: {
        skipTypename: true,
        scalars: SCALARS,
      },
    },
  },
};

export default config;
