import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TYPED = ['**/*.{ts,tsx,mts}'];
const TESTS = ['test/**', '**/*.test.ts'];

/** Rules for meaning; formatting is Prettier's. The typed ones see the same projects that `npm run types` checks. */
export default defineConfig(
  globalIgnores(['dist', 'coverage', 'data', 'node_modules', 'src/web/generated']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      complexity: ['error', 15],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-depth': ['error', 4],
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true }],
      'no-console': 'error',
      'no-else-return': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Only src/platform/config reads the environment: take what you need from Config.',
        },
      ],
      'no-useless-return': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'object-shorthand': 'error',
    },
  },
  {
    files: TYPED,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.test.json', 'tsconfig.web.json', 'tsconfig.tools.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // In a file with decorators the rule stays silent by itself: their metadata needs the real import.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // noUncheckedIndexedAccess makes every index possibly undefined; `!` says where it cannot be
      '@typescript-eslint/no-non-null-assertion': 'off',
      // believes that a field tested before an await still has the tested value after it
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // resolvers answer plain rows where TypeGraphQL's signature names the class
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `return refuse(…)` in a function that answers nothing is one line instead of three
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // enum values arrive as text from JSON and SQL, each asserted where it enters
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // records of closures are taken apart ({ tx, append }); no class method is handed around unbound
      '@typescript-eslint/unbound-method': 'off',
      // reading a property can be the check: `void context.actor` throws for strangers
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // `ask<Answer>()` names the shape of what comes from outside
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // an input is a class for its decorators' sake, and plain data otherwise
      '@typescript-eslint/no-misused-spread': 'off',
      // an empty text counts as missing where `||` stands
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
    },
  },
  {
    files: ['src/platform/config/**', '*.{js,cjs,mjs,mts,ts}', 'scripts/**', 'bench/**', ...TESTS],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // what a person or the shell reads
    files: [
      'src/{main,announce-start,cluster}.ts',
      'src/cluster/worker.ts',
      'src/tools/**',
      'scripts/**',
      'bench/**',
      ...TESTS,
    ],
    rules: { 'no-console': 'off' },
  },
  {
    // the record of a change stays as it landed, however long
    files: ['migrations/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: TESTS,
    rules: {
      complexity: 'off',
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // answers are as loose as the query that asked for them; a wrong one fails the expectation
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      '@typescript-eslint/prefer-regexp-exec': 'off',
    },
  },
  {
    files: ['src/web/**'],
    rules: {
      // one condition for each part of a page
      complexity: ['error', 24],
      // older browsers of meeting rooms and departments still need what newer ones call deprecated
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
);
