import type { Intent, Mention, Trigger } from '../../model/intent.ts';
import { PROGRAMMING_LANGUAGES } from '../../model/language.ts';
import { readItems } from './mention.ts';
import { isWholeLanguage, leavesOpen } from './open-duty.ts';
import { globsOf } from './reach.ts';
import type { Adjunct } from './segment.ts';
import type { ReadClause } from './setting.ts';
import { stretch } from './tokens.ts';

const OCCASIONS: readonly (readonly [
  RegExp,
  Extract<Trigger, { kind: 'commit' | 'push' | 'pull-request' | 'stop' }>['kind'],
])[] = [
  [/\b(?:pull requests?|prs?|merge requests?|opening a pr|review|merging)\b/, 'pull-request'],
  [/\bpush(?:ing|es)?\b/, 'push'],
  [/\bcommit(?:ting|s|ted)?\b|\bcheck(?:ing)? in\b/, 'commit'],
  [
    /\b(?:finish\w*|complet\w*|done|hand(?:ing)?[ -]?off|marking|ready|reporting|submit\w*|declar\w*|claim\w*|stop\w*|end(?:ing)?|conclud\w*|deliver\w*|final)\b/,
    'stop',
  ],
];
const CHANGE =
  /\b(chang\w*|edit\w*|modif\w*|touch\w*|updat\w*|add(?:ing|ed|s)?|creat\w*|mov(?:e|ed|es|ing)|renam\w*|delet\w*|remov\w*|writ(?:e|es|ing)|alter\w*)\b/;

const CHANGED = /\bchanges?\b/;
/** A change of whatever: nothing narrows it down. */
const ANY_CHANGE =
  /^(?:(?:you|we|any|all|every|each|your|the|a|an|to|of|some|have|has|been|is|are|making|make|made|chang\w*|edit\w*|modif\w*|touch\w*|updat\w*|add\w*|writ\w*|implement\w*|code|source|sources|files?|something|anything|it|finish\w*|complet\w*|apply\w*|appl\w*|your) ?)+$/;

/** "Run `make lint` before committing", "After changing the schema, run `pnpm gen`", "Read X before editing Y". */
export function readOrder(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting, common } = read;
  const own = timesOf(clause.adjuncts, setting.statement);
  const earlier = own.length === 0 ? timesOf(setting.times, setting.statement) : [];
  const above =
    own.length + earlier.length === 0 && setting.lead && setting.lead.force !== 'may'
      ? timesOf(setting.lead.adjuncts, setting.lead.statement)
      : [];
  const inherited = [...earlier, ...above];
  const times = [...own, ...inherited];
  const befores = times.filter(({ adjunct }) => adjunct.relation === 'before');
  const afters = times.filter(({ adjunct }) => adjunct.relation !== 'before');
  if (leavesOpen(read) || (befores.length === 0 && afters.length === 0 && !verifies(clause, setting))) return undefined;
  const need = clause.object.length > 0 ? read.object : read.subject;
  const commands = asCommands(need, read).filter(
    (mention) =>
      // What a pipeline looks through need not be found: its end says nothing of success.
      (mention.kind === 'command' && !/\s\|\s/.test(mention.text)) ||
      mention.kind === 'tool' ||
      (mention.kind === 'concept' && setting.knowledge.lexicon.concepts[mention.id]?.arms.length === 0),
  );
  const runs =
    clause.verb === undefined ||
    [
      'run',
      'execute',
      'rerun',
      're-run',
      'use',
      'invoke',
      'pass',
      'ensure',
      'perform',
      'call',
      'verify',
      'confirm',
      'prove',
      'check',
      'pass',
    ].includes(clause.verb);
  const reads = clause.verb !== undefined && ['read', 'consult', 'review', 'check', 'see'].includes(clause.verb);
  const updates =
    clause.verb !== undefined && ['update', 'add', 'edit', 'change', 'modify', 'bump', 'create'].includes(clause.verb);
  const due = befores.map((time) => triggersOf(time, read));
  const before = due.flatMap((all) =>
    all[0]?.kind === 'changed' ? all : all.filter((each) => each.kind !== 'changed'),
  );
  const concerning = due.flatMap((all) => all.slice(1)).filter((each) => each.kind === 'changed');
  const told = [...afters.flatMap((adjunct) => triggersOf(adjunct, read)), ...concerning].filter(
    (trigger) => trigger.kind === 'changed' || trigger.kind === 'ran',
  );
  const since: readonly Trigger[] = times.length === 0 ? [{ kind: 'changed', globs: ['**'] }] : told;
  const reach = { ...common.reach, unclear: [], include: setting.reach.include };
  if (runs && commands.length > 0 && (before.length > 0 || since.length > 0)) {
    const ordered = /\b(in (?:this|the following|that|exact)?\s*(?:exact )?order|in order|in sequence|then)\b/i.test(
      setting.statement,
    );
    return [{ ...common, reach, shape: 'order', need: commands, before, since, ordered }];
  }
  const paths = need.filter((mention) => mention.kind === 'path' && mention.qualified === undefined);
  if (reads && paths.length > 0 && before.length > 0)
    return [{ ...common, reach, shape: 'order', need: paths, before, since: [], ordered: false }];
  if (updates && paths.length > 0 && since.length > 0)
    return [{ ...common, reach, shape: 'companion', when: since, need: paths }];
  return undefined;
}

