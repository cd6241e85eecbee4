/** Codes of everything that can go wrong for a person or agent to read; exit status 2 unless said otherwise. */
export type FailureCode =
  | 'invalid-rulebook'
  | 'invalid-settings'
  | 'invalid-rule-file'
  | 'invalid-event'
  | 'invalid-path'
  | 'unproven-rule'
  | 'no-instructions'
  | 'no-rulebook'
  | 'not-a-directory'
  | 'unreadable'
  | 'unavailable'
  | 'usage';

/** A failure told with its place (`file:line:column`, 1-based) and its remedy. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly place: string | undefined;
  readonly remedy: string | undefined;

  constructor(code: FailureCode, message: string, details: { place?: string; remedy?: string; cause?: unknown } = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.place = details.place;
    this.remedy = details.remedy;
  }

  /** `place: message` and, on a second line, what to do. */
  override toString(): string {
    const head = this.place ? `${this.place}: ${this.message}` : this.message;
    return this.remedy ? `${head}\n  ${this.remedy}` : head;
  }
}
