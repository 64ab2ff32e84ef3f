import { type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useState } from 'react';
import { type Draft, draggedTo, type Grip, keyedSpan, type Spot, usualSpan, wallWords } from './draft.ts';
import type { ShownEvent } from './event.ts';
import { type Axis, keyAct } from './keys.ts';
import type { DayRange } from './range.ts';
import { spanBetween, type WallSpan } from './wall-span.ts';

/** What happens to events; a calendar that is only looked at has none of it. */
export interface EditingActs<Event extends ShownEvent> {
  readonly onCreate: (span: WallSpan, row: string | null) => void;
  readonly onChange: (event: Event, span: WallSpan) => void;
  readonly onOpen: (event: Event) => void;
  readonly onRemove: (event: Event) => void;
  readonly announce: (words: string) => void;
}

interface Parts<Event extends ShownEvent> extends EditingActs<Event> {
  readonly events: readonly Event[];
  readonly axis: Axis;
  readonly zone: string;
  readonly range: DayRange;
  /** The rows that a free time can be chosen in; null where there are none. */
  readonly rows: readonly string[] | null;
  /** How long something is that was made by a click. */
  readonly usual: number;
  readonly spotAt: (x: number, y: number) => Spot | null;
}

/** What the element around all events is given, so that pointers and keys work in it. */
export interface EditingSurface {
  readonly tabIndex: 0;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

export interface Editing {
  readonly draft: Draft | null;
  readonly surface: EditingSurface;
}

/** Pixels that a pointer may tremble in a click. */
const tremble = 4;

/** Makes, moves and resizes events by pointer and by keys, in any view that can tell the time at a place. */
export function useEditing<Event extends ShownEvent>(parts: Parts<Event>): Editing {
  const [draft, setDraft] = useState<Draft | null>(null);
  const { spotAt, axis, usual } = parts;
  const spanAt = (wall: number): WallSpan =>
    axis === 'days' ? usualSpan(Math.floor(wall / 1440), usual) : spanBetween(Math.floor(wall / 30) * 30, wall + 1);
  const find = (key: string | null) => parts.events.find((event) => event.key === key);
  const onDropped = (dropped: Draft) => {
    const event = find(dropped.key);
    if (event !== undefined) parts.onChange(event, dropped.span);
    else parts.onCreate(axis === 'days' ? spanAt(dropped.span.start) : dropped.span, dropped.row);
  };
  const onPointerDown = (down: PointerEvent<HTMLElement>) => {
    const { key, edge, isElse } = gripOf(down.target);
    const from = spotAt(down.clientX, down.clientY);
    // A finger scrolls; it opens and makes events by tapping.
    if (down.button !== 0 || down.pointerType === 'touch' || isElse || from === null) return;
    const grip: Grip = { kind: key === null ? 'create' : (edge ?? 'move'), key, held: find(key) ?? null, from };
    followPointer(down, {
      move: (x, y) => {
        const to = spotAt(x, y);
        if (to !== null) setDraft(draggedTo(grip, to.wall, parts.zone));
      },
      drop: (x, y) => {
        const to = spotAt(x, y);
        setDraft(null);
        if (to !== null) onDropped(draggedTo(grip, to.wall, parts.zone));
      },
      cancel: () => setDraft(null),
    });
  };
  const onClick = (click: MouseEvent<HTMLElement>) => {
    const { key, isElse } = gripOf(click.target);
    const event = find(key);
    if (event !== undefined) return parts.onOpen(event);
    const spot = isElse ? null : spotAt(click.clientX, click.clientY);
    if (spot === null) return;
    const { start } = spanAt(spot.wall);
    parts.onCreate({ start, end: start + usual }, spot.row);
  };
  const keys = keyHandlers(parts, draft, setDraft);
  return { draft, surface: { tabIndex: 0, onPointerDown, onClick, ...keys } };
}

interface Gripped {
  readonly key: string | null;
  readonly edge: 'start' | 'end' | null;
  /** It is a button of another kind, which minds itself. */
  readonly isElse: boolean;
}

/** What stands under a pointer or has the focus: an event, or one of its edges. */
function gripOf(target: EventTarget): Gripped {
  if (!(target instanceof Element)) return { key: null, edge: null, isElse: false };
  const edge = target.closest<HTMLElement>('[data-edge]')?.dataset.edge;
  const key = target.closest<HTMLElement>('[data-event]')?.dataset.event ?? null;
  const isElse = key === null && target.closest('button, a') !== null;
  return { key, edge: edge === 'start' || edge === 'end' ? edge : null, isElse };
}

interface Following {
  readonly move: (x: number, y: number) => void;
  readonly drop: (x: number, y: number) => void;
  readonly cancel: () => void;
}

/** Follows a pointer until it lets go; Escape puts back. Near an edge of what scrolls, that scrolls along. */
function followPointer(down: PointerEvent<HTMLElement>, follow: Following): void {
  const scroller = down.currentTarget.closest<HTMLElement>('[data-scroller]');
  const until = new AbortController();
  const { signal } = until;
  let moved = false;
  const move = (event: globalThis.PointerEvent) => {
    moved ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > tremble;
    if (!moved) return;
    scrollAlong(scroller, event);
    follow.move(event.clientX, event.clientY);
  };
  const up = (event: globalThis.PointerEvent) => {
    until.abort();
    if (!moved) return;
    // The click that follows a drag must not open what was dragged.
    const stop = (click: globalThis.MouseEvent) => click.stopPropagation();
    window.addEventListener('click', stop, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', stop, { capture: true }));
    follow.drop(event.clientX, event.clientY);
  };
  const cancel = () => {
    until.abort();
    follow.cancel();
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', up, { signal });
  window.addEventListener('pointercancel', cancel, { signal });
  window.addEventListener('keydown', (event) => event.key === 'Escape' && cancel(), { signal });
}

function scrollAlong(scroller: HTMLElement | null, { clientX, clientY }: globalThis.PointerEvent): void {
  if (scroller === null) return;
  const { left, right, top, bottom } = scroller.getBoundingClientRect();
  const near = (from: number, at: number, to: number) => (at < from + 32 ? -12 : at > to - 32 ? 12 : 0);
  scroller.scrollBy(near(left, clientX, right), near(top, clientY, bottom));
}

type Keys = Pick<EditingSurface, 'onKeyDown' | 'onFocus' | 'onBlur'>;

function keyHandlers<Event extends ShownEvent>(
  parts: Parts<Event>,
  draft: Draft | null,
  setDraft: (draft: Draft | null) => void,
): Keys {
  const { range, rows, announce } = parts;
  const propose = (key: string | null, row: string | null, span: WallSpan) => {
    setDraft({ key, row, span, by: 'keys' });
    const words = row === null || key !== null ? wallWords(span) : `${row}: ${wallWords(span)}`;
    announce(`${words}. ${key === null ? 'Enter creates.' : 'Enter keeps, Escape puts back.'}`);
  };
  const keyed: Keyed<Event> = { parts, draft, setDraft, propose };
  return {
    onKeyDown: (pressed) => {
      if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
      const { key } = gripOf(pressed.target);
      const event = parts.events.find((one) => one.key === key);
      if (event !== undefined) pressedOnEvent(keyed, event, pressed);
      else if (pressed.target === pressed.currentTarget) pressedOnFreeTime(keyed, pressed);
    },
    onFocus: (focus) => {
      if (focus.target !== focus.currentTarget || !focus.target.matches(':focus-visible')) return;
      propose(null, rows?.[0] ?? null, usualSpan(range.from, 60));
    },
    onBlur: (blur) => {
      if (draft?.by === 'keys' && !blur.currentTarget.contains(blur.relatedTarget)) setDraft(null);
      else if (draft?.by === 'keys' && draft.key !== gripOf(blur.relatedTarget ?? blur.target).key) setDraft(null);
    },
  };
}

/** What keys work on, and how what they propose is shown. */
interface Keyed<Event extends ShownEvent> {
  readonly parts: Parts<Event>;
  readonly draft: Draft | null;
  readonly setDraft: (draft: Draft | null) => void;
  readonly propose: (key: string | null, row: string | null, span: WallSpan) => void;
}

function pressedOnEvent<Event extends ShownEvent>(
  { parts, draft, setDraft, propose }: Keyed<Event>,
  event: Event,
  pressed: KeyboardEvent<HTMLElement>,
) {
  const { axis, zone, range, announce } = parts;
  const act = keyAct(pressed.key, pressed.shiftKey, axis);
  if (act === null) return;
  pressed.preventDefault();
  const pending = draft?.key === event.key ? draft.span : null;
  if (act.kind === 'remove') return parts.onRemove(event);
  if (act.kind === 'cancel') {
    if (pending !== null) announce(`Put back: ${wallWords(event)}.`);
    return setDraft(null);
  }
  if (act.kind === 'open') {
    setDraft(null);
    return pending === null ? parts.onOpen(event) : parts.onChange(event, pending);
  }
  const span = keyedSpan(pending ?? event, act, zone, range);
  if (span === null) return announce('That time is not shown here.');
  propose(event.key, event.row, span);
}

function pressedOnFreeTime<Event extends ShownEvent>(
  { parts, draft, setDraft, propose }: Keyed<Event>,
  pressed: KeyboardEvent<HTMLElement>,
) {
  const { axis, zone, range, rows } = parts;
  const at = draft ?? { span: usualSpan(range.from, 60), row: rows?.[0] ?? null };
  const turn = rows === null || at.row === null ? 0 : ({ ArrowUp: -1, ArrowDown: 1 }[pressed.key] ?? 0);
  if (turn !== 0 && rows !== null && at.row !== null) {
    pressed.preventDefault();
    return propose(null, rows[rows.indexOf(at.row) + turn] ?? at.row, at.span);
  }
  const act = keyAct(pressed.key, pressed.shiftKey, axis);
  if (act === null || act.kind === 'remove') return;
  if (act.kind === 'cancel') return setDraft(null);
  pressed.preventDefault();
  if (act.kind === 'open') return parts.onCreate(at.span, at.row);
  const span = keyedSpan(at.span, act, zone, range);
  if (span !== null) propose(null, at.row, span);
}
