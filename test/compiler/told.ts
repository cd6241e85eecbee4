import { createKnowledge, type Knowledge } from '../../src/compiler/reading/naming/knowledge.ts';
import { readDirective } from '../../src/compiler/reading/read.ts';
import { readInstructions } from '../../src/instructions/read.ts';
import { loadLexicon } from '../../src/lexicon/load.ts';
import type { Intent, Mention } from '../../src/model/intent.ts';
import type { Language } from '../../src/model/language.ts';
import { repositoryFacts } from '../../src/repository/facts.ts';
import { languageOf } from '../../src/repository/languages.ts';
import { memoryView } from '../../src/repository/overlay.ts';

/** A small TypeScript and Python repository that sentences can speak of. */
export const TREE: Readonly<Record<string, string>> = {
  'package.json': '{"name":"shop","dependencies":{"zod":"4","pg":"8"},"scripts":{"lint":"x","test":"y"}}',
  'pnpm-lock.yaml': '',
  'src/api/orders.ts': 'export const a = 1;\n',
  'src/db/pool.ts': 'export const b = 1;\n',
  'src/generated/client.ts': 'export const c = 1;\n',
  'src/core/model.ts': 'export const d = 1;\n',
  'tools/report.py': 'x = 1\n',
  'tests/orders.test.ts': 'export {};\n',
  'CONTRIBUTING.md': '# Contributing\n',
  'schema.prisma': '\n',
};

export function knowledgeOf(files: Readonly<Record<string, string>>): Knowledge {
  const view = memoryView(files, 'main');
  const languages = new Set(
    view
      .files()
      .map((file) => languageOf(file))
      .filter((each): each is Language => each !== undefined),
  );
  return createKnowledge(loadLexicon(), repositoryFacts(view), languages);
}

/** What the statements of a Markdown text ask, one line an intent: `forbid should any-type (src/api/**)`. */
export function told(markdown: string): readonly string[] {
  const files = { ...TREE, 'AGENTS.md': markdown };
  const knowledge = knowledgeOf(files);
  return readInstructions(memoryView(files), {}).directives.flatMap((directive) =>
    readDirective(directive, knowledge).intents.map(show),
  );
}

function show(intent: Intent): string {
  const parts: string[] = [intent.shape];
  if (intent.force === 'should') parts.push('should');
  switch (intent.shape) {
    case 'forbid':
      parts.push(names(intent.things));
      if (intent.instead.length > 0) parts.push(`→ ${names(intent.instead)}`);
      if (intent.except.length > 0 && intent.instead.length === 0) parts.push(`except ${names(intent.except)}`);
      break;
    case 'only':
    case 'require':
      parts.push(names(intent.things));
      break;
    case 'protect':
      parts.push(intent.doing, names(intent.files));
      break;
    case 'place':
      parts.push(names(intent.what), intent.beside ? 'beside' : `in ${names(intent.under)}`);
      break;
    case 'name':
      parts.push(
        names(intent.what),
        `as ${[...intent.styles, ...intent.patterns, intent.affix?.prefix, intent.affix?.suffix].filter((each) => each !== undefined).join(' ')}`,
      );
      break;
    case 'limit':
      parts.push(`${intent.max} ${intent.unit}`);
      break;
    case 'order':
      parts.push(
        names(intent.need),
        ...intent.before.map((trigger) => `before ${trigger.kind}`),
        ...intent.since.map(
          (trigger) => `since ${trigger.kind === 'changed' ? trigger.globs.join(' ') : trigger.kind}`,
        ),
      );
      break;
    case 'companion':
      parts.push(
        names(intent.need),
        ...intent.when.map((trigger) => (trigger.kind === 'changed' ? trigger.globs.join(' ') : trigger.kind)),
      );
      break;
  }
  const { include, exclude, languages, unclear } = intent.reach;
  for (const globs of include) parts.push(`(${globs.join(' ')})`);
  if (exclude.length > 0) parts.push(`(not ${exclude.join(' ')})`);
  if (languages.length > 0) parts.push(`[${languages.join(' ')}]`);
  if (unclear.length > 0) parts.push(`?${unclear.join('; ')}`);
  return parts.join(' ');
}

function names(mentions: readonly Mention[]): string {
  return mentions
    .map((mention) =>
      mention.kind === 'concept' || mention.kind === 'tool' || mention.kind === 'files' ? mention.id : mention.text,
    )
    .join(', ');
}
