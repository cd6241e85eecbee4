import { describe } from 'vitest';
import { heldInSessions, type Told } from './sessions.ts';

const FILES = {
  'package.json': '{"name":"harbour","scripts":{"gen":"x","lint":"y"}}',
  'package-lock.json': '{}',
  'src/boats/ferry.ts': 'export {};\n',
  'src/boats/tug.ts': 'export {};\n',
  'src/cargo-kinds/grain.def.ts': 'export {};\n',
  'src/signals.ts': 'export {};\n',
  'src/timetable-reader.ts': 'export {};\n',
  'src/port.ts': 'export {};\n',
  'test/port.test.ts': 'export {};\n',
  'docs/guide.md': '# Guide\n',
  'CHANGELOG.md': '# Changes\n',
};
const FEATURE = 'git commit -m "feat: sail"';
const FIX = 'git commit -m "fix(port): moor"';

/** What goes along with features and fixes: the commit says which it is. */
const WORK: readonly Told[] = [
  [
    [
      'New features need tests.',
      'Write unit tests for new features.',
      'When you add a feature, add a test for it.',
      'All features must be covered by tests.',
      'Never add a feature without tests.',
      'Tests are required for new features.',
    ],
    [`+src/port.ts ; ${FEATURE}`, `+src/port.ts ; git commit -m "feat!: sail"`, `+src/port.ts ; ${FEATURE} ; stop`],
    [
      `+src/port.ts ; +test/port.test.ts ; ${FEATURE}`,
      `+src/port.ts ; ${FIX}`,
      `+docs/guide.md ; ${FEATURE}`,
      `+src/port.ts ; git commit -m "featureless seas"`,
      '+src/port.ts ; stop',
    ],
  ],
  [
    [
      'Bug fixes must come with a regression test.',
      'When fixing a bug, add a regression test that fails before the fix.',
      'Every bug fix gets a test.',
      'Fixes without a test are not accepted.',
    ],
    [`+src/port.ts ; ${FIX}`],
    [`+src/port.ts ; +test/port.test.ts ; ${FIX}`, `+src/port.ts ; ${FEATURE}`],
  ],
  [
    ['Update documentation in `docs/` when adding features.', 'Keep the docs up to date with new features.'],
    [`+src/port.ts ; ${FEATURE}`],
    [`+src/port.ts ; +docs/guide.md ; ${FEATURE}`, `+src/port.ts ; ${FIX}`],
  ],
  [
    ['Add an entry to the changelog for every bug fix.', 'Update `CHANGELOG.md` when fixing bugs.'],
    [`+src/port.ts ; ${FIX}`],
    [`+src/port.ts ; +CHANGELOG.md ; ${FIX}`],
  ],
  [
    [
      'Features are what sells a harbour.',
      'Add tests for edge cases.',
      'Every boat has tests.',
      'Each test needs one purpose.',
      'Tests document the features.',
      'Consider tests for features with many branches.',
    ],
    [],
    [`+src/port.ts ; ${FEATURE}`, `+src/boats/raft.ts ; ${FIX}`, '+test/port.test.ts ; stop'],
  ],
];

/** What goes along with parts of the repository that a noun is the name of. */
const PARTS: readonly Told[] = [
  [
    [
      'New boats need a test.',
      'Write tests for new boats.',
      'When adding a boat, add tests.',
      'Every boat must have a test.',
    ],
    ['+src/boats/raft.ts ; stop', `+src/boats/raft.ts ; ${FIX}`],
    ['+src/boats/raft.ts ; +test/raft.test.ts ; stop', '+src/boats/tug.ts ; stop', '+src/port.ts ; stop'],
  ],
  [
    ['New code needs tests.', 'All new code must have tests.', 'Write tests for all new code.'],
    ['+src/raft.ts ; stop'],
    ['+src/raft.ts ; +test/raft.test.ts ; stop', '+src/port.ts ; stop', '+docs/raft.md ; stop'],
  ],
  [
    ['After changing a cargo kind, run `npm run gen`.', 'Run `npm run gen` whenever cargo kinds change.'],
    ['+src/cargo-kinds/salt.def.ts ; stop'],
    ['+src/cargo-kinds/salt.def.ts ; npm run gen ; stop', '+src/port.ts ; stop'],
  ],
  [
    ['When editing signals, update `docs/guide.md`.', 'Adding a signal requires updating the docs.'],
    ['+src/signals.ts ; stop'],
    ['+src/signals.ts ; +docs/guide.md ; stop', '+src/port.ts ; stop'],
  ],
  [
    ['Run `npm run lint` after editing boats, signals or lighthouses.'],
    ['+src/signals.ts ; stop', '+src/boats/tug.ts ; stop'],
    ['+src/signals.ts ; npm run lint ; stop', '+src/boats/tug.test.ts ; stop', '+src/port.ts ; stop'],
  ],
  [['After editing the timetable, run `npm run gen`.'], ['+src/timetable-reader.ts ; stop'], ['+src/port.ts ; stop']],
  [
    ['After changing types, run `npm run gen`.', 'When changing a lighthouse, run `npm run gen`.'],
    [],
    ['+src/port.ts ; stop', '+src/boats/tug.ts ; stop'],
  ],
];

describe('features and fixes', () => heldInSessions(WORK, FILES));
describe('parts of the repository', () => heldInSessions(PARTS, FILES));
describe('tests that lie in the files they test', () =>
  heldInSessions(
    [[['New features need tests.', 'New code needs tests.'], [], [`+src/sail.rs ; ${FEATURE}`, '+src/sail.rs ; stop']]],
    { 'Cargo.toml': '[package]\nname = "harbour"\n', 'src/lib.rs': 'pub fn moor() {}\n' },
  ));
