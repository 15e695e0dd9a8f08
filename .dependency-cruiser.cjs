// Who may import whom. ARCHITECTURE.md says it in words; this says it to the machine. Tests may import anything but tests.

const test = '\\.test\\.tsx?$';

/** What each area of src-core may import from src-core, itself included silently. */
const coreOrder = {
  units: [],
  template: ['units'],
  document: ['units', 'template'],
  intake: ['units', 'template', 'document'],
  check: ['units', 'template', 'document'],
  review: ['units', 'template', 'document'],
  layout: ['units', 'template', 'document'],
  print: ['units', 'template', 'document', 'layout'],
  chain: ['units', 'document', 'review'],
  register: ['units', 'document', 'review'],
  office: ['units', 'template'],
  wording: ['template', 'document', 'contract', 'intake', 'check', 'layout', 'print'],
};

const coreOrderRules = Object.entries(coreOrder).map(([area, allowed]) => ({
  name: `core-order-${area}`,
  comment: `src-core/${area} may import ${allowed.join(', ') || 'no other area'}: each area can be read knowing only those before it; layout lays out marked text without knowing why it is marked, review never thinks of pages.`,
  severity: 'error',
  from: { path: `^src-core/${area}/`, pathNot: test },
  to: { path: '^src-core/', pathNot: `^src-core/(${[area, ...allowed].join('|')})/` },
}));

/** Where running begins (a worker is started by its file name): every other source file must be reached from one of these. */
const entries = '^(src-main/hosts/[^/]+/(main|preload)\\.ts|src-renderer/main\\.tsx|src-renderer/.*\\.worker\\.ts|src-main/app/import-worker\\.ts)$';

module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'src-core runs anywhere: no Node, no DOM, no Electron, and of packages only prosemirror-model, -transform and -changeset, which run without a DOM.',
      severity: 'error',
      from: { path: '^src-core/', pathNot: test },
      to: { pathNot: '^(src-core/|node_modules/prosemirror-(model|transform|changeset)/)' },
    },
    ...coreOrderRules,
    {
      name: 'core-area-has-a-rule',
      comment: 'A new area of src-core gets a line in coreOrder of this file, so that somebody has decided what it may know.',
      severity: 'error',
      from: { path: '^src-core/', pathNot: [test, `^src-core/(${[...Object.keys(coreOrder), 'contract'].join('|')})/`] },
      to: {},
    },
    {
      name: 'core-types-only',
      comment: 'The contract names what other areas return, chain and register name drafts and opinions, wording names codes: types, never behaviour, so that the interface does not drag the program behind it.',
      severity: 'error',
      from: { path: '^src-core/(contract|chain|register|wording)/', pathNot: test },
      to: { path: '^src-core/', pathNot: '^src-core/($1|units)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'electron-has-one-home',
      comment: 'Electron is a host, not a home: everything outside hosts/electron runs and is tested where its binary cannot.',
      severity: 'error',
      from: { pathNot: '^src-main/hosts/electron/' },
      to: { path: '^(electron$|electron/|node_modules/electron/)' },
    },
    {
      name: 'main-folders-apart',
      comment: 'store, docx, html, lists, fonts and parcel each turn the core into one outside form and do not know each other; app joins them. What bytes of a picture are, images tells them all.',
      severity: 'error',
      from: { path: '^src-main/(store|docx|html|lists|fonts|images|parcel)/', pathNot: test },
      to: { path: '^src-main/', pathNot: '^src-main/($1|images)/' },
    },
    {
      name: 'page-files-know-fonts',
      comment: 'pdf and ofd carry glyphs and take them from fonts; of the rest of src-main they know as little as the other outside forms.',
      severity: 'error',
      from: { path: '^src-main/(pdf|ofd)/', pathNot: test },
      to: { path: '^src-main/', pathNot: '^src-main/($1|fonts|images)/' },
    },
    {
      name: 'app-knows-no-host',
      comment: 'A host is whoever fills in the ports; the app that looked back at its host could not run in another.',
      severity: 'error',
      from: { path: '^src-main/app/', pathNot: test },
      to: { path: '^src-main/hosts/' },
    },
    {
      name: 'hosts-are-leaves',
      comment: 'A host carries requests to dispatch and nothing else: what it reached for beside the app, the other hosts would lack.',
      severity: 'error',
      from: { path: '^src-main/hosts/([^/]+)/', pathNot: test },
      to: { path: '^src-main/', pathNot: '^src-main/(app|hosts/$1)/' },
    },
    {
      name: 'renderer-sees-only-core',
      comment: 'The renderer and main meet only in the contract; a direct import would work in one host and break in the next.',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: test },
      to: { path: '^src-main/' },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'The renderer is sandboxed: Node modules do not exist there.',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'ui-knows-no-document',
      comment: 'Buttons and dialogs that know no document, host or editor can be used by every part that does.',
      severity: 'error',
      from: { path: '^src-renderer/ui/', pathNot: test },
      to: { path: '^(src-core/|src-renderer/(?!ui/)|node_modules/(@tiptap|prosemirror-[^/]+)/)' },
    },
    {
      name: 'renderer-host-is-a-wire',
      comment: 'renderer/host carries calls: it knows the contract, and neither React nor what the calls are for.',
      severity: 'error',
      from: { path: '^src-renderer/host/', pathNot: test },
      to: { path: '^(src-core/|src-renderer/|node_modules/(react|react-dom|antd)/)', pathNot: '^(src-core/contract|src-renderer/host)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one concept in two rooms: neither can be read first.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A source file that no host, page, script or benchmark leads to is dead, even when its own test still calls it: use it or delete it.',
      severity: 'error',
      from: { path: [entries, '^(scripts|bench)/'], pathNot: test },
      to: { path: '^src-', pathNot: [test, entries, '\\.d\\.ts$'], reachable: false },
    },
    {
      name: 'tests-not-imported',
      comment: 'A test that another file imports runs twice or not at all; what two tests share is a builder in test/support.',
      severity: 'error',
      from: {},
      to: { path: test },
    },
    {
      name: 'source-knows-no-test',
      comment: 'The product must build without test/, bench/ and scripts/.',
      severity: 'error',
      from: { path: '^src-', pathNot: test },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'imports-resolve',
      comment: 'An import that cannot be resolved escapes every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|electron$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|png|ttf)$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'] },
    cache: { folder: '.cache/dependency-cruiser', strategy: 'content' },
  },
};
