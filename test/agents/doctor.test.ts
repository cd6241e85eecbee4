import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentName } from '../../src/agents/adapter.ts';
import { ADAPTERS } from '../../src/agents/adapters.ts';
import type { Site } from '../../src/agents/config/host-steps.ts';
import { install, planInit, siteOf } from '../../src/agents/config/init-plan.ts';
import { examineGit } from '../../src/agents/doctor/examine-git.ts';
import { examineHost } from '../../src/agents/doctor/examine-host.ts';
import { remarksOn } from '../../src/agents/doctor/remarks.ts';
import { connect } from '../../src/daemon/client.ts';
import { Repository, rule, rulebook } from '../git/repository.ts';

const began = new Repository()
  .write('.bylaw/rulebook.yaml', rulebook([rule('no-fixme', { kind: 'text', pattern: 'FIXME' })]))
  .stage('base.txt', 'x\n')
  .commit();
afterAll(() => began.remove());

let r: Repository;
let site: Site;
beforeEach(() => {
  r = began.copy();
  site = { ...siteOf(r.root), home: path.join(r.root, '.home') };
  mkdirSync(site.home);
});
afterEach(async () => {
  // The launcher starts a daemon where none answers.
  const daemon = await connect(r.root);
  await daemon?.ask({ ask: 'stop' });
  r.remove();
});

function set(agents: readonly AgentName[], git = false): void {
  install(planInit({ agents, git }, site), site);
}

function change(file: string, edit: (text: string) => string): void {
  const place = path.join(r.root, file);
  writeFileSync(place, edit(existsSync(place) ? readFileSync(place, 'utf8') : ''));
}

const claude = () => examineHost(ADAPTERS.claude, site);

describe('a sound installation', () => {
  it('is alive for every kind of host, and nobody is at fault', async () => {
    set(['claude', 'cursor', 'cline', 'kiro', 'amp', 'droid'], true);
    const doors = (['claude', 'cursor', 'cline', 'kiro', 'amp', 'droid'] as const).map((name) =>
      examineHost(ADAPTERS[name], site),
    );
    expect(doors.filter((door) => door.state !== 'alive')).toEqual([]);
    expect(examineHost(ADAPTERS.gemini, site).state).toBe('absent');
    expect(examineGit(site)).toMatchObject({ state: 'alive' });
    expect((await remarksOn(site)).filter((remark) => remark.fault)).toEqual([]);
  });
});

describe('/bylaw-draft', () => {
  const skill = '.claude/skills/bylaw-draft/SKILL.md';
  const about = async (file: string) => (await remarksOn(site)).filter((remark) => remark.about === file);

  it('is there with the hooks, and nothing is said of it', async () => {
    set(['claude']);
    expect(await about(skill)).toEqual([]);
  });

  it('is missed where it was taken away, and only by hosts that are held to rules', async () => {
    set(['claude']);
    rmSync(path.join(r.root, skill));
    expect(await about(skill)).toMatchObject([{ fault: false, text: expect.stringContaining('is missing') }]);
    expect(await about('.cursor/commands/bylaw-draft.md')).toEqual([]);
  });

  it('is told to be old where it was changed, unless it is the own file of a person', async () => {
    set(['claude']);
    change(skill, (text) => text.replace('bylaw draft', 'bylaw drafts'));
    expect(await about(skill)).toMatchObject([{ text: 'is not what this version installs' }]);
    change(skill, () => 'Draft as you like.\n');
    expect(await about(skill)).toEqual([]);
  });
});

