/** A stretch of the file: UTF-16 offsets, `to` exclusive. */
interface Placed {
  readonly from: number;
  readonly to: number;
}

/** Text as it reads: as long as its stretch of the file and the same, or what an entity there stands for. */
export interface Text extends Placed {
  readonly type: 'text';
  readonly value: string;
}

/** `code`, with its backticks in the file; `break`, a hard line break; the rest hold other inline nodes. */
export type Inline =
  | Text
  | (Placed & { readonly type: 'inlineCode' | 'break' })
  | (Placed & { readonly type: 'html'; readonly value: string })
  | (Placed & { readonly type: 'image'; readonly alt: readonly Inline[] })
  | (Placed & { readonly type: 'emphasis' | 'strong' | 'link' | 'delete'; readonly children: readonly Inline[] });

export interface Heading extends Placed {
  readonly type: 'heading';
  /** 1 to 6. */
  readonly depth: number;
  readonly children: readonly Inline[];
}

export interface Paragraph extends Placed {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}

/** A code block, without its fences and indentation. */
export interface Code extends Placed {
  readonly type: 'code';
  readonly language?: string;
  readonly value: string;
  readonly fenced: boolean;
}

export interface Row extends Placed {
  readonly cells: readonly (readonly Inline[])[];
}

/** The first row is the head. */
export interface Table extends Placed {
  readonly type: 'table';
  readonly rows: readonly Row[];
}

export interface ListItem extends Placed {
  readonly type: 'item';
  readonly children: readonly Block[];
}

export interface List extends Placed {
  readonly type: 'list';
  readonly children: readonly ListItem[];
}

/** A block quote or a footnote. */
export interface Quote extends Placed {
  readonly type: 'quote';
  readonly children: readonly Block[];
}

export type Block =
  | Heading
  | Paragraph
  | Code
  | Table
  | List
  | Quote
  | (Placed & { readonly type: 'html'; readonly value: string })
  /** A rule, or the definition of a link: nothing to read. */
  | (Placed & { readonly type: 'other' });

export interface Root extends Placed {
  readonly type: 'root';
  readonly children: readonly Block[];
}
