import { IconRepeat } from '@tabler/icons-react';
import type { CSSProperties, ReactElement } from 'react';
import { localOf } from '../../calendar/local.ts';
import classes from './calendar.module.css';
import { wallWords } from './draft.ts';
import type { ShownEvent } from './event.ts';

interface Props {
  readonly event: ShownEvent;
  readonly style: CSSProperties;
  readonly isDraft: boolean;
  /** Which edges can be dragged here; an event that goes on elsewhere has its other edge there. */
  readonly edges: readonly ('start' | 'end')[];
  /** `line`: a single line; `block`: title and times below each other. */
  readonly shape: 'line' | 'block';
  readonly hint: string;
  /** A further piece of an event that is reached by its first one. */
  readonly isRest?: boolean;
}

/** One event, or a piece of it on one day. */
export function EventBlock({ event, style, isDraft, edges, shape, hint, isRest = false }: Props): ReactElement {
  const times = `${localOf(event.start).slice(11)}–${localOf(event.end).slice(11)}`;
  const words = [event.title, wallWords(event), event.repeats ? 'repeats' : '', event.changed ? 'changed' : ''];
  return (
    <button
      type="button"
      className={classes.event}
      data-event={event.key}
      data-draft={isDraft || undefined}
      data-shape={shape}
      tabIndex={isRest ? -1 : 0}
      aria-hidden={isRest || undefined}
      aria-label={words.filter((word) => word !== '').join(', ')}
      aria-describedby={hint}
      title={`${event.title} · ${times}`}
      style={{ ...style, ...{ '--event': colourOf(event.colour) } }}
    >
      {edges.includes('start') && <span className={classes.edge} data-edge="start" />}
      <span className={classes.eventWords}>
        <b className={classes.eventTitle}>{event.title}</b>
        <span className={`${classes.eventTimes} tabular`}>{times}</span>
      </span>
      {event.repeats && !event.changed && <IconRepeat size={12} className={classes.repeats} aria-hidden />}
      {edges.includes('end') && <span className={classes.edge} data-edge="end" />}
    </button>
  );
}

/** Something that is about to be made. */
export function Ghost({ style, words }: { readonly style: CSSProperties; readonly words: string }): ReactElement {
  return (
    <div className={classes.ghost} style={style} aria-hidden>
      <span className="tabular">{words}</span>
    </div>
  );
}

/** A colour by its name as a value for styles. */
export function colourOf(name: string): string {
  return `var(--mantine-color-${name}-6, var(--mantine-color-gray-6))`;
}
