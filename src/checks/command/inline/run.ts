import type { Frame, Reader } from '../reader.ts';

export function runInline(_language: string, _code: string, _frame: Frame, _reader: Reader): void {}
