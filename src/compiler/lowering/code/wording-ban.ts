import { escapeRegex } from '../../../checks/text/regex.ts';
import type { TextCheck } from '../../../model/checks/text.ts';
import type { Example } from '../../../model/evidence.ts';
import type { IntentOf, Mention } from '../../../model/intent.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { type Draft, type Lowered, left, samplePath, scopeOf, severityOf } from '../draft.ts';
import { lowerEnvironment } from '../files/environment.ts';
import { insteadOf, ruledOut, wrote } from './wording.ts';

type Ban = IntentOf<'forbid'>;
type Place = NonNullable<TextCheck['in']>;

/** What a ban of a text looks for: a pattern, where it counts, an example of it. */
interface Wording {
  readonly pattern: string;
  readonly places: readonly Place[];
  readonly shown: string;
}

/** Bans of what is written rather than programmed: terms, typographic signs, markup within comments and docstrings. */
export function lowerWordingBan(mention: Mention, intent: Ban, knowledge: Knowledge): Lowered | undefined {
  if (mention.kind !== 'quote' && mention.kind !== 'code') return undefined;
  const told = inFence(mention, intent.things.at(-1)?.qualified) ?? dash(mention.text) ?? markup(mention.text);
  if (mention.qualified !== undefined && !told) return undefined;
  const instead = intent.instead.find((each) => each.kind === mention.kind)?.text;
  const wording =
    told ??
    assignment(mention.text) ??
    (instead === undefined ? undefined : sign(mention.text, instead)) ??
    term(mention, instead, intent.verb);
  if (!wording) return undefined;
  const scope = scopeOf(intent.reach, knowledge, true);
  if (typeof scope === 'string') return left(scope);
  const drafts = wording.places.flatMap((place) => draftOf(mention.text, wording, place, scope, intent));
  if (wording.places.includes('file')) drafts.push(...lowerEnvironment(mention.text, intent, knowledge).drafts);
  return drafts.length > 0 ? { drafts, left: [] } : undefined;
}

