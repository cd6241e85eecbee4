import type { Program } from 'oxc-parser';
import type { ImportFact } from '../fact.ts';

interface Walked {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** Imports that are no module syntax: `require()`, `import x = require()`, `import('x').T`, `typeof import('x')`. */
export function syntaxImports(program: Program): readonly ImportFact[] {
  const found: ImportFact[] = [];
  const visit = (value: unknown, lazy: boolean): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, lazy);
      return;
    }
    if (!isNode(value)) return;
    const specifier = specifierOf(value);
    if (specifier !== undefined) {
      const typeOnly = value.type === 'TSImportType' || value.importKind === 'type';
      found.push({ specifier, names: ['*'], typeOnly, lazy, start: value.start, end: value.end });
    }
    const inner = lazy || /Function(?:Expression|Declaration)$/.test(value.type);
    for (const key in value) if (key !== 'type') visit(value[key], inner);
  };
  visit(program.body, false);
  return found;
}

function specifierOf(node: Walked): string | undefined {
  switch (node.type) {
    case 'CallExpression': {
      const { callee } = node;
      if (!isNode(callee) || callee.type !== 'Identifier' || callee.name !== 'require') return undefined;
      return Array.isArray(node.arguments) ? text(node.arguments[0]) : undefined;
    }
    case 'TSExternalModuleReference':
      return text(node.expression);
    case 'TSImportType':
      return text(node.source) ?? text(node.argument);
    default:
      return undefined;
  }
}

function text(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'TSLiteralType') return text(node.literal);
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

function isNode(value: unknown): value is Walked {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
