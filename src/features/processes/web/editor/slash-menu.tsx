import { type Editor, useEditorState } from '@tiptap/react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import classes from '../processes.module.css';
import { matching, type SlashCommand, slashCommands } from './commands.ts';

interface Props {
  readonly editor: Editor;
  readonly slashOf: (text: string) => { readonly typed: string; readonly length: number } | null;
  readonly onPicture: () => void;
}

/** The menu that opens by typing “/”: arrows choose, Enter takes, Escape closes it until the next slash. */
export function SlashMenu({ editor, slashOf, onPicture }: Props): ReactElement | null {
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const slash = useEditorState({
    editor,
    selector: ({ editor: one }) => {
      const { $from, empty } = one.state.selection;
      if (!empty || !one.isFocused || $from.parent.type.name === 'codeBlock') return null;
      const found = slashOf($from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc'));
      return found === null ? null : { ...found, from: $from.pos - found.length };
    },
  });
  const isOpen = slash !== null && slash.from !== closedAt;
  const found = slash === null ? [] : matching(slashCommands(onPicture), slash.typed);
  const at = Math.min(chosen, Math.max(0, found.length - 1));
  const take = (command: SlashCommand) => {
    if (slash === null) return;
    editor
      .chain()
      .focus()
      .deleteRange({ from: slash.from, to: slash.from + slash.length })
      .run();
    setChosen(0);
    command.run(editor);
  };
  useEffect(() => {
    if (!isOpen || slash === null || found.length === 0) return;
    const onKey = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const command = found[at];
      if (step !== 0) setChosen((at + step + found.length) % found.length);
      else if (event.key === 'Escape') setClosedAt(slash.from);
      else if ((event.key === 'Enter' || event.key === 'Tab') && command !== undefined) take(command);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the editor's own keys, which would write a new line.
    editor.view.dom.addEventListener('keydown', onKey, true);
    return () => editor.view.dom.removeEventListener('keydown', onKey, true);
  });
  if (!isOpen || slash === null || found.length === 0) return null;
  const cursor = editor.view.coordsAtPos(slash.from);
  const frame = editor.view.dom.closest(`.${classes.editor}`)?.getBoundingClientRect();
  const left = Math.max(0, Math.min(cursor.left - (frame?.left ?? 0), (frame?.width ?? 0) - 244));
  return <CommandList {...{ found, at, take }} place={{ top: cursor.bottom - (frame?.top ?? 0) + 4, left }} />;
}

interface ListProps {
  readonly found: readonly SlashCommand[];
  readonly at: number;
  readonly take: (command: SlashCommand) => void;
  readonly place: { readonly top: number; readonly left: number };
}

function CommandList({ found, at, take, place }: ListProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  // Where one writes near the lower end, on a phone behind its bar, what can be chosen comes into sight.
  useEffect(() => {
    // Newer browsers answer with a promise, which is nothing to clean up with.
    void list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={list} className={classes.slash} style={place} role="listbox" aria-label="What to insert">
      {found.map((command, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the editor's, which keeps the focus
        <div
          key={command.label}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(command)}
        >
          {command.label}
        </div>
      ))}
    </div>
  );
}