/** "Sign in", not "log in": another wording for the same thing, in what people read. */
function term(mention: Mention, instead: string | undefined, verb: string | undefined): Wording | undefined {
  const text = mention.text.trim();
  const words = text.split(/\s+/);
  const plain = words.every((word) => /^[A-Za-z][A-Za-z'’-]*$/.test(word));
  if (mention.kind !== 'quote' || !plain || words.length > 4 || text.length < 4) return undefined;
  const spelling = instead !== undefined && instead !== text && instead.toLowerCase() === text.toLowerCase();
  const pattern = `(?:^|[^\\w/.@-])${words.map(escapeRegex).join('\\s+')}(?:$|[^\\w/.@-]|\\.(?:\\s|$))`;
  // One word may mean many things: only another spelling of it is surely wrong, and only in prose.
  if (words.length === 1) return spelling ? { pattern, places: ['prose'], shown: text } : undefined;
  const contained = instead?.toLowerCase().includes(text.toLowerCase()) === true && !spelling;
  const written = instead !== undefined || (verb !== undefined && WRITES.has(verb));
  return written && !contained ? { pattern, places: ['source', 'prose'], shown: text } : undefined;
}

const WRITES: ReadonlySet<string> = new Set(['write', 'use', 'spell', 'put', 'print']);

const FENCES = /^(?:(?:doc-?tests?|code|markdown|doc|documentation|rust) ?)?(?:fences?|fenced|blocks?|code-blocks?)$/;

/** "`ignore` doctest fences": an attribute of the fences in comments. */
function inFence({ text, qualified }: Mention, shared: string | undefined): Wording | undefined {
  const said = qualified ?? shared;
  if (said === undefined || !FENCES.test(said) || !/^[a-z][\w-]*$/.test(text)) return undefined;
  const pattern = `(?:\`\`\`|~~~)(?:[\\w,-]*[,\\s])?${escapeRegex(text)}(?:$|[\\s,])`;
  return { pattern, places: ['comment'], shown: `\`\`\`${text}` };
}

/** `word—word`: a dash without blanks around it. `–`: between words; numbers have it for ranges. */
function dash(text: string): Wording | undefined {
  const sign = /^\p{L}+([—–])\p{L}+$/u.exec(text)?.[1];
  const places: readonly Place[] = ['comment', 'prose'];
  if (sign !== undefined) return { pattern: `\\p{L}${sign}\\p{L}`, places, shown: `one${sign}other` };
  return text.trim() === '–' ? { pattern: '\\p{L}[\\s]–[\\s]\\p{L}', places, shown: 'one – other' } : undefined;
}

/** `…` instead of `...`: a sign of typography for another. */
function sign(text: string, instead: string): Wording | undefined {
  if (!/^\W{1,3}$/.test(text) || !/[^\x00-\x7f]/.test(text + instead) || /\s/.test(text)) return undefined;
  if (text === '...')
    return {
      pattern: '[\\p{L}\\d]\\.\\.\\.(?:$|[\\s"\'`<])',
      places: ['string', 'comment', 'prose'],
      shown: 'Loading...',
    };
  if (!/[^\x00-\x7f]/.test(text)) return undefined;
  return { pattern: escapeRegex(text), places: ['string', 'comment', 'prose'], shown: `a ${text} b` };
}

/** Markup of documentation: `:func:`, `.. note::`, `!!! warning`. It is code of no language. */
function markup(text: string): Wording | undefined {
  const role = /^:(?:[a-z]+:)?[a-z]+:(?:`.*`?)?$/.test(text);
  const directive = /^\.\. [a-z][a-z-]*::$/.test(text) || /^(?:!!!|\?\?\?|:::)\s?[a-z]+$/.test(text);
  if (!role && !directive) return undefined;
  const bare = text.replace(/`.*$/, '');
  const pattern = role ? `${escapeRegex(bare)}\`` : `(?:^|\\n)[\\s*#/]*${escapeRegex(bare)}`;
  return { pattern, places: ['comment', 'string'], shown: role ? `See ${bare}\`other\`.` : `${bare} more` };
}

/** `API_MODE=live`: a variable of the environment with a value, as settings write it. */
function assignment(text: string): Wording | undefined {
  const parts = /^([A-Z][A-Z0-9_]{3,})=([\w.:/-]+)$/.exec(text);
  if (!parts) return undefined;
  const pattern = `(?m)^\\s*(?:export |ENV |- )?["']?${escapeRegex(parts[1] ?? '')}["']?\\s*[=:]\\s*["']?${escapeRegex(parts[2] ?? '')}["']?\\s*,?\\s*$`;
  return { pattern, places: ['file'], shown: text };
}

const NOT_MEANT = [
  '**/AGENTS.md',
  '**/CLAUDE.md',
  '**/GEMINI.md',
  '**/CHANGELOG*',
  '.cursor/**',
  '.github/**',
  '.claude/**',
];
const SETTINGS = ['**/.env', '**/.env.*', '**/*.env', '**/*.sh', '**/*.{yml,yaml,toml,json}', '**/Dockerfile*'];
const SAMPLES: Readonly<Record<Place, readonly (readonly [string, (text: string) => string])[]>> = {
  string: [
    ['example.py', (text) => `"""\n${text}\n"""\n`],
    ['example.ts', (text) => `export const a = "${text}";\n`],
    ['example.rb', (text) => `a = "${text}"\n`],
    ['example.go', (text) => `package a\n\nconst b = "${text}"\n`],
    ['Example.java', (text) => `class Example { String a = "${text}"; }\n`],
    ['example.rs', (text) => `const A: &str = "${text}";\n`],
    ['Example.cs', (text) => `class Example { string a = "${text}"; }\n`],
  ],
  comment: [
    ['example.py', (text) => `# ${text}\na = 1\n`],
    ['example.ts', (text) => `// ${text}\nexport const a = 1;\n`],
    ['example.rb', (text) => `# ${text}\na = 1\n`],
    ['example.go', (text) => `package a\n\n// ${text}\nconst b = 1\n`],
    ['Example.java', (text) => `// ${text}\nclass Example {}\n`],
    ['example.rs', (text) => `// ${text}\nconst A: u8 = 1;\n`],
    ['Example.cs', (text) => `// ${text}\nclass Example {}\n`],
  ],
  source: [
    ['example.ts', (text) => `export const a = "${text}";\n`],
    ['example.py', (text) => `a = "${text}"\n`],
    ['example.rb', (text) => `a = "${text}"\n`],
  ],
  prose: [['docs/example.md', (text) => `# Guide\n\nHere ${text} stands.\n`]],
  file: [
    ['.env.example', (text) => `${text}\n`],
    ['example.yaml', (text) => `${text}\n`],
    ['example.sh', (text) => `${text}\n`],
  ],
  code: [],
  name: [],
};

function draftOf(text: string, wording: Wording, place: Place, scope: Draft['scope'], intent: Ban): Draft[] {
  const include = scope?.include ?? (place === 'file' ? SETTINGS : undefined);
  const files = { ...(include && { include: [...include] }), exclude: [...(scope?.exclude ?? []), ...NOT_MEANT] };
  const found = SAMPLES[place].find(
    ([name]) => samplePath(files, name) === name || samplePath(files, name) !== undefined,
  );
  const path = found && (samplePath(files, found[0]) ?? found[0]);
  if (!found || path === undefined) return [];
  const of = (inner: string): Example => wrote(path, found[1](inner));
  const instead = insteadOf(intent.instead);
  return [
    {
      subject: `${text} in ${place}`,
      severity: severityOf(intent),
      message: ruledOut(`“${text}”`, instead),
      ...(instead !== undefined && { instead }),
      scope: files,
      check: { kind: 'text', pattern: wording.pattern, in: place },
      evidence: { violating: [of(wording.shown)], compliant: [of('other')] },
    },
  ];
}
