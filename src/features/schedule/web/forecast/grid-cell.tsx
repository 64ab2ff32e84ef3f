import { memo, type ReactElement } from 'react';
import { amountText } from './amounts.ts';
import classes from './forecast.module.css';
import { cellWords, coverMark } from './forecast-words.ts';
import type { ShownHalf } from './shown-days.ts';
import type { Editor } from './use-editing.ts';

declare module 'react' {
  interface CSSProperties {
    /** How deep a half hour of a forecast is shaded by its need, 0 to 1. */
    '--depth'?: number;
  }
}

interface Props {
  /** Column and half hour, as events find it. */
  readonly place: string;
  readonly half: ShownHalf;
  readonly unit: string;
  readonly depth: number;
  readonly isFocus: boolean;
  readonly isSelected: boolean;
  readonly editor: Editor | null;
  readonly onType: ((text: string) => void) | undefined;
  readonly onLeave: (() => void) | undefined;
}

/** A half hour of a day. Drawn again only when something in it changes: there are hundreds of them. */
export const GridCell = memo(function GridCell(props: Props): ReactElement {
  const { place, half, unit, depth, isFocus, isSelected, editor, onType, onLeave } = props;
  const mark = coverMark(half);
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a table that is a grid
      role="gridcell"
      data-cell={place}
      className={classes.cell}
      style={{ '--depth': depth }}
      tabIndex={isFocus ? 0 : -1}
      aria-selected={isSelected}
      aria-label={cellWords(half, unit)}
      data-focus={isFocus || undefined}
      data-unsaved={half.unsaved || undefined}
      data-source={half.source ?? undefined}
    >
      {editor === null ? (
        <div>
          <span className={classes.amount}>{amountText(half.amount)}</span>
          {mark !== null && (
            <small className={classes.mark} data-cover={mark.cover ?? undefined}>
              {mark.text}
            </small>
          )}
        </div>
      ) : (
        <AmountField editor={editor} unit={unit} onType={onType} onLeave={onLeave} />
      )}
    </td>
  );
});

function AmountField({
  editor,
  unit,
  onType,
  onLeave,
}: Pick<Props, 'unit' | 'onType' | 'onLeave'> & { readonly editor: Editor }) {
  return (
    <input
      className={classes.field}
      aria-label={`Expected ${unit}`}
      aria-invalid={editor.problem !== null}
      inputMode="decimal"
      autoComplete="off"
      // The field comes because somebody types: it has to be where the next key goes.
      // biome-ignore lint/a11y/noAutofocus: see above
      autoFocus
      value={editor.text}
      onFocus={({ currentTarget }) => !editor.isQuick && currentTarget.select()}
      onChange={({ currentTarget }) => onType?.(currentTarget.value)}
      onBlur={onLeave}
    />
  );
}
