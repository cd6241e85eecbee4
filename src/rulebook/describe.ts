import type { CodeCheck } from '../model/checks/code.ts';
import type { CommandPattern } from '../model/checks/command.ts';
import type { ImportsCheck, ImportTarget } from '../model/checks/imports.ts';
import type { Happening, OrderCheck } from '../model/checks/order.ts';
import type { PathsCheck } from '../model/checks/paths.ts';
import type { TextCheck } from '../model/checks/text.ts';
import type { Rule } from '../model/rule.ts';

/** One line that tells a reviewer what a rule does: whom it stops doing what, and where. */
export function describeRule(rule: Rule): string {
  const verb = rule.severity === 'error' ? 'denies' : 'warns of';
  const where = [
    rule.scope?.include && `in ${list(rule.scope.include)}`,
    rule.scope?.exclude && `except in ${list(rule.scope.exclude)}`,
  ].filter((part) => part !== undefined);
  return [verb, whatOf(rule), ...where].join(' ').replace(/\s+/g, ' ').slice(0, 240);
}

function whatOf({ check }: Rule): string {
  switch (check.kind) {
    case 'command':
      return `running ${either(check.forbid.map(commandOf))}${check.allow ? ` (not ${either(check.allow.map(commandOf))})` : ''}`;
    case 'code':
      return codeOf(check);
    case 'text':
      return textOf(check);
    case 'config':
      return `${list(check.files)} where \`${check.key}\` is not as asked (${Object.entries(check.expect)
        .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
        .join(', ')})`;
    case 'imports':
      return importsOf(check.contract);
    case 'paths':
      return pathsOf(check.contract);
    case 'order':
      return orderOf(check.contract);
  }
}

export function commandOf(pattern: CommandPattern): string {
  const words = [
    pattern.program === undefined ? 'any command' : either([pattern.program].flat()),
    ...(pattern.subcommand ?? []).map((word) => either([word].flat())),
    ...(pattern.flags ?? []).map((flag) => either([flag].flat())),
    ...(pattern.operands ?? []).map((operand) => either([operand].flat())),
  ].join(' ');
  const conditions = [
    pattern.without && `without ${list(pattern.without)}`,
    pattern.noOperands && 'without operands',
    pattern.operandsOutside && `on anything but ${list(pattern.operandsOutside)}`,
    pattern.under && `under ${list(pattern.under)}`,
    pattern.notUnder && `not under ${list(pattern.notUnder)}`,
    pattern.looped !== undefined && (pattern.looped ? 'in a loop' : 'in no loop'),
    pattern.background !== undefined && (pattern.background ? 'in the background' : 'in the foreground'),
    pattern.folder !== undefined && `in folder ${either([pattern.folder].flat())}`,
    pattern.branch !== undefined && `on branch ${either([pattern.branch].flat())}`,
    pattern.writes !== undefined && `writing ${either([pattern.writes].flat())}`,
  ].filter((part) => typeof part === 'string');
  return [`\`${words}\``, ...conditions].join(' ');
}

function codeOf(check: CodeCheck): string {
  const forms = check.match.map((matcher) => `\`${matcher.pattern ?? matcher.query ?? ''}\``);
  const languages = [...new Set(check.match.flatMap((matcher) => matcher.languages))].join(', ');
  const what = either([...new Set(forms)]);
  switch (check.mode) {
    case 'require':
      return `${languages} files without ${what}`;
    case 'keep':
      return `taking away ${languages} code that matches ${what}`;
    case 'append':
      return `putting anything before the ${languages} code that matches ${what}`;
    default:
      return `${languages} code that matches ${what}`;
  }
}

function textOf(check: TextCheck): string {
  const part = check.in && check.in !== 'file' ? `${check.in} of a file` : 'a file';
  if (check.mode === 'keep') return `taking /${check.pattern}/ away from ${part}`;
  const number = check.max === undefined ? '' : ` more than ${check.max} times`;
  return check.mode === 'require' ? `${part} without /${check.pattern}/` : `${part} with /${check.pattern}/${number}`;
}

function importsOf(contract: ImportsCheck['contract']): string {
  switch (contract.type) {
    case 'forbidden':
      return `imports of ${targetOf(contract.to)} from ${list(contract.from ?? ['any file'])}${contract.through === 'chain' ? ', over others too' : ''}`;
    case 'only-from':
      return `imports of ${targetOf(contract.to)} from anywhere but ${list(contract.from)}`;
    case 'layers':
      return `imports against the layers ${contract.layers.map(list).join(' → ')}${contract.adjacent ? ', or past one' : ''}`;
    case 'independent':
      return `imports between ${list(contract.modules)}`;
    case 'acyclic':
      return `import cycles within ${list(contract.within ?? ['the repository'])}`;
    case 'entry-points':
      return `imports into ${list(contract.module)} past ${list(contract.entries)}`;
    case 'only':
      return `imports from ${list(contract.from ?? ['any file'])} of anything but ${targetOf(contract.to)}`;
    case 'required':
      return `files ${list(contract.from)} without an import of ${targetOf(contract.to)}`;
    case 'unbroken':
      return `deletions and moves of files that ${list(contract.from ?? ['others'])} still import`;
  }
}

function targetOf(target: ImportTarget): string {
  const parts = [target.paths, target.packages, target.builtins, target.specifiers].flatMap((globs) => globs ?? []);
  return target.symbols ? `${list(target.symbols)} of ${list(parts)}` : list(parts);
}

function pathsOf(contract: PathsCheck['contract']): string {
  const files = `${list(contract.files.include)}${contract.files.exclude ? ` (not ${list(contract.files.exclude)})` : ''}`;
  switch (contract.type) {
    case 'protected':
      return `${contract.commit ? 'committing' : 'changes of'} ${files}${contract.by ? ` but by ${either(contract.by.map(commandOf))}` : ''}`;
    case 'placed':
      return `${files} outside ${list(contract.under)}`;
    case 'forbidden':
      return `${contract.new ? 'new ' : ''}files ${files}`;
    case 'named':
      return `${contract.subject ?? 'file'} names of ${files} that are not ${[...(contract.style ?? []), ...(contract.pattern ? [`/${contract.pattern}/`] : [])].join(' or ')}`;
    case 'companion':
      return `${files} without ${contract.changed ? 'a change of ' : ''}${list(contract.need)}`;
    case 'size':
      return `${files} with more than ${contract.max} ${contract.measure === 'line-length' ? 'characters a line' : contract.measure}`;
  }
}

function orderOf(contract: OrderCheck['contract']): string {
  switch (contract.type) {
    case 'before':
      return `${either(contract.trigger.map(happeningOf))} before ${contract.need.map((need) => either([need].flat().map(happeningOf))).join(' and ')}`;
    case 'never-after':
      return `${either(contract.trigger.map(happeningOf))} after ${happeningOf(contract.after)}`;
    case 'message':
      return `a ${contract.of.join(' or ')} message that is not as asked`;
  }
}

function happeningOf(happening: Happening): string {
  if ('ran' in happening) return either(happening.ran.map(commandOf));
  if ('changed' in happening) return `changing ${list(happening.changed)}`;
  return 'read' in happening ? `reading ${list(happening.read)}` : 'stopping';
}

function list(words: readonly string[]): string {
  return words.join(', ');
}

function either(words: readonly string[]): string {
  return words.length > 1 ? words.join(' | ') : (words[0] ?? '');
}
