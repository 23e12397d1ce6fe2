/** Says what the linter enforces: the strict typed rules and the bans of CONVENTIONS.md. */
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const everywhere = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name, so that a thing is called the same everywhere.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals; an enum is not erasable.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'A file is the namespace.' },
];

const inDomain = [
  ...everywhere,
  {
    selector: 'ClassDeclaration, ClassExpression',
    message: 'The domain is functions over readonly data.',
  },
  {
    selector: 'ThrowStatement',
    message: 'Return a finding or a refusal; state a bug with invariant().',
  },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'The domain has no clock: take the instant or the date as an argument.',
  },
  {
    selector: 'AwaitExpression, :function[async=true]',
    message: 'The domain computes; waiting belongs in server/.',
  },
  {
    selector: 'ImportExpression',
    message: 'The domain imports statically, so that its walls can be checked.',
  },
];

const dateBan = {
  name: 'Date',
  message: 'Use Temporal.Instant for what happened and Temporal.PlainDate for dates of law.',
};

const machine = [
  'process',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'crypto',
  'performance',
  'Buffer',
  'require',
  'WebSocket',
  'navigator',
  'structuredClone',
].map((name) => ({
  name,
  message: 'The domain has no machine: take what you need as an argument.',
}));

const sizes = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 3],
  complexity: ['error', 12],
};

const house = {
  ...sizes,
  eqeqeq: ['error', 'always'],
  'no-restricted-globals': ['error', dateBan],
  'no-restricted-syntax': ['error', ...everywhere],
  'no-warning-comments': ['error', { terms: ['fixme', 'xxx', 'hack'] }],
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-template': 'error',
};

const typed = {
  '@typescript-eslint/consistent-type-definitions': 'off',
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidOperator: true },
  ],
  '@typescript-eslint/no-floating-promises': [
    'error',
    {
      allowForKnownSafeCalls: [
        {
          from: 'package',
          package: 'node:test',
          name: ['test', 'suite', 'describe', 'it', 'before', 'after', 'beforeEach', 'afterEach'],
        },
      ],
    },
  ],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': [
    'error',
    { allowNumber: true, allowBoolean: false, allowNullish: false },
  ],
  '@typescript-eslint/strict-boolean-expressions': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: false },
  ],
};

const inTests = {
  'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': 'off',
  complexity: 'off',
  '@typescript-eslint/no-non-null-assertion': 'off',
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
  '@typescript-eslint/no-unsafe-type-assertion': 'off',
};

export default defineConfig(
  globalIgnores([
    '**/node_modules/',
    '**/dist/',
    '.luxor/',
    'packs/',
    'docs/',
    '**/*.d.ts',
    'coverage/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: { ...house, ...typed },
  },
  {
    files: ['platform/src/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', dateBan, ...machine],
      'no-restricted-syntax': ['error', ...inDomain],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The domain has no chance: take a seed.' },
      ],
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
    },
  },
  {
    files: ['platform/src/domain/kernel/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-type-assertion': 'off' },
  },
  {
    files: ['platform/src/domain/kernel/invariant.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: ['web/**/*.tsx', 'web/**/*.ts'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['**/*.test.{ts,tsx}', 'platform/test/**/*.ts', 'web/e2e/**/*.ts'],
    rules: inTests,
  },
  {
    files: ['**/vite.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: { URL: 'readonly', setInterval: 'readonly', clearInterval: 'readonly' },
    },
    rules: { ...house, 'no-restricted-syntax': 'off' },
  },
);
