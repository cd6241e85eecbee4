import type { PathsCheck } from '../../../model/checks/paths.ts';
import type { Intent } from '../../../model/intent.ts';
import { filesOf, type Whole } from '../conduct/whole.ts';

const NOT = "(?:never|do not|don't|no|avoid|must not)(?: ever)?";
const MAKE =
  '(?:(?:creat|add|introduc|mak|put|plac|leav|writ|dump|drop|sav|stor)(?:e|ing)?|put|putting|add|adding|leave|drop|dump)';
const MORE = '(?:(?:any|new|additional|more|other|extra|further|a) )*';
const FOLDERS = '(?:folders?|director(?:y|ies)|dirs?)';
const ROOT =
  "(?:the )?(?:(?:repo(?:sitory)?|project|workspace|monorepo)(?:['’]s)? )?(?:root|top[- ]level)(?: (?:level|folder|directory))?(?: of (?:the |this )?(?:repo(?:sitory)?|project|workspace|monorepo))?";
const AT = '(?:directly )?(?:at|in|to|into|under|inside|on)';
const CONSENT = '(?:ask|approv|permi|discuss|confirm|consult|consent|request|agree)';
const END = `(?: (?:without|unless|before) [^;¦]*${CONSENT}[^;¦]*)?(?: ?[¦;,.(].*)?$`;

const TOP_FOLDERS = new RegExp(
  `^${NOT} (?:${MAKE} )?${MORE}(?:(?:top|root)[- ]level ${FOLDERS}|${FOLDERS} ${AT} ${ROOT})${END}`,
);
const FOLDERS_IN = new RegExp(`^${NOT} ${MAKE} ${MORE}(?:sub-?)?${FOLDERS} ${AT} (?:the )?§(?: ${FOLDERS})?${END}`);
const ROOT_FILES = new RegExp(
  `^${NOT} (?:${MAKE} )?${MORE}(?<kind>scratch|temporary|temp|throwaway|scratch or temporary|temporary or scratch|markdown|shell)? ?(?:files?|(?<scripts>scripts?))(?: (?:or|and) (?<folders>${FOLDERS}))? ${AT} ${ROOT}${END}`,
);

/** Names that files have that nobody means to keep. */
const SCRATCH = [
  '{tmp,temp,scratch,debug,foo,playground}.*',
  '{tmp,temp,scratch,debug}[-_]*',
  '*.{tmp,bak,orig,rej,log}',
];
/** Documents that have their place in the root. */
const STANDING = '{README,CHANGELOG,LICENSE,CONTRIBUTING,SECURITY,CODE_OF_CONDUCT,AGENTS,CLAUDE,GEMINI}*';

/** "Don't add new top-level folders", "No new files in the repository root", "No scratch files in the root". */
export function readNewInRoot(whole: Whole): readonly Intent[] {
  const { text, knowledge, atoms } = whole;
  if (knowledge.from !== '' || /\b(?:except|outside|other than|only|if|when)\b/.test(text)) return [];
  if (TOP_FOLDERS.test(text)) return [folders(whole, '*', 'no new folders come to the root')];
  if (FOLDERS_IN.test(text)) {
    const [place] = filesOf(atoms.slice(0, 1), knowledge);
    const known = place?.kind === 'path' && place.exists && place.folder;
    const path = known ? place.text.replace(/^\.?\/|\/$/g, '') : '';
    return path === '' ? [] : [folders(whole, `${path}/**`, `no new folders come to \`${path}\``)];
  }
  const found = ROOT_FILES.exec(text)?.groups;
  if (!found) return [];
  const { kind, scripts, folders: also } = found;
  if (kind === 'markdown') return [files(whole, 'Markdown files', ['*.{md,mdx}'], 'notes.md', [STANDING])];
  if (scripts !== undefined) return [files(whole, 'scripts', ['*.{sh,bash,zsh,ps1,bat}'], 'example.sh')];
  if (kind !== undefined) return [files(whole, 'scratch files', SCRATCH, 'tmp.txt')];
  const any = files(whole, 'files', ['*'], 'example.txt', ['.env*']);
  return also === undefined ? [any] : [any, folders(whole, '*', 'no new folders come to the root')];
}

function folders(whole: Whole, glob: string, message: string): Intent {
  const place = glob.replace(/\*+$/, '');
  return rule(whole, `new folders ${place}`.trim(), message, {
    include: [glob],
    // Those of tools are theirs.
    exclude: ['.*', '.*/**', '**/.*', '**/.*/**'],
    subject: 'folder',
    bad: `${place}brand-new/example.txt`,
    good: `${place}there/example.txt`,
  });
}

function files(whole: Whole, called: string, include: readonly string[], bad: string, exclude?: string[]): Intent {
  const message = `no new ${called} come to the root`;
  return rule(whole, `${called} in the root`, message, { include, exclude, bad, good: 'there/example.txt' });
}

interface Demand {
  readonly include: readonly string[];
  readonly exclude: readonly string[] | undefined;
  readonly subject?: 'folder';
  readonly bad: string;
  readonly good: string;
}

function rule({ common }: Whole, subject: string, message: string, demand: Demand): Intent {
  const { include, exclude, bad, good } = demand;
  const check: PathsCheck = {
    kind: 'paths',
    contract: {
      type: 'forbidden',
      new: true,
      ...(demand.subject && { subject: demand.subject }),
      files: { include: [...include], ...(exclude && { exclude: [...exclude] }) },
    },
  };
  return {
    ...common,
    shape: 'check',
    subject,
    message,
    check,
    violating: [{ steps: [{ write: bad, content: 'new\n' }] }],
    compliant: [{ files: { [good.replace('example', 'old')]: 'old\n' }, steps: [{ write: good, content: 'new\n' }] }],
  };
}
