import { Option } from 'commander';
import { grammarOf, startSyntax } from '../checks/code/grammars.ts';
import { treeOf } from '../checks/code/parse-cache.ts';
import { treeText } from '../drafting/tree-text.ts';
import { viewOf } from '../engine/open.ts';
import { Failure } from '../model/failure.ts';
import { LANGUAGES, type Language } from '../model/language.ts';
import { languageOf } from '../repository/languages.ts';
import { textOf } from '../repository/view.ts';
import { type CliCommand, withExamples } from './command.ts';
import { print, rootOf, typedPath } from './output.ts';
import { wholeNumber } from './whole-number.ts';

interface Options {
  readonly root?: string;
  readonly line?: number;
  readonly depth?: number;
  readonly all?: boolean;
  readonly language?: Language;
}

/** `bylaw tree`: a file's syntax tree as the queries of rules see it. */
export const command: CliCommand = {
  define(command) {
    command
      .argument('<file>', 'a source file; FILE:LINE for the nodes of one line')
      .option('--root <folder>', 'root of the repository (default: of the current folder)')
      .option('--depth <n>', 'levels below the root', wholeNumber)
      .option('--all', 'bare tokens too')
      .addOption(new Option('--language <name>', 'read it as this language').choices(LANGUAGES))
      .action(run);
    withExamples(command, ['bylaw tree src/app.ts', 'bylaw tree src/app.ts:12']);
  },
};

async function run(typed: string, options: Options): Promise<void> {
  const [, file = typed, line] = /^(.+?):(\d+)$/.exec(typed) ?? [];
  const view = viewOf(rootOf(options));
  const path = typedPath(file, view.root);
  const text = textOf(view, path);
  if (text === undefined) throw new Failure('unreadable', 'there is no such file, or it is not text', { place: path });
  const language = options.language ?? languageOf(path, text);
  await startSyntax();
  if (language === undefined || !grammarOf(language)) {
    throw new Failure('unavailable', `there is no grammar for ${language ?? 'this kind of file'}`, {
      place: path,
      remedy: 'name a language: --language typescript; rules of kind `text` need no grammar',
    });
  }
  const tree = treeOf(language, text);
  if (!tree) throw new Failure('unavailable', 'it takes too long to parse', { place: path });
  const { all, depth } = options;
  print(`${path} (${language})${tree.root.hasError ? ', with errors in its syntax' : ''}`);
  print(
    treeText(tree.root, {
      ...(line !== undefined && { line: Number(line) }),
      ...(depth !== undefined && { depth }),
      ...(all !== undefined && { all }),
    }),
  );
}