/** A circumstance of time, with the text it stands in. */
interface Time {
  readonly adjunct: Adjunct;
  readonly statement: string;
}

function timesOf(adjuncts: readonly Adjunct[], statement: string): readonly Time[] {
  return adjuncts
    .filter((adjunct) => ['before', 'after', 'when'].includes(adjunct.relation))
    .map((adjunct) => ({ adjunct, statement }));
}

function triggersOf({ adjunct, statement }: Time, read: ReadClause): readonly Trigger[] {
  const { knowledge } = read.setting;
  const [first] = adjunct.tokens;
  const last = adjunct.tokens.at(-1);
  const text = first && last ? statement.slice(first.start, last.end).toLowerCase() : '';
  const mentions: readonly Mention[] = readItems(adjunct.tokens, statement, knowledge).flatMap((item) => item.mentions);
  const command = mentions.find((mention) => mention.kind === 'command');
  if (command) return [{ kind: 'ran', text: command.text }];
  const globs = mentions.flatMap(globsOf);
  const languages = mentions.flatMap((mention) =>
    mention.kind === 'language' ? (knowledge.lexicon.languages[mention.id]?.globs ?? []) : [],
  );
  if (CHANGE.test(text) || CHANGED.test(text) || globs.length > 0) {
    const spoken = mentions.flatMap((mention) => (mention.kind === 'language' ? [mention.text] : []));
    if (globs.length === 0 && spoken.length > 0 && !isWholeLanguage(text, spoken)) return [];
    // "Before committing docs": due at the commit, if such files have changed.
    const act = adjunct.relation === 'before' && !CHANGE.test(text) ? occasionOf(text) : undefined;
    if (act !== undefined && globs.length > 0) return [{ kind: act }, { kind: 'changed', globs }];
    const manifests = DEPENDENCIES.test(text) ? manifestsIn(knowledge) : [];
    const files = globs.length > 0 ? globs : languages.length > 0 ? languages : manifests;
    if (files.length > 0) return [{ kind: 'changed', globs: files, ...howOf(text) }];
    if (ANY_CHANGE.test(text)) return [{ kind: 'changed', globs: ['**'] }];
  }
  const occasion = occasionOf(text);
  return occasion === undefined ? [] : [{ kind: occasion }];
}

function occasionOf(text: string): (typeof OCCASIONS)[number][1] | undefined {
  // Reporting a bug is no end of the work.
  if (/\breporting (?:an? |any )?(?:security )?(?:issues?|bugs?|vulnerabilit\w+|problems?)\b/.test(text))
    return undefined;
  return OCCASIONS.find(([pattern]) => pattern.test(text))?.[1];
}

/** "Run `x` to verify your changes": after any change. */
function verifies(clause: ReadClause['clause'], setting: ReadClause['setting']): boolean {
  if (clause.verb !== 'run' && clause.verb !== 'execute') return false;
  const text = stretch(clause.body, setting.statement);
  return /\bto (?:verify|validate|confirm|check|ensure|make sure)\b(?: that)?(?: (?:your|all|any|the|no|every))* (?:changes?|edits?|nothing)\b/i.test(
    text,
  );
}

const DEPENDENCIES = /\b(?:dependenc(?:y|ies)|requirements)\b/;
const MANIFESTS = ['requirements.txt', 'go.mod', 'Gemfile', 'Directory.Packages.props'];

/** Files that hold the dependencies and nothing else, of the kinds that the repository has. */
function manifestsIn(knowledge: ReadClause['setting']['knowledge']): readonly string[] {
  return MANIFESTS.filter((name) => knowledge.facts.find(name, knowledge.from).length > 0).map((name) => `**/${name}`);
}

function howOf(text: string): { how?: readonly ('create' | 'delete' | 'rename')[] } {
  if (/\b(chang|edit|modif|touch|updat)/.test(text)) return {};
  const how = [
    /\b(add|creat)/.test(text) && ('create' as const),
    /\b(delet|remov)/.test(text) && ('delete' as const),
    /\b(mov|renam)/.test(text) && ('rename' as const),
  ].filter((each) => each !== false);
  return how.length > 0 ? { how } : {};
}

