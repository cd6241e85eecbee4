import { heldTo } from './held.ts';

const LONG = `export const a = '${'x'.repeat(90)}';\n`;
const SHORT = `export const a = '${'x'.repeat(40)}';\n`;

/** The length of a line is an upper bound, with its unit told or not. */
heldTo(
  [
    [
      [
        'Line length: 88.',
        'Max line length is 88.',
        'Line length is 88 characters.',
        'Line length limit: 88',
        'Keep lines under 89 columns.',
      ],
      [`src/berth.ts: ${LONG}`],
      [`src/berth.ts: ${SHORT}`],
    ],
    [
      ['Keep lines at or below 60 characters.', 'Keep lines at or under 60 characters.'],
      [`src/berth.ts: ${LONG}`, `src/berth.ts: ${SHORT.replace('xx', 'xxx')}`],
      [`src/berth.ts: ${SHORT}`],
    ],
    ['Keep lines under 60 characters.', [`src/berth.ts: ${SHORT}`], []],
    ['Line length is 88 in the printed tide tables only.', [], [`src/berth.ts: ${LONG}`]],
  ],
  { 'package.json': '{"name":"harbour"}', 'src/berth.ts': 'export {};\n' },
);
