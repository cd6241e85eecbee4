import type { Intent, Mention } from '../../../model/intent.ts';
import { everyToken, targetsOf } from '../naming/targets.ts';
import type { ReadClause } from '../setting.ts';

const INSTEAD_OF_NEW =
  /\b(?:rather than|instead of|over|not by) (?:adding|creating|writing|making|starting|opening) (?:a |an |any |another )?(?:new )?(?:one|ones|page|pages|doc|docs|document|documents|guide|guides)\b/i;
const PAGES = /\b(?:pages?|docs?|documents?|guides?|documentation)\b/i;

/** "Extend the page that covers it rather than adding a new one": no new pages in the documentation. */
export function readNoNewPages(read: ReadClause): readonly Intent[] | undefined {
  const { setting, stance } = read;
  const { statement, knowledge } = setting;
  if (stance === 'forbid' || read.clause.force === 'may' || !INSTEAD_OF_NEW.test(statement)) return undefined;
  const spoken = everyToken(read).map((token) => token.text);
  if (!PAGES.test(spoken.join(' '))) return undefined;
  const folders = ['docs', 'documentation', 'doc'].filter(
    (name) => knowledge.facts.find(name, knowledge.from).length === 1,
  );
  const [folder] = folders;
  if (folder === undefined) return undefined;
  const globs = [`${knowledge.facts.find(folder, knowledge.from)[0]}/**/*.{md,mdx,rst}`];
  const files: readonly Mention[] = [{ kind: 'path', text: `${folder}/`, globs, exists: true, folder: true }];
  return [{ ...read.common, reach: { ...setting.reach, unclear: [] }, shape: 'absent', files }];
}

const CLOSED =
  /\b(?:is|are|stays?|remains?) closed (?:to|for) (?:any )?(?:new )?(?:entries|additions|sections|items)\b|\b(?:takes?|accepts?|gets?) no (?:new|more|further) (?:entries|additions|sections|items)\b|\bno (?:new|more|further) (?:entries|additions|sections) (?:in|into|to|for|under)\b|\b(?:do not|don't|never) add (?:any )?(?:new |more |further )?(?:entries|sections) (?:in|into|to)\b/i;

/** "`docs/upgrade.md` is closed to new entries": no more headings, rows or items than there are. */
export function readClosed(read: ReadClause): readonly Intent[] | undefined {
  const { setting } = read;
  if (!CLOSED.test(setting.statement.replaceAll('’', "'"))) return undefined;
  const files = targetsOf(everyToken(read), setting.statement, setting.knowledge).filter(
    (each) => each.kind === 'path' && !each.folder && each.exists && /\.(?:md|mdx|rst)$/.test(each.text),
  );
  const [file] = files;
  if (file?.kind !== 'path' || new Set(files.map((each) => each.text)).size > 1) return undefined;
  return [{ ...read.common, reach: { ...setting.reach, unclear: [] }, shape: 'closed', files: [file] }];
}
