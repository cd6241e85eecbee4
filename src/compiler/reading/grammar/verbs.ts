import type { Doing } from '../../../model/intent.ts';
import { table } from '../../../model/table.ts';

/** What a verb asks to be done to its object, as far as a check cares. */
export type VerbClass =
  | 'use' // use, prefer, call, rely on
  | 'run' // run, execute
  | 'edit' // edit, change, delete, rename: something that exists
  | 'delete'
  | 'commit' // commit, stage
  | 'push'
  | 'add' // add, create, write, introduce, have
  | 'place' // place, put, live, belong
  | 'name' // name, call, prefix
  | 'import' // import, depend on
  | 'install'
  | 'read' // read, consult
  | 'keep' // keep, stay, remain
  | 'contain' // contain, include, start with, end with
  | 'publish' // open, submit, publish, merge (pull requests, releases)
  | 'other';

const VERBS: Readonly<Record<Exclude<VerbClass, 'other'>, string>> = {
  use: 'use utilize utilise employ adopt leverage choose pick favor favour prefer rely reach go stick call invoke apply access reference consume switch wrap nest chain spawn swallow catch throw raise return mutate log print assert mock stub test annotate type cast disable suppress ignore skip bypass silence omit enable set export expose inline pass read-from validate sanitize document format lint indent sort order handle treat query talk',
  run: 'run execute launch start issue rerun re-run perform trigger',
  edit: 'edit modify touch change alter update hand-edit overwrite rewrite tamper patch reformat regenerate manually-edit mess bump',
  delete: 'delete remove drop rename move',
  commit: 'commit stage check-in git-add',
  push: 'push force-push',
  add: 'add create write introduce leave include insert define declare implement have contain make generate allow permit keep-in embed hardcode hard-code put-in build produce provide duplicate copy reimplement re-implement instantiate extend inherit subclass subscribe store save',
  place:
    'place put live lives belong go-in goes reside sit locate located store keep mirror move-to colocate co-locate collocate placed stay stays stored',
  name: 'name named title prefix prefixed suffix suffixed begin called',
  import: 'import depend require-module pull-in',
  install: 'install uninstall upgrade downgrade',
  read: 'read consult review see view follow check',
  keep: 'keep stay remain limit cap restrict maintain be ensure wait',
  contain: 'contain include start end carry bear have require',
  publish: 'open submit publish merge release deploy tag close approve file comment',
};

const CLASS_OF = new Map<string, VerbClass>();
for (const [kind, verbs] of Object.entries(VERBS) as [VerbClass, string][]) {
  for (const verb of verbs.split(' ')) if (!CLASS_OF.has(verb)) CLASS_OF.set(verb, kind);
}

/** Words that can be verbs but stand as nouns too often for a bare imperative: they need a sign (never, always, an object) before them. */
const SHY = new Set(
  'test type log print document order format lint import export check file access return mock tag release build name type cast set start end comment issue be cap have title store copy go query talk'.split(
    ' ',
  ),
);

/** Base form of a verb (`using` → `use`, `committed` → `commit`), if it is one we know. */
export function lemma(word: string): string | undefined {
  const low = word.toLowerCase();
  if (CLASS_OF.has(low)) return low;
  const stems: string[] = [];
  if (low.endsWith('ing'))
    stems.push(low.slice(0, -3), `${low.slice(0, -3)}e`, low.slice(0, -4), low.slice(0, -3).replace(/y$/, 'ie'));
  if (low.endsWith('ed')) stems.push(low.slice(0, -2), low.slice(0, -1), low.slice(0, -3), `${low.slice(0, -3)}y`);
  if (low.endsWith('s')) stems.push(low.slice(0, -1), low.slice(0, -2), `${low.slice(0, -3)}y`);
  if (IRREGULAR[low]) stems.unshift(IRREGULAR[low] ?? '');
  return stems.find((stem) => CLASS_OF.has(stem));
}

const IRREGULAR: Readonly<Record<string, string>> = table({
  written: 'write',
  wrote: 'write',
  kept: 'keep',
  left: 'leave',
  put: 'put',
  ran: 'run',
  thrown: 'throw',
  caught: 'catch',
  is: 'be',
  are: 'be',
  was: 'be',
  been: 'be',
  has: 'have',
  had: 'have',
  found: 'place',
  made: 'make',
  built: 'build',
  set: 'set',
  read: 'read',
  hardcoded: 'hardcode',
  'hard-coded': 'hard-code',
  done: 'perform',
  goes: 'go',
});

export function verbClass(base: string): VerbClass {
  return CLASS_OF.get(base) ?? 'other';
}

/** Can this word open an imperative on its own? */
export function opensImperative(word: string): boolean {
  const low = word.toLowerCase();
  return CLASS_OF.has(low) && !SHY.has(low);
}

export function isVerb(word: string): boolean {
  return lemma(word) !== undefined;
}

const DOINGS: Readonly<Partial<Record<VerbClass, Doing>>> = {
  use: 'use',
  run: 'run',
  edit: 'edit',
  delete: 'delete',
  commit: 'commit',
  push: 'push',
  add: 'add',
  place: 'add',
  import: 'import',
  install: 'install',
  publish: 'publish',
  contain: 'add',
};

/** The doing a verb stands for; an item without a verb is about using the thing. */
export function doingOf(base: string | undefined): Doing {
  if (base === undefined) return 'use';
  return DOINGS[verbClass(base)] ?? 'other';
}

/** Verbs that ban a thing altogether when negated; others ("treat `x` as …", "wrap `x` in …") say more than that. */
const OUTRIGHT = new Set(
  'use utilize utilise employ adopt leverage call invoke run execute add write create introduce leave include insert put have import install commit instantiate apply access reference rely reach go resort keep declare define set reintroduce new contain start push make generate choose prefer favor favour pick switch depend require pull-in embed'.split(
    ' ',
  ),
);

export function bansOutright(base: string | undefined): boolean {
  return base === undefined || OUTRIGHT.has(base);
}
