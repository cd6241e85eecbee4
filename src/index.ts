export { createEngine, type Engine } from './engine/engine.ts';
export { createGuard, type Guard } from './engine/guard.ts';
export { type OpenRepository, openRepository } from './engine/open.ts';
export type { Event } from './model/event.ts';
export { Failure, type FailureCode } from './model/failure.ts';
export type { Rule } from './model/rule.ts';
export type { Verdict, Violation } from './model/verdict.ts';
