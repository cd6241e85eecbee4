import { codeChecks } from '../checks/code/module.ts';
import { commandChecks } from '../checks/command/module.ts';
import { configChecks } from '../checks/config/module.ts';
import type { CheckModule, PrepareContext, PreparedChecks } from '../checks/contract.ts';
import { importsChecks } from '../checks/imports/module.ts';
import { orderChecks } from '../checks/order/module.ts';
import { pathsChecks } from '../checks/paths/module.ts';
import { textChecks } from '../checks/text/module.ts';
import type { CheckKind } from '../model/check.ts';
import type { Rule, RuleOf } from '../model/rule.ts';

const MODULES: { readonly [K in CheckKind]: CheckModule<K> } = {
  command: commandChecks,
  code: codeChecks,
  text: textChecks,
  config: configChecks,
  imports: importsChecks,
  paths: pathsChecks,
  order: orderChecks,
};

/** Prepares the rules of one kind. */
export function prepareKind<K extends CheckKind>(
  kind: K,
  rules: readonly Rule[],
  context: PrepareContext,
): Promise<PreparedChecks> {
  const module: CheckModule<K> = MODULES[kind];
  const ofKind = rules.filter((rule): rule is RuleOf<K> => rule.check.kind === kind);
  return Promise.resolve(module.prepare(ofKind, context));
}
