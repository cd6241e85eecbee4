import type { SyntaxNode } from './syntax.ts';

/** Parents under whose `name` (and the like) a name is introduced, not used. */
const INTRODUCES =
  /declarat|definition|_item$|^class|^method|^function|parameter|signature|specification|enumerator|variant|binding|^pair$|property_element|label|alias|namespace_import/;
const INTRODUCING_FIELDS = new Set(['name', 'pattern', 'alias', 'label', 'declarator', 'parameters', 'parameter']);
/** A reference whose `name` is what is referred to, although its kind reads like a declaration. */
const REFERS = /call|invocation|import|use_|type_identifier|generic|qualified|scoped|argument$/;
/** Parents in which all but the first name are members of it. */
const MEMBER_ACCESS =
  /^(attribute|member_expression|member_access_expression|nullsafe_member_access_expression|field_expression|selector_expression|field_access|navigation_expression|navigation_suffix|member_call_expression|nullsafe_member_call_expression|scoped_call_expression|method_invocation|conditional_access_expression|member_binding_expression|scope_resolution|class_constant_access_expression|call|directly_assignable_expression)$/;
const MEMBER_FIELDS = new Set(['attribute', 'property', 'field', 'name', 'method', 'suffix']);
const KEY_PARENTS = /^(keyword_argument|named_argument|pair|property_assignment|labeled_statement|value_argument)$/;

/** Is a name node a use: neither introduced here, nor a member behind a dot, nor a label or key? */
export function isNameUse(node: SyntaxNode): boolean {
  const parent = node.parent;
  if (!parent) return true;
  const field = fieldOf(node, parent);
  if (MEMBER_ACCESS.test(parent.type) && isMember(node, parent, field)) return false;
  if (KEY_PARENTS.test(parent.type) && (field === 'name' || field === 'key' || isNamedKey(node, parent))) return false;
  if (REFERS.test(parent.type)) return field !== 'alias';
  if (field !== undefined && INTRODUCING_FIELDS.has(field) && INTRODUCES.test(parent.type)) return false;
  return !/^(parameters|lambda_parameters|formal_parameters|identifier_list|simple_parameter|as_pattern_target|variable_declaration)$/.test(
    parent.type,
  );
}

function isMember(node: SyntaxNode, parent: SyntaxNode, field: string | undefined): boolean {
  const first = parent.namedChildren[0];
  if (first?.id === node.id) return false;
  if (field === undefined)
    return parent.type.startsWith('navigation') || parent.type === 'directly_assignable_expression';
  // `print(…)` is a call without a receiver where the grammar gives the name its own field.
  return MEMBER_FIELDS.has(field);
}

function isNamedKey(node: SyntaxNode, parent: SyntaxNode): boolean {
  return (
    parent.type === 'value_argument' &&
    parent.children.some((child) => child.type === '=' && child.startIndex > node.startIndex)
  );
}

function fieldOf(node: SyntaxNode, parent: SyntaxNode): string | undefined {
  const index = parent.children.findIndex((child) => child.id === node.id);
  return index < 0 ? undefined : (parent.fieldNameForChild(index) ?? undefined);
}
