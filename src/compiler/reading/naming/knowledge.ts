import { parsePattern } from '../../../checks/command/pattern.ts';
import type { FileKind, Lexicon, Tool, ToolGroup } from '../../../lexicon/lexicon.ts';
import { type ConceptFinder, conceptFinder } from '../../../lexicon/match.ts';
import type { Mention } from '../../../model/intent.ts';
import type { Language } from '../../../model/language.ts';
import type { RepoPath } from '../../../model/path.ts';
import type { RepositoryFacts } from '../../../repository/facts.ts';
import type { Token } from '../grammar/tokens.ts';
import { firstWord, type Named, namesOf } from './known-names.ts';
import { globOf } from './path-globs.ts';

/** What a reader knows besides grammar: the field's notions and this repository. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly facts: RepositoryFacts;
  readonly concepts: ConceptFinder;
  readonly tools: ReadonlyMap<string, Named<{ readonly tool: Tool; readonly group: ToolGroup }>>;
  /** Folder of the instruction file being read. */
  readonly from: RepoPath;
  typeAtom(token: Token, words: readonly string[]): readonly Mention[];
  /** Types runs of plain words; says which words it could not. */
  typeWords(tokens: readonly Token[]): { readonly mentions: readonly Mention[]; readonly unread: readonly Token[] };
  /** Globs of a file kind, those of languages present in the repository. */
  globsOf(kind: FileKind): readonly string[];
  /** The languages that occur in the repository. */
  readonly languages: ReadonlySet<Language>;
  in(folder: RepoPath): Knowledge;
}

