import tseslint from 'typescript-eslint';

const environment = {
  object: 'process',
  property: 'env',
  message: 'platform/env.ts is the only reader of the environment.',
};

/** What the compiler cannot see: promises left alone, the environment and clocks read in the wrong place. */
export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      '.takt/',
      '**/*.generated.ts',
      'api-client/schema.d.ts',
      'test-artifacts/',
      '**/*.js',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ['./tsconfig.json', './builder-ui/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false, properties: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['platform/env.ts', 'test/**', 'benchmarks/**', 'scripts/**', '**/*.test.ts', 'builder-ui/vite.config.ts'],
    rules: { 'no-restricted-properties': ['error', environment] },
  },
  {
    files: ['domain/**/*.ts', 'automation/**/*.ts', 'use-cases/**/*.ts', 'bot/**/*.ts'],
    ignores: ['**/*.test.ts', 'use-cases/operations/**', 'bot/poller.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        environment,
        {
          object: 'Date',
          property: 'now',
          message: 'Time comes in as an argument (tx.now, context.now): see docs/house.md.',
        },
        {
          object: 'Math',
          property: 'random',
          message: 'Chance comes in as an argument, or as an id from platform/ids.ts.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes in as an argument (tx.now, context.now): see docs/house.md.',
        },
      ],
    },
  },
);
