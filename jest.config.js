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
  testSequencer: '<rootDir>/test/support/jest/longest-first.js',
  runtime: '<rootDir>/test/support/jest/kept-runtime.js',
  // a net: with that runtime nothing of a test file stays in its worker, which keeps some 200 MB
  workerIdleMemoryLimit: '1GB',
};
