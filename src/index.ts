export { createEngine, type Engine } from './engine/engine.ts';
export { createGuard, type Guard } from './engine/guard.ts';
export type { Event } from './model/event.ts';
export type { Rule } from './model/rule.ts';
export type { Verdict, Violation } from './model/verdict.ts';
