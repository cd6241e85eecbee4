/** Rules in another tool's words, and what could not be said in them. */
export interface Exported {
  readonly text: string;
  readonly left: readonly { readonly rule: string; readonly why: string }[];
}
