import type { CheckModule, PrepareContext, PreparedChecks } from '../checks/contract.ts';
import type { CheckKind } from '../model/check-kind.ts';
import type { Rule, RuleOf } from '../model/rule.ts';

/** Each kind is loaded when rules of it are first needed: start-up time is a feature. */
const MODULES: { readonly [K in CheckKind]: () => Promise<CheckModule<K>> } = {
  command: async () => (await import('../checks/command/module.ts')).commandChecks,
  code: async () => (await import('../checks/code/module.ts')).codeChecks,
  text: async () => (await import('../checks/text/module.ts')).textChecks,
  config: async () => (await import('../checks/config/module.ts')).configChecks,
  imports: async () => (await import('../checks/imports/module.ts')).importsChecks,
  paths: async () => (await import('../checks/paths/module.ts')).pathsChecks,
  order: async () => (await import('../checks/order/module.ts')).orderChecks,
};

/** Prepares the rules of one kind. */
export async function prepareKind<K extends CheckKind>(
  kind: K,
  rules: readonly Rule[],
  context: PrepareContext,
): Promise<PreparedChecks> {
  const module = await MODULES[kind]();
  const ofKind = rules.filter((rule): rule is RuleOf<K> => rule.check.kind === kind);
  return module.prepare(ofKind, context);
}