/** "Never skip `make lint` before committing", "Never commit without running `make lint`". */
export function readSkipped(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting } = read;
  if (clause.verb !== undefined && ['skip', 'omit', 'bypass'].includes(clause.verb)) return readOrder(read);
  const without = clause.adjuncts.find((adjunct) => adjunct.relation === 'without');
  const kind = clause.verb === 'commit' || clause.verb === 'push' ? clause.verb : undefined;
  if (!without || kind === undefined) return undefined;
  const need = readItems(without.tokens, setting.statement, setting.knowledge)
    .flatMap((item) => item.mentions)
    .filter((mention) => mention.kind === 'command');
  if (need.length === 0) return undefined;
  return [
    { ...read.common, reach: setting.reach, shape: 'order', need, before: [{ kind }], since: [], ordered: false },
  ];
}

const CHECKING =
  /\b(verif\w*|validat\w*|checks?|gates?|quality|required|before (?:you )?(?:commit|finish|submit|push)\w*|definition of done|done|pre-?commit)\b/i;

/** "Go: `make lint`" in a section on verification: what to run once such files have changed. */
export function readDuty(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting, common, label, object } = read;
  const commands = asCommands(object, read).filter((mention) => mention.kind === 'command');
  if (clause.label.length === 0 || commands.length === 0 || clause.insists) return undefined;
  const heading = [...setting.headings, setting.lead?.statement ?? ''].slice(-2).join(' ');
  const duty = clause.label.some((token) => ['required', 'mandatory'].includes(token.low));
  if (!CHECKING.test(heading) && !duty) return undefined;
  if (label.some((mention) => mention.kind === 'phrase' || mention.qualified !== undefined) && !duty) return undefined;
  const about = label.flatMap((mention) =>
    mention.kind === 'language' ? (setting.knowledge.lexicon.languages[mention.id]?.globs ?? []) : globsOf(mention),
  );
  if (about.length === 0 && !duty) return undefined;
  const globs = about.length > 0 ? about : ['**'];
  return [
    { ...common, shape: 'order', need: commands, before: [], since: [{ kind: 'changed', globs }], ordered: false },
  ];
}

/** Executables of the repository are commands where something is to be run; a bare script name goes on the command before it. */
function asCommands(mentions: readonly Mention[], read: ReadClause): readonly Mention[] {
  let before: string | undefined;
  return mentions.map((mention): Mention => {
    if (mention.kind === 'command') before = mention.text;
    if (
      mention.kind === 'path' &&
      mention.exists &&
      !mention.folder &&
      !/\.(?:md|json|ya?ml|toml|txt)$/.test(mention.text)
    ) {
      return { kind: 'command', text: mention.text.startsWith('.') ? mention.text : `./${mention.text}` };
    }
    const script = mention.kind === 'code' && /^[a-z][\w-]*(?::[\w-]+)*$/.test(mention.text) ? mention.text : undefined;
    if (script === undefined || before === undefined || !/\s/.test(before)) return mention;
    const known = script.includes(':') || read.setting.knowledge.facts.scripts().has(script);
    return known || /\brun \S+$/.test(before) ? { kind: 'command', text: before.replace(/\S+$/, script) } : mention;
  });
}

/** "Add or update tests for any code change": sources and tests change together. */
export function readTests(read: ReadClause): readonly Intent[] | undefined {
  const { clause, setting, common, object } = read;
  if (clause.verb === undefined || !['add', 'update', 'write', 'include', 'create', 'extend'].includes(clause.verb))
    return undefined;
  const tests = object.filter((mention) => mention.kind === 'files' && /test/.test(mention.id));
  const around = clause.adjuncts.filter((each) => ['for', 'when', 'with', 'beside', 'after'].includes(each.relation));
  const text = around.map((each) => stretch(each.tokens, setting.statement).toLowerCase()).join(' ');
  if (tests.length === 0 || !ANY_CODE_CHANGE.test(text)) return undefined;
  const code = codeGlobs(setting.knowledge);
  if (code.length === 0) return undefined;
  const reach = {
    ...common.reach,
    unclear: [],
    include: setting.reach.include,
    exclude: [...common.reach.exclude, ...tests.flatMap(globsOf)],
  };
  return [{ ...common, reach, shape: 'companion', when: [{ kind: 'changed', globs: code }], need: tests }];
}

const ANY_CODE_CHANGE =
  /^(?:(?:any|all|every|each|your|the|of|code|source|changes?|updates?|changing|behaviou?rs?|functionality|alongside) ?)+$/;

function codeGlobs(knowledge: ReadClause['setting']['knowledge']): readonly string[] {
  const names = Object.values(knowledge.lexicon.languages).filter(
    (name) =>
      name.languages.some((each) => PROGRAMMING_LANGUAGES.includes(each) && knowledge.languages.has(each)) &&
      name.languages.every((each) => PROGRAMMING_LANGUAGES.includes(each)),
  );
  return [...new Set(names.flatMap((name) => name.globs))];
}
