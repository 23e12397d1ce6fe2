/** Builds the walls between rooms and runtimes from domain/rooms.ts; each rule says what to do instead. */
import { ROOMS } from './platform/src/domain/rooms.ts';

const rooms = ROOMS.join('|');
const test = '(\\.test\\.tsx?$|^platform/test/|^web/e2e/)';

const upstreamOnly = ROOMS.slice(0, -1).map((room, index) => ({
  name: `${room}-looks-only-upstream`,
  severity: 'error',
  comment:
    'A room may know earlier rooms, never later ones. Define the words here and let the later room speak them.',
  from: { path: `^platform/src/(domain|server)/${room}/`, pathNot: test },
  to: { path: `^platform/src/(domain|server)/(${ROOMS.slice(index + 1).join('|')})/` },
}));

export default {
  forbidden: [
    ...upstreamOnly,
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'The domain imports nothing but the domain. Take facts as arguments; put effects in server/.',
      from: { path: '^platform/src/domain/', pathNot: test },
      to: { pathNot: '^platform/src/domain/' },
    },
    {
      name: 'rooms-do-not-know-the-journey',
      severity: 'error',
      comment: 'Files in the domain root compose the rooms. A room returns what it decided.',
      from: { path: `^platform/src/domain/(${rooms})/`, pathNot: test },
      to: { path: '^platform/src/domain/[^/]+\\.ts$' },
    },
    {
      name: 'machinery-knows-no-room',
      severity: 'error',
      comment:
        'db, journal and config serve every room. Only main, world, http/app and jobs/run compose rooms.',
      from: { path: '^platform/src/server/(db|journal|config)(/|\\.ts$)', pathNot: test },
      to: { path: `^platform/src/server/(${rooms}|intake|gateways)/` },
    },
    {
      name: 'intake-reads-stores-only',
      severity: 'error',
      comment:
        'Intake is one pass over a batch: it may use every room’s store, not its handlers or routes.',
      from: { path: '^platform/src/server/intake/', pathNot: test },
      to: {
        path: `^platform/src/server/(${rooms})/`,
        pathNot: `^platform/src/server/(${rooms})/(store|.*-store)\\.ts$`,
      },
    },
    {
      name: 'rooms-do-not-call-intake',
      severity: 'error',
      comment: 'A room is called by intake; let its routes take what they need from the world.',
      from: { path: `^platform/src/server/(${rooms})/(store|.*-store|jobs)\\.ts$` },
      to: { path: '^platform/src/server/intake/' },
    },
    {
      name: 'sql-in-stores-only',
      severity: 'error',
      comment: 'pg is used under server/db and in store.ts. Add a query to the room’s store.',
      from: {
        path: '^platform/src/',
        pathNot: ['^platform/src/server/db/', '(^|/)(store|.*-store)\\.ts$', test],
      },
      to: { path: 'node_modules/(pg|@types/pg)/' },
    },
    {
      name: 'web-knows-the-contract-only',
      severity: 'error',
      comment: 'The web programs know docs/reference/openapi.json and what is generated from it.',
      from: { path: '^web/', pathNot: '^web/e2e/' },
      to: { path: '^(platform|tools)/' },
    },
    {
      name: 'platform-does-not-know-web',
      severity: 'error',
      comment: 'The server serves web/dist as files; it never imports them.',
      from: { path: '^platform/' },
      to: { path: '^web/' },
    },
    {
      name: 'programs-are-strangers',
      severity: 'error',
      comment: 'Share through web/src/ui, web/src/api or web/src/format.',
      from: { path: '^web/src/(officer|trader)/' },
      to: { path: '^web/src/(officer|trader)/', pathNot: '^web/src/$1/' },
    },
    {
      name: 'nothing-imports-a-test',
      severity: 'error',
      comment: 'Move what is shared to test/support or beside the code.',
      from: {},
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'product-does-not-know-its-tests',
      severity: 'error',
      comment: 'Only tests use platform/test and web/e2e.',
      from: { path: '^(platform/src|web/src)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(platform/test|web/e2e)/' },
    },
    {
      name: 'product-does-not-need-development-packages',
      severity: 'error',
      comment: 'What runs in production is a dependency, not a devDependency.',
      from: { path: '^(platform/src|web/src)/', pathNot: '\\.test\\.tsx?$' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or need a third that both know.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'The import points to nothing: a missing file, or a package in no package.json.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
