/** Data flows one way: a stage imports only from stages before it, `store`, `model` and `messages`. */
const stages = ['cleaning', 'collect', 'read', 'resolve', 'agreement', 'match', 'weigh', 'coding', 'publish'];

const forwardOnly = stages.map((stage, index) => ({
  name: `${stage}-looks-back-only`,
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: { path: `^src/(${[...stages.slice(index + 1), 'work', 'mcp', 'server', 'cli'].join('|')})/` },
}));

const door = {
  name: 'one-door-a-stage',
  comment:
    'Other folders import a stage through its index.ts; their tests, what its own tests are made with.',
  severity: 'error',
  from: { path: '^src/([^/]+)/' },
  to: { path: '^src/[^/]+/(?!index\\.ts$|testing\\.ts$)', pathNot: '^src/$1/' },
};

const testsOnly = {
  name: 'testing-is-for-tests',
  severity: 'error',
  from: { path: '^src/', pathNot: '(\\.test|/testing)\\.ts$' },
  to: { path: '/testing\\.ts$' },
};

module.exports = {
  forbidden: [
    ...forwardOnly,
    door,
    testsOnly,
    {
      name: 'model-knows-nobody',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/(?!model/)' },
    },
    {
      name: 'messages-know-model',
      severity: 'error',
      from: { path: '^src/messages/' },
      to: { path: '^src/(?!messages/|model/)' },
    },
    {
      name: 'store-knows-model',
      severity: 'error',
      from: { path: '^src/store/' },
      to: { path: '^src/(?!store/|model/)' },
    },
    {
      name: 'language-model-knows-model',
      severity: 'error',
      from: { path: '^src/language-model/' },
      to: { path: '^src/(?!language-model/|model/)' },
    },
    {
      name: 'only-work-asks-language-models',
      comment: 'The stages stay pure, and nothing of what a language model says counts.',
      severity: 'error',
      from: { path: '^src/(?!language-model/|work/|cli/)' },
      to: { path: '^src/language-model/' },
    },
    {
      name: 'one-place-loads-the-client',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/language-model/client\\.ts$' },
      to: { path: 'node_modules/openai/' },
    },
    {
      name: 'one-place-loads-the-client-of-s3',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/object-store/bucket\\.ts$' },
      to: { path: 'node_modules/@(aws-sdk|smithy)/' },
    },
    {
      name: 'a-folder-loads-no-client-of-s3',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/store/object-store/bucket\\.ts$', dynamic: false },
    },
    {
      name: 'work-before-server',
      severity: 'error',
      from: { path: '^src/work/' },
      to: { path: '^src/(mcp|server|cli)/' },
    },
    {
      name: 'mcp-before-server',
      severity: 'error',
      from: { path: '^src/mcp/' },
      to: { path: '^src/(server|cli)/' },
    },
    {
      name: 'evaluate-knows-readings',
      comment: 'It measures readings: nothing is stored, carried or served.',
      severity: 'error',
      from: { path: '^src/evaluate/' },
      to: { path: '^src/(store|work|mcp|server|cli)/' },
    },
    {
      name: 'only-cli-evaluates',
      severity: 'error',
      from: { path: '^src/(?!evaluate/|cli/)' },
      to: { path: '^src/evaluate/' },
    },
    {
      name: 'server-before-cli',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'pure-stages',
      comment:
        'Only store, collect, language-model and work touch disk or network; the reader and the matcher load their weights, and evaluate its corpora.',
      severity: 'error',
      from: { path: '^src/(model|messages|resolve|agreement|weigh|publish)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(node:)?(fs|net|http|https|child_process|dns)(/|$)' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'] },
  },
};
