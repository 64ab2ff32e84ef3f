/**
 * Who may import whom. Each rule says in its comment what to do instead; ARCHITECTURE.md says why the whole is so.
 * A type is a dependency too, unless a rule says otherwise.
 */

/** Lower may not import higher. */
const platformOrder = [
  'config',
  'clock',
  'csv',
  'log',
  'telemetry',
  'db',
  'vault',
  'jobs',
  'auth',
  'policy',
  'audit',
  'backup',
  'http',
  'imports',
  'egress',
  'webhooks',
  'slack',
  'mail',
  'phone',
  'i18n',
];

/** Slice → the slices whose door it may use. */
const sliceEdges = {
  people: [],
  links: ['people'],
  networks: ['people'],
  share: ['networks', 'links', 'people'],
  schedule: ['people'],
  pay: ['schedule', 'people'],
  billing: ['people'],
  processes: ['schedule', 'people'],
  trust: ['people'],
};

const tests = '\\.(test|fixture)\\.tsx?$';
const sliceWeb = '^src/features/[^/]+/web/';
const webApp = ['^src/web/', sliceWeb];

/** Files of a slice that touch the world by their name; what stands beside them is rules. */
const worldly = ['(^|/)(index|store|routes|slack|jobs|events|migrations)\\.ts$'];

/** Files of a slice that touch the world under another name, with the reason. */
const alsoWorldly = [
  // The Bluesky connector is the network's own client: sessions, refresh and errors are the library's types and classes.
  '^src/features/networks/bluesky/(client-metadata|oauth|renewal|sign-in|silence)\\.ts$',
  // The only place that talks to Stripe: its client's calls and errors are the library's.
  '^src/features/billing/stripe-gate\\.ts$',
  // Letters are written with fonts that come as files of a package.
  '^src/features/pay/raises/letter-fonts\\.ts$',
  // The journal of clicks is a file: it must not wait for a database.
  '^src/features/links/journal(-(file|folder))?\\.ts$',
  // The solver computes for minutes in threads of its own, which these two start and are.
  '^src/features/schedule/solver/(runner|worker)\\.ts$',
  // What others wrote is parsed in a thread of its own, which may be ended: these two start it and are it.
  '^src/features/share/feeds/reading/(read-feed|thread)\\.ts$',
];

/** Where the parts are put together. */
const root = '^src/(acts|app|joints|main|migrations|mounting|open-audit|personal-sources|policies|sealed-places)\\.ts$';

const builtInWorld =
  '^(node:)?(fs|fs/promises|http|https|http2|net|tls|dns|dns/promises|dgram|child_process|worker_threads)$';
