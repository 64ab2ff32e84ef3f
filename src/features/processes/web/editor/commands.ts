import type { Editor } from '@tiptap/core';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, goToNextCell } from '@tiptap/pm/tables';

/** Something that the menu after “/” offers. */
export interface SlashCommand {
  readonly label: string;
  /** Other words by which it is found. */
  readonly words: string;
  readonly run: (editor: Editor) => void;
}

const cells = (type: string) => Array.from({ length: 3 }, () => ({ type }));

export function insertTable(editor: Editor): void {
  const rows = [
    { type: 'tableRow', content: cells('tableHeader') },
    ...[1, 2].map(() => ({ type: 'tableRow', content: cells('tableCell') })),
  ];
  editor.chain().focus().insertContent({ type: 'table', content: rows }).run();
  // It leaves the cursor in the last cell; one begins with the first.
  const { $from } = editor.state.selection;
  const depth = [3, 2, 1].find((at) => $from.depth >= at && $from.node(at).type.name === 'table');
  if (depth !== undefined) editor.commands.setTextSelection($from.start(depth) + 2);
}

/** What changes the table in which the cursor stands. */
export const tableCommands = [
  { label: 'Add a row', run: addRowAfter },
  { label: 'Add a column', run: addColumnAfter },
  { label: 'Remove the row', run: deleteRow },
  { label: 'Remove the column', run: deleteColumn },
  { label: 'Remove the table', run: deleteTable },
] as const;

/** Tab goes from cell to cell; false outside a table, where it leaves the editor. */
export function nextCell(editor: Editor, isBack: boolean): boolean {
  return goToNextCell(isBack ? -1 : 1)(editor.state, editor.view.dispatch);
}

/** @param onPicture asks for a file */
export function slashCommands(onPicture: () => void): readonly SlashCommand[] {
  return [
    {
      label: 'Heading',
      words: 'title h2 big',
      run: (editor) => editor.chain().focus().setNode('heading', { level: 2 }).run(),
    },
    {
      label: 'Smaller heading',
      words: 'title h3',
      run: (editor) => editor.chain().focus().setNode('heading', { level: 3 }).run(),
    },
    { label: 'Text', words: 'paragraph plain', run: (editor) => editor.chain().focus().setNode('paragraph').run() },
    { label: 'List', words: 'bullets points', run: (editor) => editor.chain().focus().toggleBulletList().run() },
    { label: 'Numbered list', words: 'ordered 1', run: (editor) => editor.chain().focus().toggleOrderedList().run() },
    { label: 'Table', words: 'rows columns grid', run: insertTable },
    { label: 'Picture', words: 'image photo', run: onPicture },
    { label: 'Quote', words: 'note warning', run: (editor) => editor.chain().focus().toggleBlockquote().run() },
    { label: 'Code', words: 'command', run: (editor) => editor.chain().focus().toggleCodeBlock().run() },
    { label: 'Line', words: 'rule divider', run: (editor) => editor.chain().focus().setHorizontalRule().run() },
  ];
}

/** Those commands that fit what was typed behind the slash. */
export function matching(commands: readonly SlashCommand[], typed: string): readonly SlashCommand[] {
  const wanted = typed.toLowerCase();
  return commands.filter(({ label, words }) =>
    `${label} ${words}`
      .toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(wanted)),
  );
}

/** What was typed behind a slash that begins a word, and where it begins; null where there is none. */
export function slashBefore(text: string): { readonly typed: string; readonly length: number } | null {
  const [found, typed] = /(?<=^|\s)\/(\p{L}{0,20})$/u.exec(text) ?? [];
  return found === undefined || typed === undefined ? null : { typed, length: found.length };
}
