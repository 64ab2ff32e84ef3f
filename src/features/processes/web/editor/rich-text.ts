import type { JSONContent } from '@tiptap/core';

/** A document as the editor holds it: ProseMirror's JSON, as far as it is used here. */
export interface RichNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly RichNode[];
  readonly text?: string;
  readonly marks?: readonly RichMark[];
}

/** A document in the form that the editor takes it in. */
export function toEditor({ type, attrs, content, text, marks }: RichNode): JSONContent {
  return {
    type,
    ...(attrs ? { attrs: { ...attrs } } : {}),
    ...(content ? { content: content.map(toEditor) } : {}),
    ...(text === undefined ? {} : { text }),
    ...(marks ? { marks: marks.map((mark) => ({ type: mark.type, attrs: { ...mark.attrs } })) } : {}),
  };
}

export interface RichMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** Marks from the outermost to the innermost, as they are written. */
export const markOrder = ['link', 'bold', 'italic', 'strike'] as const;

/** Only pictures of processes are pictures here: another site's would tell it who reads what. */
export const ownPicture = /^\/api\/process-pictures\/[0-9a-f-]{36}$/;

/** Addresses that a link may lead to. */
export const safeLink = /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i;
