import type { IntentOf } from '../../../model/intent.ts';
import type { Scope } from '../../../model/rule.ts';
import type { Knowledge } from '../../reading/naming/knowledge.ts';
import { globsOf } from '../../reading/naming/reach.ts';
import { type Draft, type Lowered, left, severityOf } from '../draft.ts';
import { exampleOf, targetOf } from './imports.ts';

/** What puts the parts of a program together, or stands beside it, reaches all of them. */
const WIRING: readonly string[] = [
  '**/*.{config,module,container}.*',
  '**/{main,index,app,server,container,bootstrap,wire,wire_gen,dependencies,deps,conftest,__init__,mod,lib,Program,Startup}.*',
  '**/*{Config,Configuration,Application,Module}.{java,kt,cs,php,swift}',
  '**/{di,ioc,config,configuration,cmd,bin,scripts,migrations,migrate,seeds,seed,providers,prisma,drizzle}/**',
];

/** "Only repositories may import `orm-kit`": no other part of the program does. */
export function lowerOnlyFrom(intent: IntentOf<'depend'>, scope: Scope | undefined, knowledge: Knowledge): Lowered {
  const from = intent.from.flatMap(globsOf);
  const { tests } = knowledge.lexicon.fileKinds;
  const exclude = [...(scope?.exclude ?? []), ...(tests ? knowledge.globsOf(tests) : []), ...WIRING];
  const who = intent.from.map(({ text }) => text).join(', ');
  const drafts = intent.to.flatMap((each): Draft[] => {
    const to = targetOf(each);
    const within: Scope = { ...scope, exclude };
    const wrong = exampleOf(each, within, knowledge);
    const right = exampleOf(each, { include: from }, knowledge);
    if (!to || !wrong || !right) return [];
    return [
      {
        subject: `${each.text} only from`,
        severity: severityOf(intent),
        message: `only ${who} may import ${each.text}`,
        scope: within,
        check: {
          kind: 'imports',
          contract: { type: 'only-from', to, from: [...from], ...(intent.types && { typeOnly: 'allow' as const }) },
        },
        evidence: { violating: [wrong.importing], compliant: [right.importing, wrong.mentioning] },
      },
    ];
  });
  return drafts.length > 0 ? { drafts, left: [] } : left('no example could be made for the import');
}
