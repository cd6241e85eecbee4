import type { Intent } from '../../../model/intent.ts';
import type { RepoPath } from '../../../model/path.ts';
import { textOf } from '../../../repository/view.ts';
import { escaped, intentsOf, type Setting } from '../files/settings.ts';
import type { ReadClause } from '../setting.ts';

/** "Runtime: Node.js 22.4.1; package manager: pnpm 9.1.0": versions that the manifest pins stay what they are. */
export function readPins(read: ReadClause): readonly Intent[] {
  return intentsOf(pinsOf(read) ?? [], read);
}

function pinsOf({ setting, stance, clause }: ReadClause): readonly Setting[] | undefined {
  const { statement, knowledge } = setting;
  const first = clause.label[0] ?? clause.subject[0] ?? clause.body[0];
  const last = clause.body.at(-1);
  if (stance === 'forbid' || !first || !last) return undefined;
  const spoken = statement.slice(first.start);
  const match = /^[^;.]*?\b(node(?:\.js|js)?|npm|pnpm|yarn|bun)[ @]+v?(\d+\.\d+\.\d+)\b/i.exec(spoken);
  const manifest = textOf(knowledge.facts.view, 'package.json' as RepoPath) ?? '';
  const tool = match?.[1]?.toLowerCase() ?? '';
  const version = match?.[2] ?? '';
  if (!match || match.index + match[0].length > last.end - first.start + 3) return undefined;
  const exact = escaped(version);
  if (tool.startsWith('node')) {
    if (!new RegExp(`"node"\\s*:\\s*"=?${exact}"`).test(manifest)) return undefined;
    const about = `Node.js is pinned to ${version}`;
    const step = ['jobs', 'a', 'steps', '0', 'with', 'node-version'];
    return [
      {
        about,
        files: ['package.json'],
        key: ['engines', 'node'],
        expect: { matches: `^=?${exact}$` },
        good: [['engines', 'node'], version],
        bad: [['engines', 'node'], '1.0.0'],
      },
      {
        about: `${about} in workflows`,
        files: ['.github/workflows/*.{yml,yaml}'],
        key: ['jobs', '*', 'steps', '*', 'with', 'node-version'],
        expect: { matches: `^(?:v?${exact}|\\$\\{\\{.*)$` },
        good: [step, version],
        bad: [step, '1.0.0'],
      },
    ];
  }
  if (!new RegExp(`"packageManager"\\s*:\\s*"${tool}@${exact}[+"]`).test(manifest)) return undefined;
  return [
    {
      about: `${tool} is pinned to ${version}`,
      files: ['package.json'],
      key: ['packageManager'],
      expect: { matches: `^${tool}@${exact}(?:\\+|$)` },
      good: [['packageManager'], `${tool}@${version}`],
      bad: [['packageManager'], `${tool}@1.0.0`],
      commands: {
        forbid: [{ program: 'corepack', subcommand: [['use', 'prepare', 'install', 'pack']], operands: [`${tool}@*`] }],
        allow: [{ program: 'corepack', operands: [[`${tool}@${version}`, `${tool}@${version}+*`]] }],
        wrong: `corepack use ${tool}@1.0.0`,
        right: `corepack use ${tool}@${version}`,
      },
    },
  ];
}
