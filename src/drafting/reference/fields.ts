import * as z from 'zod';
import { publishedSchemas } from '../../rulebook/schemas.ts';

/** As much of JSON Schema as our schemas use. */
interface SchemaNode {
  readonly $ref?: string | undefined;
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly properties?: Readonly<Record<string, SchemaNode>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: SchemaNode | undefined;
  readonly anyOf?: readonly SchemaNode[] | undefined;
  readonly oneOf?: readonly SchemaNode[] | undefined;
}

const nodeSchema: z.ZodType<SchemaNode> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.string().optional(),
    description: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    properties: z.record(z.string(), nodeSchema).optional(),
    required: z.array(z.string()).optional(),
    items: nodeSchema.optional(),
    anyOf: z.array(nodeSchema).optional(),
    oneOf: z.array(nodeSchema).optional(),
  }),
);

/** A field as a reader sees it. `path` has a dot for each step down: `expect.equals`. */
export interface Field {
  readonly path: string;
  readonly type: string;
  readonly needed: boolean;
  readonly says: string | undefined;
  /** For an alternative of a contract: its name. */
  readonly of?: string;
}

const definitions: Readonly<Record<string, SchemaNode>> = z
  .looseObject({ $defs: z.record(z.string(), nodeSchema) })
  .parse(publishedSchemas()['rules.json']).$defs;

/** The fields of a named part of the published schema (`CommandPattern`), in its order. */
export function fieldsOf(name: string): readonly Field[] {
  const node = definitions[name];
  if (!node) throw new RangeError(`the schema has no ${name}`);
  return walk(node, '');
}

function walk(node: SchemaNode, above: string, of?: string): readonly Field[] {
  const alternatives = node.oneOf ?? node.anyOf;
  if (alternatives) return alternatives.flatMap((one) => walk(one, above, typeName(one) ?? of));
  return Object.entries(node.properties ?? {}).flatMap(([key, child]): readonly Field[] => {
    const path = above === '' ? key : `${above}.${key}`;
    if (key === 'kind' && child.const !== undefined) return [];
    if (key === 'type' && child.const !== undefined) return [];
    const field: Field = {
      path,
      type: typeOf(child),
      needed: node.required?.includes(key) ?? false,
      says: child.description,
      ...(of !== undefined && { of }),
    };
    const inner = child.$ref === undefined ? walk(child, path, of) : [];
    // What only holds others together (`contract`) is no field to read about.
    return key === 'contract' ? inner : [field, ...inner];
  });
}

/** The name of an alternative: its `type`, else its first field. */
function typeName(node: SchemaNode): string | undefined {
  const type = node.properties?.type?.const;
  return typeof type === 'string' ? type : Object.keys(node.properties ?? {})[0];
}

function typeOf(node: SchemaNode): string {
  if (node.$ref !== undefined) return node.$ref.replace(/^.*\//, '');
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return node.enum.length > 12 ? 'name' : node.enum.map(String).join(' | ');
  const alternatives = node.anyOf ?? node.oneOf;
  if (alternatives) return [...new Set(alternatives.map(typeOf))].join(' or ');
  if (node.type === 'array') return `list of ${node.items ? typeOf(node.items) : 'anything'}`;
  return node.type ?? 'anything';
}

/** One line on a field, Markdown. */
export function fieldLine({ path, type, needed, says }: Field): string {
  return `- \`${path}\` (${type}${needed ? ', needed' : ''})${says === undefined ? '' : `: ${says}`}`;
}
