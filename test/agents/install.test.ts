import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AGENTS, type AgentName } from '../../src/agents/adapter.ts';
import { install, planInit, planUninstall, siteOf, uninstall } from '../../src/agents/config/init-plan.ts';
import { kindOf } from '../../src/agents/config/step.ts';
import { removeFolder } from '../setup/remove-folder.ts';

interface Sample {
  readonly name: string;
  readonly agents: readonly AgentName[];
  readonly files: Readonly<Record<string, string>>;
}

const FOREIGN_CLAUDE = `{
	// tabs, comments and a trailing comma
	"permissions": { "allow": ["Bash(ls:*)"], "deny": [], },
	"hooks": {
		"PreToolUse": [
			// theirs
			{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "./lint-command.sh" }] }
		]
	},
}
`;

const SAMPLES: readonly Sample[] = [
  { name: 'an empty repository', agents: [...AGENTS], files: {} },
  {
    name: 'Claude settings with comments, tabs and foreign hooks',
    agents: ['claude'],
    files: { '.claude/settings.json': FOREIGN_CLAUDE },
  },
  {
    name: 'Claude settings with an empty hooks object',
    agents: ['claude'],
    files: { '.claude/settings.json': '{"hooks":{}, "model": "x"}' },
  },
  {
    name: 'Claude settings with Windows line ends',
    agents: ['claude'],
    files: { '.claude/settings.json': '{\r\n    "model": "x"\r\n}\r\n' },
  },
  {
    name: 'Cursor hooks of another tool',
    agents: ['cursor'],
    files: {
      '.cursor/hooks.json': '{\n  "version": 1,\n  "hooks": {\n    "stop": [{ "command": "./notify.sh" }]\n  }\n}',
    },
  },
  {
    name: 'Gemini settings without a final newline',
    agents: ['gemini'],
    files: { '.gemini/settings.json': '{ "theme": "dark" }' },
  },
  {
    name: 'Codex hooks and configuration',
    agents: ['codex'],
    files: { '.codex/hooks.json': '{\n  "hooks": {}\n}\n', '.codex/config.toml': '# mine\n[features]\nhooks = true\n' },
  },
  {
    name: 'Cline with a hook of its own',
    agents: ['cline'],
    files: { '.clinerules/hooks/TaskStart': '#!/bin/sh\necho "{}"\n', '.clinerules/style.md': '- short\n' },
  },
  {
    name: 'lefthook in YAML',
    agents: [],
    files: {
      'lefthook.yml':
        '# ours\npre-commit:\n    parallel: true\n    commands:\n        # lint what is staged\n        lint:\n            run: eslint {staged_files}\n\npre-push: {}\n'.replace(
          'pre-push: {}\n',
          '',
        ),
    },
  },
  {
    name: 'lefthook in TOML without a final newline',
    agents: [],
    files: { 'lefthook.toml': '# ours\n[pre-commit.commands.lint]\nrun = "eslint"' },
  },
  {
    name: 'pre-commit',
    agents: [],
    files: {
      '.pre-commit-config.yaml':
        '# hooks\nrepos:\n-   repo: https://example.org/hooks\n    rev: v1\n    hooks:\n    -   id: trailing-whitespace\n\nfail_fast: true\n',
    },
  },
  {
    name: 'husky',
    agents: [],
    files: { '.husky/pre-commit': 'npm test\n', '.husky/pre-push': '#!/usr/bin/env sh\nnpm run build' },
  },
  {
    name: 'git hooks in shell and in Python',
    agents: [],
    files: {
      '.git/hooks/pre-commit': '#!/bin/bash\nset -e\nmake lint\n',
      '.git/hooks/commit-msg': '#!/usr/bin/env python3\nimport sys\n',
    },
  },
];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) removeFolder(folder);
});

function lay(sample: Sample): { root: string; home: string } {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'bylaw-install-')));
  const home = path.join(root, '..', `${path.basename(root)}-home`);
  mkdirSync(home);
  folders.push(root, home);
  execFileSync('git', ['init', '-q', root]);
  for (const [file, content] of Object.entries(sample.files)) {
    const place = path.join(root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, content);
    if (file.includes('hooks/') || file.startsWith('.husky')) chmodSync(place, 0o755);
  }
  return { root, home };
}

function treeOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const place = path.join(folder, name);
    if (name.startsWith('.bylaw/run') || !/^\.git\/hooks|^(?!\.git\/)/.test(name)) continue;
    files[name] = statSync(place).isDirectory()
      ? 'folder'
      : `${statSync(place).mode & 0o111}:${readFileSync(place, 'latin1')}`;
  }
  delete files['.git'];
  delete files['.bylaw'];
  return files;
}

describe.each(SAMPLES)('installing into $name', (sample) => {
  it('takes out what it put in, byte for byte, and installs twice as once', () => {
    const { root, home } = lay(sample);
    const site = { ...siteOf(root), home };
    const wish = { agents: sample.agents, git: true };
    const before = [treeOf(root), treeOf(home)];

    install(planInit(wish, site), site);
    const once = [treeOf(root), treeOf(home)];
    expect(once).not.toEqual(before);
    const again = planInit(wish, site);
    expect(again.map(kindOf).filter((kind) => kind !== 'same' && kind !== 'problem')).toEqual([]);
    install(again, site);
    expect([treeOf(root), treeOf(home)]).toEqual(once);

    uninstall(planUninstall(site), site);
    expect([treeOf(root), treeOf(home)]).toEqual(before);
  });

  it('keeps what others change in between', () => {
    const { root, home } = lay(sample);
    const site = { ...siteOf(root), home };
    install(planInit({ agents: sample.agents, git: true }, site), site);
    const touched = Object.keys(sample.files).filter((file) => /\.(json|ya?ml|toml)$/.test(file));
    for (const file of touched) {
      const text = readFileSync(path.join(root, file), 'utf8');
      writeFileSync(
        path.join(root, file),
        file.endsWith('json')
          ? text.replace(/\}\s*$/, ' ,"later": 1 }').replace(/,(\s*),/, ',$1')
          : `${text}\n# later\n`,
      );
    }
    uninstall(planUninstall(site), site);
    for (const file of touched) {
      const text = readFileSync(path.join(root, file), 'utf8');
      expect(text).toContain('later');
      expect(text).not.toContain('.bylaw/hook');
      for (const theirs of ['lint-command.sh', 'notify.sh', 'eslint', 'trailing-whitespace']) {
        expect(text.includes(theirs)).toBe(sample.files[file]?.includes(theirs));
      }
    }
  });
});

describe('a file that cannot be edited', () => {
  it.each([
    ['broken JSON', 'claude', '.claude/settings.json', '{ "hooks": [', 'expected a JSON object'],
    [
      'hooks that are no list',
      'claude',
      '.claude/settings.json',
      '{ "hooks": { "Stop": true } }',
      'expected a list at hooks.Stop',
    ],
    ['a foreign executable', 'cline', '.clinerules/hooks/PreToolUse', '#!/bin/sh\ntrue\n', 'the file is not ours'],
  ] as const)('%s is left alone and said', (_name, agent, file, content, problem) => {
    const { root, home } = lay({ name: '', agents: [], files: { [file]: content } });
    const site = { ...siteOf(root), home };
    const steps = planInit({ agents: [agent], git: false }, site);
    install(steps, site);
    expect(steps.find((step) => step.path.endsWith(file))?.problem).toContain(problem);
    expect(readFileSync(path.join(root, file), 'utf8')).toBe(content);
  });
});
