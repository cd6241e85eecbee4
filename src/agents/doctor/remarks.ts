import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import { addressOf } from '../../daemon/address.ts';
import { readState } from '../../daemon/state.ts';
import { openRepository } from '../../engine/open.ts';
import { Failure } from '../../model/failure.ts';
import { describeDrift, hasDrifted } from '../../rulebook/drift.ts';
import { contentOf, type Site } from '../config/host-steps.ts';
import { LAUNCHER } from '../config/init-plan.ts';
import { readIfThere } from '../config/step.ts';
import { draftingRemarks } from './drafting.ts';
import type { Remark } from './finding.ts';

/** What all doors need: the launcher, the program, rules; and what makes them slow or lax. */
export async function remarksOn(site: Site): Promise<readonly Remark[]> {
  return [
    ...launcherRemarks(site),
    ...draftingRemarks(site),
    ...(await ruleRemarks(site)),
    ...(await daemonRemarks(site)),
    ...pathRemarks(site),
  ];
}

function launcherRemarks(site: Site): readonly Remark[] {
  const file = path.join(site.root, LAUNCHER.path);
  const about = LAUNCHER.path;
  const remedy = 'bylaw init';
  const content = readIfThere(file);
  if (content === undefined) return [{ about, fault: true, text: 'is missing: every hook goes nowhere', remedy }];
  const remarks: Remark[] = [];
  if ((statSync(file).mode & 0o111) === 0) {
    remarks.push({
      about,
      fault: true,
      text: 'may not be run: hosts take that for consent',
      remedy: `chmod +x ${about}`,
    });
  }
  if (content !== contentOf(LAUNCHER, site)) {
    remarks.push({ about, fault: true, text: 'is not what this version installs', remedy });
  }
  const recorded = readIfThere(path.join(site.root, '.bylaw', 'run', 'program'))?.trim();
  const local = path.join(site.root, 'node_modules', '.bin', 'bylaw');
  const onPath = spawnSync('sh', ['-c', 'command -v bylaw'], { encoding: 'utf8' }).status === 0;
  if (!(recorded !== undefined && existsSync(recorded)) && !existsSync(local) && !onPath) {
    const text = 'finds no bylaw: not where it was installed from, not in node_modules, not on PATH';
    remarks.push({ about, fault: true, text, remedy: 'npm install -D bylaw, then bylaw init' });
  }
  return remarks;
}

async function ruleRemarks(site: Site): Promise<readonly Remark[]> {
  try {
    const { rules, settings, drift, engine } = await openRepository(site.root);
    await engine.prepareAll();
    const remarks: Remark[] = [...engine.rejected].map(([rule, reason]) => ({
      about: `rule ${rule}`,
      fault: true,
      text: `cannot work: ${reason}`,
      remedy: 'bylaw compile, or correct it in .bylaw/rules/',
    }));
    if (rules.every((rule) => rule.origin === 'builtin')) {
      remarks.push({ about: 'rules', fault: true, text: 'there are none but our own', remedy: 'bylaw compile' });
    }
    if (settings.failure === 'open') {
      remarks.push({ about: 'bylaw.yaml', fault: false, text: 'failure: open, so what cannot be judged passes' });
    }
    const drifted = drift();
    if (hasDrifted(drifted)) {
      remarks.push({
        about: 'rulebook',
        fault: false,
        text: `is older than the prose (${describeDrift(drifted)})`,
        remedy: 'bylaw compile',
      });
    }
    return remarks;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [{ about: 'rules', fault: true, text: error.toString(), remedy: error.remedy ?? 'bylaw compile' }];
  }
}

async function daemonRemarks(site: Site): Promise<readonly Remark[]> {
  const state = readState(addressOf(site.root).state);
  const about = 'daemon';
  const slow = 'hooks judge in a process of their own, which is slower';
  if (spawnSync('sh', ['-c', 'command -v nc'], { encoding: 'utf8' }).status !== 0) {
    return [{ about, fault: false, text: `nc is not installed: ${slow}`, remedy: 'install netcat-openbsd' }];
  }
  if (!state) return [{ about, fault: false, text: `is not running (it starts with the first hook): ${slow}` }];
  const answers = await isAnswering(state.socket);
  return answers ? [] : [{ about, fault: false, text: `does not answer: ${slow}`, remedy: 'bylaw daemon restart' }];
}

function isAnswering(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(address);
    const end = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(2000, () => end(false));
    socket.on('error', () => end(false));
    socket.on('data', () => end(true));
    socket.on('close', () => end(false));
    socket.on('connect', () => socket.write('{"ask":"hello"}\n'));
  });
}

/** In a wrapped shell the shims must stand before everything else. */
function pathRemarks(site: Site): readonly Remark[] {
  const { shims } = addressOf(site.root);
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const at = folders.indexOf(shims);
  if (at <= 0 || process.env.BYLAW_SESSION === undefined) return [];
  const text = `${folders[0]} stands before the shims: what lies there is run unjudged`;
  return [{ about: 'PATH', fault: true, text, remedy: `put ${shims} first` }];
}