describe('planted faults', () => {
  it('a launcher that is gone', async () => {
    set(['claude']);
    rmSync(path.join(r.root, '.bylaw/hook'));
    expect(claude()).toMatchObject({ state: 'dead', why: expect.stringContaining('is not found') });
    expect(await remarksOn(site)).toContainEqual(expect.objectContaining({ about: '.bylaw/hook', fault: true }));
  });

  it('a launcher that may not be run', () => {
    set(['claude']);
    chmodSync(path.join(r.root, '.bylaw/hook'), 0o644);
    expect(claude()).toMatchObject({
      state: 'dead',
      why: expect.stringContaining('may not be run'),
      remedy: 'chmod +x .bylaw/hook',
    });
  });

  it('a launcher that was tampered with', async () => {
    set(['claude']);
    change('.bylaw/hook', () => '#!/bin/sh\nexit 0\n');
    expect(claude()).toMatchObject({ state: 'dead', why: expect.stringContaining('pass') });
    expect(await remarksOn(site)).toContainEqual(
      expect.objectContaining({ text: 'is not what this version installs' }),
    );
  });

  it('an entry whose path is wrong', () => {
    set(['claude']);
    change('.claude/settings.json', (text) => text.replaceAll('$CLAUDE_PROJECT_DIR', '$CLAUDE_PROJECT_DIR/sub'));
    expect(claude()).toMatchObject({ state: 'dead', why: expect.stringContaining('is not found') });
  });

  it('an entry under an event that the host does not know', () => {
    set(['cursor']);
    change('.cursor/hooks.json', (text) =>
      text.replaceAll('"preToolUse"', '"beforeEverything"').replaceAll('"beforeShellExecution"', '"beforeShell"'),
    );
    expect(examineHost(ADAPTERS.cursor, site)).toMatchObject({
      state: 'dead',
      why: expect.stringContaining('nothing of ours is registered'),
    });
  });

  it('a configuration that is no JSON', () => {
    set(['gemini']);
    change('.gemini/settings.json', (text) => text.slice(0, -4));
    expect(examineHost(ADAPTERS.gemini, site)).toMatchObject({
      state: 'dead',
      why: expect.stringContaining('is no JSON'),
    });
  });

  it('a kill switch, in the repository or at home', () => {
    set(['claude']);
    change('.claude/settings.local.json', () => '{ "disableAllHooks": true }');
    expect(claude()).toMatchObject({ state: 'bypassed', remedy: 'take it out of .claude/settings.local.json' });
    rmSync(path.join(r.root, '.claude/settings.local.json'));
    r.write('.home/.claude/settings.json', '{ "disableAllHooks": true }');
    expect(claude()).toMatchObject({ state: 'bypassed', remedy: 'take it out of ~/.claude/settings.json' });
  });

  it('one of several hook files that is not ours', () => {
    set(['cline']);
    change('.clinerules/hooks/PreToolUse', () => '#!/bin/sh\necho \'{"cancel":false}\'\n');
    expect(examineHost(ADAPTERS.cline, site)).toMatchObject({
      state: 'dead',
      why: expect.stringContaining('PreToolUse'),
    });
  });

  it('a plugin from another version', () => {
    set(['opencode']);
    change('.opencode/plugins/bylaw.js', (text) =>
      text.replace("throw new Error(answer.text || 'refused by bylaw')", 'return'),
    );
    expect(examineHost(ADAPTERS.opencode, site)).toMatchObject({
      state: 'dead',
      why: expect.stringContaining('is not what this version installs'),
    });
  });

  it('a program that is nowhere', async () => {
    set(['claude']);
    change('.bylaw/run/program', () => '/nowhere/bylaw.js\n');
    expect(claude()).toMatchObject({
      state: 'dead',
      why: expect.stringMatching(/refuses even the command `true`: bylaw is not installed/),
    });
    expect(await remarksOn(site)).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('finds no bylaw') }),
    );
  });

  it('a rulebook that cannot be read', async () => {
    set(['claude']);
    change('.bylaw/rulebook.yaml', () => 'version: 1\nrules: [\n');
    expect(claude()).toMatchObject({ state: 'dead', why: expect.stringContaining('refuses even the command `true`') });
    expect(await remarksOn(site)).toContainEqual(expect.objectContaining({ about: 'rules', fault: true }));
  });

  it('no rulebook', async () => {
    set(['claude']);
    rmSync(path.join(r.root, '.bylaw/rulebook.yaml'));
    expect(claude()).toMatchObject({ state: 'dead', why: expect.stringContaining('pass') });
    expect(await remarksOn(site)).toContainEqual(
      expect.objectContaining({ about: 'rules', remedy: expect.stringContaining('bylaw compile') }),
    );
  });

  it('git hooks that may not be run, that are missing, and that git does not look for', () => {
    set([], true);
    chmodSync(path.join(r.root, '.git/hooks/commit-msg'), 0o644);
    expect(examineGit(site)).toMatchObject({
      name: 'git hooks (commit-msg)',
      state: 'dead',
      why: expect.stringContaining('may not be run'),
    });
    rmSync(path.join(r.root, '.git/hooks/commit-msg'));
    expect(examineGit(site)).toMatchObject({ state: 'dead', why: expect.stringContaining('finds no commit-msg hook') });
    r.git('config', 'core.hooksPath', '.elsewhere');
    expect(examineGit(site)).toMatchObject({
      state: 'bypassed',
      why: expect.stringContaining('core.hooksPath is .elsewhere'),
    });
  });

  it('a hook that gives up before ours', () => {
    set([], true);
    change('.git/hooks/pre-commit', (text) => text.replace('#!/bin/sh\n', '#!/bin/sh\nexit 0\n'));
    expect(examineGit(site)).toMatchObject({
      name: 'git hooks (pre-commit)',
      state: 'dead',
      why: expect.stringContaining('lets everything pass'),
    });
  });

  it('a hook manager that was never set up', () => {
    r.write('lefthook.yml', 'pre-push: {}\n');
    set([], true);
    expect(examineGit(site)).toMatchObject({ state: expect.not.stringMatching('alive') });
  });

  it('a daemon that is gone without a word', async () => {
    set(['claude']);
    r.write(
      '.bylaw/run/daemon.json',
      '{"pid":999999,"socket":"/tmp/nothing.sock","version":"0","since":"2020-01-01T00:00:00Z"}\n',
    );
    expect(await remarksOn(site)).toContainEqual(
      expect.objectContaining({ about: 'daemon', fault: false, text: expect.stringContaining('does not answer') }),
    );
    expect(claude()).toMatchObject({ state: 'alive' });
  });
});