export function createKnowledge(lexicon: Lexicon, facts: RepositoryFacts, languages: ReadonlySet<Language>): Knowledge {
  const concepts = conceptFinder(lexicon);
  const { tools, kinds, names, firstWords } = namesOf(lexicon);
  const dependencies = new Map(
    [...facts.dependencies(), ...facts.packages().map((each) => each.name)].map((name) => [name.toLowerCase(), name]),
  );

  const globsOf = (kind: FileKind): readonly string[] => {
    const own = Object.entries(kind.byLanguage)
      .filter(([language]) => languages.has(language as Language))
      .flatMap(([, globs]) => globs ?? []);
    return [...new Set([...kind.globs, ...own])];
  };

  const commands = new Map<string, boolean>();
  const isCommand = (text: string): boolean => {
    const known = commands.get(text) ?? parsePattern(text, facts.view) !== undefined;
    commands.set(text, known);
    return known;
  };
  const byFolder = new Map<RepoPath, Knowledge>();
  const at = (from: RepoPath): Knowledge => {
    const known = byFolder.get(from) ?? knowledgeAt(from);
    byFolder.set(from, known);
    return known;
  };
  const knowledgeAt = (from: RepoPath): Knowledge => {
    const folders = () => facts.folders();
    const phrases = new Map<string, Mention | undefined>();
    const packageMention = (name: string): Mention => {
      const local = facts.packages().find((each) => each.name === name);
      return { kind: 'package', text: name, ...(local && { folder: local.folder }) };
    };
    /** `manual/pt` is a path where `manual/` is a folder. */
    const isBesideKnown = (text: string): boolean => {
      const parent = /^[\w.-]+(?:\/[\w.-]+)*(?=\/[\w.-]+$)/.exec(text)?.[0];
      return parent !== undefined && [parent, `${from}/${parent}`].some((folder) => folders().has(folder as RepoPath));
    };
    const pathMention = (text: string, words: readonly string[] = []): Mention => {
      const found = facts.find(text, from);
      const isFolder = text.endsWith('/') || (found.length > 0 && found.every((path) => folders().has(path)));
      // "Module `src/index.ts`", or a path that several folders have: that file of whichever of them.
      if (
        !isFolder &&
        text.includes('/') &&
        (found.length > 1 || (found.length === 1 && words.some((word) => PARTS.has(word)))) &&
        found.every((path) => path.endsWith(`/${text}`))
      )
        return {
          kind: 'path',
          text,
          globs: [`${from === '' ? '' : `${from}/`}**/${text}`],
          exists: true,
          folder: false,
        };
      const globs =
        found.length > 0 && !/[*?{<]/.test(text) && !(found.length > 1 && (isBareName(text) || !isFolder))
          ? found.map((path) => (folders().has(path) ? `${path}/**` : path))
          : [globOf(text, from, isFolder, folders())];
      return { kind: 'path', text, globs, exists: found.length > 0, folder: isFolder };
    };

    return {
      lexicon,
      facts,
      concepts,
      tools,
      from,
      languages,
      globsOf,
      in: (folder) => at(spokenFrom(folder)),
      typeAtom(token, words) {
        const text = token.text;
        if (token.kind === 'flag' || (token.kind === 'code' && /^--?[A-Za-z][\w-]*(=\S*)?$/.test(text)))
          return [{ kind: 'flag', text }];
        if (token.kind === 'quote') return [{ kind: 'quote', text }];
        if (words.some((word) => /^branch(es)?$/.test(word)) || /^(main|master|develop|trunk)$/.test(text))
          return [{ kind: 'branch', name: text, text }];
        if (isStyle(text)) return [{ kind: 'style', style: styleOf(text), text }];
        if (OF_CODE.test(text) || CALLED.test(text)) return [{ kind: 'code', text }];
        if (/\s/.test(text)) return isCommand(text) ? [{ kind: 'command', text }] : [{ kind: 'code', text }];
        const tool = tools.get(text.toLowerCase());
        if (token.kind === 'name' && isProduct(text) && facts.find(text, from).length === 0)
          return tool ? [{ kind: 'tool', id: tool.of.tool.id, text }] : [{ kind: 'phrase', text: token.low }];
        if (
          isPathLike(text, words, facts.find(text, from).length > 0) ||
          (token.kind === 'code' && isBesideKnown(text))
        )
          return [pathMention(text, words)];
        if (tool && ofKind(tool.of.group, words)) return [{ kind: 'tool', id: tool.of.tool.id, text }];
        const known = dependencies.get(text.toLowerCase()) ?? (/^@[\w.-]+\/[\w.-]+$/.test(text) ? text : undefined);
        if (known) return [packageMention(known)];
        if (token.kind === 'name' && /^[A-Za-z][\w-]*(\/[A-Za-z][\w-]*){1,3}$/.test(text)) {
          return text
            .split('/')
            .flatMap((part) => this.typeAtom({ ...token, kind: 'word', text: part, low: part.toLowerCase() }, words));
        }
        if (token.kind === 'code' && text === text.toLowerCase() && isCommand(text)) return [{ kind: 'command', text }];
        return token.kind === 'word' ? this.typeWords([token]).mentions : [{ kind: 'code', text }];
      },
      typeWords(tokens) {
        const mentions: Mention[] = [];
        const unread: Token[] = [];
        const styled = tokens.some((token) => mayNameStyle(token.low));
        const mayBegin = ({ low }: Token) => styled || firstWords.has(firstWord(low)) || dependencies.has(low);
        for (let start = 0; start < tokens.length; start += 1) {
          const first = tokens[start];
          let length = first && mayBegin(first) ? Math.min(4, tokens.length - start) : 0;
          for (; length > 0; length -= 1) {
            const piece = tokens.slice(start, start + length);
            const found = phraseAt(piece.map((token) => token.low).join(' '), piece[0]?.text ?? '');
            if (!found) continue;
            mentions.push(found);
            start += length - 1;
            break;
          }
          const token = tokens[start];
          if (length === 0 && token) unread.push(token);
        }
        return { mentions, unread };
      },
    };

    function phraseAt(phrase: string, written: string): Mention | undefined {
      const key = /^[A-Z]/.test(written) ? `^${phrase}` : phrase;
      if (!phrases.has(key)) phrases.set(key, typePhrase(phrase, written));
      return phrases.get(key);
    }

    function typePhrase(phrase: string, written: string): Mention | undefined {
      const word = <T>(found: Named<T> | undefined): T | undefined => (found?.asWord ? found.of : undefined);
      const tool = word(tools.get(phrase)) ?? word(tools.get(phrase.replaceAll(' ', '-')));
      if (tool) return { kind: 'tool', id: tool.tool.id, text: phrase };
      const kind =
        word(kinds.get(phrase)) ??
        word(kinds.get(phrase.replace(/ files?$/, 's'))) ??
        word(kinds.get(phrase.replace(/s$/, '')));
      if (kind) return { kind: 'files', id: kind.id, text: phrase, globs: globsOf(kind) };
      const language =
        word(names.get(phrase)) ??
        word(names.get(phrase.replace(/ (files?|code|sources?|modules?)$/, ''))) ??
        word(names.get(phrase.replace(/s$/, '')));
      if (language) return { kind: 'language', id: language.id, text: phrase };
      if (isStyle(phrase)) return { kind: 'style', style: styleOf(phrase), text: phrase };
      const known = dependencies.get(phrase);
      if (known && known.length > 2 && /^[A-Z]/.test(written) && !facts.packages().some((each) => each.name === known))
        return packageMention(known);
      return undefined;
    }
  };
  return at('' as RepoPath);
}

/** `type(x) is Y`: a call, not a program and what it is given. */
const CALLED = /^\w+(?:\.\w+)*\([^)]*\) /;
/** What begins like a command of a shell and is a keyword or statement of other languages. */
const OF_CODE =
  /^(?:as(?: \S+)?|export (?:default|const|function|async|class|type|interface|enum|abstract)\b.*|let \w+ ?=.*|type \w+ ?=.*)$/s;

