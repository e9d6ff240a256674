import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/dist-*/**',
      'build/**',
      '**/migrations/**',
      '.data/**',
      'node_modules/**',
      '**/*.js',
      '**/*.mjs',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'A literal union says the same without code.' },
        { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'A file is a module.' },
        { selector: 'TSParameterProperty', message: 'Declare the field.' },
      ],
    },
  },
  {
    files: ['packages/widgets/src/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  {
    files: ['packages/widgets/src/**/*.ts'],
    plugins: { wc, 'lit-a11y': litA11y },
    rules: {
      ...wc.configs['flat/recommended'].rules,
      'wc/guard-super-call': 'off',
      ...litA11y.configs.recommended.rules,
    },
  },
  {
    files: ['packages/widgets/src/**/*.ts'],
    rules: {
      'no-console': ['error', { allow: ['warn'] }],
      // A dialog says where the focus begins; a native checkbox knows its state without aria-checked; a tooltip is named by what it describes.
      'lit-a11y/no-autofocus': 'off',
      'lit-a11y/role-has-required-aria-attrs': 'off',
      'lit-a11y/accessible-name': 'off',
    },
  },
  {
    // The console is what it is for.
    files: ['packages/widgets/src/diagnose/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['packages/server/src/cli/**', 'demo/**', 'scripts/**', 'test/**', '**/*.test.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['packages/widgets/src/**/*.test.ts'],
    rules: {
      // By the types of its plug-ins every assertion of chai is a promise.
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  {
    files: ['**/*.test.ts', 'test/**', '**/fixture/**', '**/testing/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
