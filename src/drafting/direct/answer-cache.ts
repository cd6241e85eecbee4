import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { proseHash } from '../../instructions/hash.ts';
import type { Directive } from '../../model/directive.ts';
import { type Rule, ruleSchema } from '../../model/rule.ts';

/** What a model made of directives, so that it is asked about each but once. */
export interface AnswerCache {
  /** The proven rules of a directive; empty if the model gave it up, `undefined` if it was never asked. */
  get(directive: Directive): readonly Rule[] | undefined;
  set(directive: Directive, rules: readonly Rule[]): void;
}

const keptSchema = z.record(z.string(), z.array(ruleSchema));

/** A cache in `.bylaw/cache/`. A damaged one is no failure. Where a directive stands is not part of its key. */
export function answerCache(root: string, model: string): AnswerCache {
  const file = path.join(root, '.bylaw', 'cache', 'answers.json');
  const read = (): Record<string, Rule[]> => {
    try {
      return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return {};
    }
  };
  const keyOf = ({ text, headings, parents, fence, scope }: Directive): string =>
    proseHash(JSON.stringify([model, text, headings, parents, fence?.text, scope]));
  return {
    get: (directive) =>
      read()[keyOf(directive)]?.map((rule) => ({ ...rule, source: { ...directive.source, quote: rule.source.quote } })),
    set(directive, rules) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(path.join(path.dirname(file), '.gitignore'), '*\n');
      writeFileSync(file, JSON.stringify({ ...read(), [keyOf(directive)]: rules }));
    },
  };
}