const PARTS: ReadonlySet<string> = new Set(
  'module modules package packages crate crates workspace workspaces app apps plugin plugins each every all'.split(' '),
);

/** A gem is a Ruby tool, a crate a Rust one; other words leave it open. */
function ofKind(group: ToolGroup, words: readonly string[]): boolean {
  const wanted: Language | undefined = words.includes('gem') ? 'ruby' : words.includes('crate') ? 'rust' : undefined;
  return wanted === undefined || group.languages?.includes(wanted) === true;
}

const STYLES = new Map(
  Object.entries({
    kebabcase: 'kebab-case',
    dashcase: 'kebab-case',
    camelcase: 'camelCase',
    lowercamelcase: 'camelCase',
    pascalcase: 'PascalCase',
    uppercamelcase: 'PascalCase',
    snakecase: 'snake_case',
    screamingsnakecase: 'UPPER_SNAKE',
    uppersnakecase: 'UPPER_SNAKE',
    upper_snake_case: 'UPPER_SNAKE',
    constantcase: 'UPPER_SNAKE',
    mixedcaps: 'camelCase',
    uppercase: 'UPPER_SNAKE',
    allcaps: 'UPPER_SNAKE',
    screamingcase: 'UPPER_SNAKE',
    screamingsnake: 'UPPER_SNAKE',
  }),
);

function key(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '')
    .replace(/d$/, '');
}

/** Does a word name a style of writing names: camelCase, `snake_case`? */
export function isStyle(text: string): boolean {
  return mayNameStyle(text) && !text.startsWith('_') && STYLES.has(key(text));
}

/** What all names of styles have in common; most texts lack it. */
export function mayNameStyle(text: string): boolean {
  return /case|caps|snake/i.test(text);
}

function styleOf(text: string): string {
  return STYLES.get(key(text)) ?? text;
}

const EXTENSION =
  /\.(?:[cm]?[jt]sx?|py|pyi|go|rs|java|kts?|c|h|cc|cpp|hpp|cs|csproj|rb|erb|php|swift|sh|bash|zsh|css|scss|less|html?|json|jsonc|json5|ya?ml|toml|lock|md|mdx|mdc|sql|vue|svelte|astro|txt|xml|proto|graphql|prisma|ini|cfg|conf|env|snap|svg|png|gradle|tf|dart|lua|ex|exs|ipynb|d\.ts)$/i;

/** "Next.js", "Node.js": called after the ending, and no file. */
function isProduct(text: string): boolean {
  return /^[A-Z][A-Za-z]*\.js$/.test(text);
}

/** Could this be a path? A folder sign, a known extension, a dot file, or it exists here. */
function isPathLike(text: string, words: readonly string[], exists: boolean): boolean {
  if (/[\s()=;"'`$]|::|^[@#]|^https?:/.test(text) && !/^@?[\w.-]+\/$/.test(text))
    return exists && text.startsWith('@') === false && !/[()=;]/.test(text);
  if (/^\.[\w-]+(\.[\w*-]+)*\/?$/.test(text) && !/\(/.test(text))
    return (
      exists ||
      /^\.(env|git|github|vscode|idea|husky|claude|cursor|changeset|storybook|gitignore|npmrc|editorconfig)/.test(text)
    );
  if (text.endsWith('/') || /^(?:\.{1,2}|~)\//.test(text)) return true;
  if (/\*/.test(text) && /[/.]/.test(text)) return true;
  if (EXTENSION.test(text) || /(?:^|\/)go\.(?:mod|sum|work)$/.test(text)) return true;
  if (
    exists &&
    (text.includes('/') ||
      words.some((word) => /^(folder|director|file|path|dir|package|module|crate|workspace)/.test(word)) ||
      /^[A-Z][a-z]*file$|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}$/i.test(text))
  )
    return true;
  return /^[\w.-]+(\/[\w.<>*-]+)+$/.test(text) && words.some((word) => /^(folder|director|file|path|dir)/.test(word));
}

/** Instructions in `.github/` or `web/.cursor/rules/` speak of the folder that these lie in. */
function spokenFrom(folder: RepoPath): RepoPath {
  return folder.replace(/(?:^|\/)\.[^/]+(?:\/.*)?$/, '') as RepoPath;
}

/** A name of several files or folders means those that will come, too. */
function isBareName(text: string): boolean {
  return !text.replace(/^\.\//, '').replace(/\/$/, '').includes('/');
}