const packagedWorld = 'node_modules/(undici|pg|pg-boss|kysely|nodemailer|sharp|better-auth|stripe|@slack|@atproto)/';

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const general = [
  rule('no-cycle', 'Move what both sides need into a file of its own, below both.', {}, { circular: true }),
  rule(
    'resolvable',
    'The file or package does not exist: mend the path, or add the package to package.json.',
    {},
    { couldNotResolve: true },
  ),
  rule(
    'product-without-tests',
    'Product code stands on its own: move what it needs from there into src.',
    { path: '^src/', pathNot: tests },
    { path: ['^(test|practice|scripts|bench)/', tests] },
  ),
  rule(
    'runtime-packages',
    'The server runs without devDependencies: move the package to dependencies. (The web app is built before.)',
    { path: '^src/', pathNot: [tests, ...webApp] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
];

const platform = [
  rule(
    'platform-knows-no-business',
    'Take what you need as an argument, or let the slice register it with the platform in app.ts.',
    { path: '^src/platform/', pathNot: tests },
    { path: ['^src/(features|web)/', root] },
  ),
  rule(
    'platform-folder-has-its-place',
    'Give the new folder its place in platformOrder in .dependency-cruiser.cjs and in ARCHITECTURE.md.',
    {},
    { path: '^src/platform/[^/]+/', pathNot: `^src/platform/(${platformOrder.join('|')})/` },
  ),
  ...platformOrder
    .slice(0, -1)
    .map((name, index) =>
      rule(
        `platform-order-${name}`,
        `The order is ${platformOrder.join(' < ')}: take the thing as an argument instead of importing upwards.`,
        { path: `^src/platform/${name}/`, pathNot: tests },
        { path: `^src/platform/(${platformOrder.slice(index + 1).join('|')})/` },
      ),
    ),
];

const useTheDoor =
  "Import the folder's index.ts. If what you need is not there, ask whether it should be, and export it.";
const doors = [
  rule(
    'platform-door-within',
    useTheDoor,
    { path: '^src/platform/([^/]+)/' },
    { path: '^src/platform/[^/]+/', pathNot: ['^src/platform/$1/', '^src/platform/[^/]+/index\\.ts$'] },
  ),
  rule(
    'platform-door',
    useTheDoor,
    // The bench measures the vault's bare cipher, and rotates tokens in the table that the vault's tests have a fixture for;
    // the practice workspace draws pictures, which the doors forbid to their process.
    { pathNot: ['^src/platform/', '^bench/(rotation|sealing)\\.ts$', '^practice/slack-shortcuts\\.ts$'] },
    { path: '^src/platform/[^/]+/', pathNot: '^src/platform/[^/]+/index\\.ts$' },
  ),
  rule(
    'slice-door-within',
    useTheDoor,
    { path: '^src/features/([^/]+)/' },
    { path: '^src/features/[^/]+/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/(web/)?index\\.ts$'] },
  ),
  rule(
    'slice-door',
    `${useTheDoor} (Pages are open to the shell of the web app.)`,
    // The bench queues shares as a click in Slack does, for which the slice has a fixture, and accounts as a sign-in leaves them;
    // it measures the solver without its thread, and checks rosters as the solver's tests do.
    {
      pathNot: [
        '^src/features/',
        '^bench/lab/(share|kill)-site\\.ts$',
        '^bench/(schedule|lab/(rosters|shift-scheduling))\\.ts$',
      ],
    },
    { path: '^src/features/[^/]+/', pathNot: ['^src/features/[^/]+/index\\.ts$', sliceWeb] },
  ),
];

const slices = [
  rule(
    'slice-has-its-place',
    'Give the new slice its edges in sliceEdges in .dependency-cruiser.cjs and in ARCHITECTURE.md.',
    {},
    { path: '^src/features/[^/]+/', pathNot: `^src/features/(${Object.keys(sliceEdges).join('|')})/` },
  ),
  ...Object.entries(sliceEdges).map(([name, allowed]) =>
    rule(
      `slice-edges-${name}`,
      `${name} may use ${allowed.join(', ') || 'no other slice'}. Against an edge, information flows as an event that is handled as a job.`,
      { path: `^src/features/${name}/` },
      { path: '^src/features/', pathNot: `^src/features/(${[name, ...allowed].join('|')})/` },
    ),
  ),
  rule(
    'one-composition-root',
    'Only app.ts and what it is made of put slices together, and the shell of the web app their pages.',
    { path: '^src/', pathNot: [root, '^src/web/', '^src/features/', tests] },
    { path: '^src/features/' },
  ),
  rule(
    'rules-without-world',
    'This file is rules: take time, chance and what was read as arguments. If it must touch the world, that belongs into store, routes, slack, jobs or events.',
    { path: '^src/features/', pathNot: [...worldly, ...alsoWorldly, sliceWeb, tests] },
    { path: [builtInWorld, packagedWorld], dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'web-app-without-server',
    'This code runs in a browser: ask the server by its routes, or move what both need into a file of rules.',
    { path: webApp, pathNot: tests },
    {
      path: ['^src/(platform|app\\.ts|main\\.ts)', builtInWorld, '^src/features/[^/]+/(store|routes|slack|jobs)\\.ts$'],
      dependencyTypesNot: ['type-only'],
    },
  ),
];

const singlePlaces = [
  rule(
    'sql-in-stores',
    "SQL stands in a slice's store.ts, written with what platform/db hands out.",
    {
      path: '^src/',
      pathNot: [
        '(^|/)store\\.ts$',
        '^src/platform/db/',
        '^src/platform/(auth|jobs)/',
        '^src/features/[^/]+/migrations\\.ts$',
        tests,
      ],
    },
    { path: 'node_modules/(kysely|pg|@electric-sql)/', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'cryptography-in-vault',
    'Only platform/vault does cryptography: use its door, or give the vault a function for what you need.',
    { path: '^src/', pathNot: ['^src/platform/vault/', tests] },
    { path: '^(node:)?crypto$', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'connections-in-egress-and-http',
    'Connections go out through platform/egress and come in through platform/http.',
    { path: '^src/', pathNot: ['^src/platform/(egress|http)/', tests] },
    {
      path: ['^(node:)?(http|https|http2|net|tls|dns|dns/promises|dgram)$', 'node_modules/undici/'],
      dependencyTypesNot: ['type-only'],
    },
  ),
];

module.exports = {
  forbidden: [...general, ...platform, ...doors, ...slices, ...singlePlaces],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
