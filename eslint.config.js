import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Shapes of code we do not want anywhere; each message says what to do instead. */
const notHere = [
  { selector: 'ExportDefaultDeclaration', message: 'No default exports: a name at the import is the name at the export.' },
  { selector: ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/^(\\.|#)(?!.*\\.\\w+(\\?\\w+)?$)/]', message: 'Write the extension (.ts, .tsx): Node runs these files as they are.' },
];

const acrossRoots = {
  patterns: [{ regex: '^(\\.\\./)+src-(core|main|renderer)/', message: 'Across roots use #core/… or #main/…, so that one grep finds every edge.' }],
};

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'release', 'test-results', 'playwright-report', '.cache', 'resources', 'templates', 'test/fixtures'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      // noUnusedLocals of tsc says it already.
      '@typescript-eslint/no-unused-vars': 'off',
      // noUncheckedIndexedAccess asks for it where an index is known to be good.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-imports': ['error', acrossRoots],
      'no-restricted-syntax': ['error', ...notHere],
    },
  },
  {
    // Of one concept there are not 400 lines; a long table of data may say so with an eslint-disable comment and its reason.
    files: ['src-*/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['src-core/**/*.ts', 'src-renderer/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  { files: ['src-renderer/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
  { files: ['*.config.ts', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable', require: 'readonly' } } },
);
