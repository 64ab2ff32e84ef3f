import { Group, Text } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import '@mantine/tiptap/styles.css';
import { IconPhoto, IconTable } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import Link from '@tiptap/extension-link';
import { type Editor, useEditor, useEditorState } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { type ComponentProps, type ReactElement, useRef } from 'react';
import { call } from '../../../../web/api.ts';
import { sentenceOf } from '../../../../web/problem.ts';
import { z } from '../../../../web/zod.ts';
import { picturePath } from '../../writing/content.ts';
import { processPath } from '../contract.ts';
import classes from '../processes.module.css';
import { insertTable, nextCell, slashBefore, tableCommands } from './commands.ts';
import { writeMarkdown } from './kept-markdown.ts';
import { Picture, Table, TableCell, TableHeader, TableRow } from './nodes.ts';
import { readMarkdown } from './read-markdown.ts';
import { type RichNode, safeLink, toEditor } from './rich-text.ts';
import { SlashMenu } from './slash-menu.tsx';

interface Props {
  readonly processId: string;
  readonly text: string;
  readonly onChange: (markdown: string) => void;
}

const nonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

function useTextEditor({ text, onChange }: Props): Editor | null {
  const latest = useRef(onChange);
  latest.current = onChange;
  return useEditor({
    extensions: [
      StarterKit.configure({ heading: { levels: [1, 2, 3, 4] }, underline: false, link: false }),
      Link.configure({ openOnClick: false, isAllowedUri: (address) => safeLink.test(address ?? '') }),
      ...[Picture, Table, TableRow, TableHeader, TableCell],
    ],
    content: toEditor(readMarkdown(text)),
    injectNonce: nonce(),
    onUpdate: ({ editor }) => latest.current(writeMarkdown(editor.getJSON() as RichNode)),
    editorProps: {
      attributes: { 'aria-label': 'Text', 'aria-multiline': 'true', role: 'textbox' },
    },
  });
}

/** Mantine's types name the same editor by the declarations of its other build, so that the two don’t know each other. */
const forMantine = (editor: Editor | null) => editor as unknown as ComponentProps<typeof RichTextEditor>['editor'];

/** Writes the text of a process. Headings, lists, tables and pictures by the bar above or by typing “/”. */
export function RichEditor(props: Props): ReactElement {
  const editor = useTextEditor(props);
  const input = useRef<HTMLInputElement>(null);
  const add = useMutation({
    mutationFn: async (file: File) => {
      const body = new FormData();
      body.set('file', file);
      const answer = z.object({ id: z.string() });
      return call(answer, 'POST', `${processPath(props.processId)}/pictures` as const, { body });
    },
    onSuccess: ({ id }, file) => {
      const alt = file.name.replace(/\.\w+$/, '');
      editor
        ?.chain()
        .focus()
        .insertContent({ type: 'image', attrs: { src: picturePath(id), alt } })
        .run();
    },
  });
  return (
    <div className={classes.editor} style={{ position: 'relative' }}>
      <RichTextEditor
        editor={forMantine(editor)}
        onKeyDownCapture={(event) => {
          if (event.key === 'Tab' && editor !== null && nextCell(editor, event.shiftKey)) event.preventDefault();
        }}
      >
        <Bar editor={editor} onPicture={() => input.current?.click()} />
        <RichTextEditor.Content />
      </RichTextEditor>
      {editor !== null && <SlashMenu editor={editor} slashOf={slashBefore} onPicture={() => input.current?.click()} />}
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) add.mutate(file);
        }}
      />
      {add.isPending && (
        <Text size="sm" role="status" mt={4}>
          The picture is on its way…
        </Text>
      )}
      {add.isError && (
        <Text size="sm" role="alert" c="red" mt={4}>
          {sentenceOf(add.error)}
        </Text>
      )}
    </div>
  );
}

function Bar({ editor, onPicture }: { readonly editor: Editor | null; readonly onPicture: () => void }): ReactElement {
  const isInTable = useEditorState({ editor, selector: ({ editor: one }) => one?.isActive('table') ?? false });
  return (
    <RichTextEditor.Toolbar>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Strikethrough />
        <RichTextEditor.Code />
        <RichTextEditor.Link />
        <RichTextEditor.Unlink />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.H2 />
        <RichTextEditor.H3 />
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
        <RichTextEditor.Blockquote />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Control
          aria-label="Insert a table"
          title="Insert a table"
          onClick={() => editor && insertTable(editor)}
        >
          <IconTable size={16} stroke={1.75} />
        </RichTextEditor.Control>
        <RichTextEditor.Control aria-label="Insert a picture" title="Insert a picture" onClick={onPicture}>
          <IconPhoto size={16} stroke={1.75} />
        </RichTextEditor.Control>
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Undo />
        <RichTextEditor.Redo />
      </RichTextEditor.ControlsGroup>
      {isInTable && editor !== null && (
        <Group gap={4}>
          {tableCommands.map(({ label, run }) => (
            <RichTextEditor.Control
              key={label}
              px={8}
              w="auto"
              aria-label={label}
              onClick={() => run(editor.state, editor.view.dispatch)}
            >
              <Text size="xs">{label}</Text>
            </RichTextEditor.Control>
          ))}
        </Group>
      )}
    </RichTextEditor.Toolbar>
  );
}
