/**
 * The rooms of the house and what each may import (docs/house.md). The comment of a rule is the reason that a
 * violation prints.
 */
const rooms = {
  domain: {
    may: [],
    packages: ['@js-temporal/polyfill'],
    why: 'business rules are pure functions and values: they know no database, no network, no clock',
  },
  automation: {
    may: ['domain'],
    packages: ['zod', 'liquidjs', 'rrule'],
    why: 'the language runs in the browser, in the simulator and in production alike, so it stays pure',
  },
  texts: { may: [], packages: [], why: 'words depend on nothing, so that bot and web can both read them' },
  platform: {
    may: [],
    packages: '*',
    why: 'the floor of the house: everything stands on it, it stands on nothing of ours',
  },
  persistence: {
    may: ['domain', 'platform'],
    packages: ['@mikro-orm/core', '@mikro-orm/postgresql', '@mikro-orm/migrations', 'kysely', 'pg'],
    why: 'rows know business values; what is done with them is decided in use-cases/',
  },
  providers: {
    may: ['domain', 'platform'],
    packages: '*',
    why: 'the outside world is reached through a port and knows nothing of who uses it',
  },
  'use-cases': {
    may: ['domain', 'automation', 'texts', 'persistence', 'platform', 'providers'],
    packages: ['@mikro-orm/core', 'zod', 'pg'],
    why: 'what the product can do is the same whoever asks: a button, a page, an activity',
  },
  workflows: {
    may: ['domain', 'activities'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
    why: 'workflows are replayed in a sandbox: time, chance and input come from Temporal alone',
  },
  activities: {
    may: ['use-cases', 'domain', 'automation', 'providers', 'platform', 'persistence'],
    packages: ['@temporalio/activity', '@temporalio/common'],
    why: 'activities are thin: they call use cases and providers and translate errors',
  },
  bot: {
    may: ['use-cases', 'domain', 'texts', 'platform', 'persistence', 'providers'],
    packages: ['grammy', 'zod'],
    why: 'screens call use cases; they decide nothing',
  },
  api: {
    may: ['use-cases', 'domain', 'automation', 'texts', 'platform', 'persistence', 'providers'],
    packages: '*',
    why: 'routes parse, call a use case and answer',
  },
  'api-client': { may: [], packages: ['openapi-fetch'], why: 'generated from the OpenAPI document' },
  'builder-ui': {
    may: ['automation', 'domain', 'texts', 'api-client'],
    packages: '*',
    why: 'pages speak to the API, and share only the language, the rules and the words',
  },
  workers: {
    may: [
      'activities',
      'workflows',
      'use-cases',
      'domain',
      'automation',
      'texts',
      'platform',
      'persistence',
      'providers',
      'api',
      'bot',
      'temporal-config',
    ],
    packages: '*',
    why: 'a worker wires everything on the server',
  },
};

const escaped = (name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
const notTests = '\\.test\\.tsx?$';

const walls = Object.entries(rooms).map(([room, { may, why }]) => ({
  name: `${room}-walls`,
  severity: 'error',
  comment: `${room}/ may import ${[...may.map((name) => `${name}/`)].join(', ') || 'nothing of ours'}: ${why}.`,
  from: { path: `^${escaped(room)}/`, pathNot: notTests },
  to: {
    dependencyTypesNot: ['core'],
    path: '^[a-z-]+/',
    pathNot: [`^(${[room, ...may].map(escaped).join('|')})/`, '^node_modules/'],
  },
}));

const packages = Object.entries(rooms)
  .filter(([, { packages: list }]) => Array.isArray(list))
  .map(([room, { packages: list, why }]) => ({
    name: `${room}-packages`,
    severity: 'error',
    comment: `${room}/ may use ${list.join(', ') || 'no package'}: ${why}.`,
    from: { path: `^${escaped(room)}/`, pathNot: notTests },
    to: {
      path: '^node_modules/',
      pathNot: list.length === 0 ? [] : [`^node_modules/(${list.map(escaped).join('|')}|@types)/`],
    },
  }));

export default {
  forbidden: [
    ...walls,
    ...packages,
    {
      name: 'workflows-import-activities-as-types',
      severity: 'error',
      comment: 'an activity imported as a value would be bundled into the sandbox silently: use `import type`.',
      from: { path: '^workflows/', pathNot: notTests },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workflows-keep-polyfill-out',
      severity: 'error',
      comment: 'the polyfill doubles the bundle of every workflow: import domain files that need none.',
      from: { path: '^workflows/', pathNot: notTests },
      to: { path: '^domain/time\\.ts$' },
    },
    {
      name: 'use-cases-know-ports-only',
      severity: 'error',
      comment: 'use cases name a provider by its port; which vendor stands behind it is wired in workers/ and api/.',
      from: { path: '^use-cases/', pathNot: notTests },
      to: { path: '^providers/', pathNot: '/port\\.ts$' },
    },
    {
      name: 'pure-rooms-have-no-node',
      severity: 'error',
      comment: 'domain/, automation/ and texts/ run in the browser too: no Node modules there.',
      from: { path: '^(domain|automation|texts)/', pathNot: notTests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'two files that import each other are one thought in two places: move what both need into a third.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'emulators-stay-outside',
      severity: 'error',
      comment:
        'the product speaks to an emulator by HTTP as to the vendor; only the emulators’ own process and tests import one.',
      from: { pathNot: ['^providers/', notTests, '^test/', '^benchmarks/'] },
      to: { path: '/emulator/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^\\.takt/', '^test/fixtures/planted/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
