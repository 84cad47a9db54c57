/** Tests run straight on the TypeScript: swc keeps decorators and their metadata, as tsc does. */
const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
};

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // those are for `npm run test:long`
  testPathIgnorePatterns: ['/node_modules/', '\\.long\\.test\\.ts$'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testTimeout: 30_000,
  // two cores: one for the tests, one for the database
  maxWorkers: 2,
  // what test files have loaded stays in their worker: after a hundred of them that was 2.9 GB, and ever more of the time went into collecting garbage
  workerIdleMemoryLimit: '600MB',
};
