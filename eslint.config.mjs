import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only src/platform/config reads the environment: take what you need from Config.',
};
const SLEEP = {
  selector: "ImportDeclaration[source.value=/^(node:)?timers\\u002fpromises$/]",
  message: 'Tests do not sleep: wait for the fact (test/support).',
};

/** Typed rules for all TypeScript; formatting is Prettier's. */
export default defineConfig(
  globalIgnores(['dist', 'coverage', 'data', 'node_modules', 'src/web/generated', 'test/contract/fixtures']),
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.test.json', './tsconfig.web.json', './tsconfig.tools.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  {
    rules: {
      complexity: ['error', 12],
      eqeqeq: 'error',
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60 }],
      'no-console': 'error',
      'no-else-return': 'error',
      'no-promise-executor-return': 'error',
      'no-restricted-syntax': ['error', ENVIRONMENT],
      'no-useless-return': 'error',
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
);
