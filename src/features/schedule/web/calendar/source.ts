import type { ComponentType } from 'react';
import type { Change, Scope } from '../../calendar/change.ts';
import type { Occurrence } from '../../calendar/occurrences.ts';
import type { EventLook, KeptSeries } from './event.ts';
import type { FreshSeries } from './event-form.ts';

/** What the server tells of a stretch of a calendar. */
export interface CalendarAnswer<Payload> {
  readonly zone: string;
  readonly series: readonly KeptSeries<Payload>[];
  readonly occurrences: readonly Omit<Occurrence<Payload>, 'start' | 'end'>[];
}

/** What came of a write: how to put it back, and what is worth knowing about it (overlaps). */
export interface Written {
  readonly undo: string;
  readonly findings: readonly string[];
}

/** Which occurrence of which series is meant, and for how many of them. */
export interface Target {
  readonly seriesId: string;
  readonly on: string;
  readonly scope: Scope;
  readonly revision: number;
}

/** Where a calendar's events come from and go to: the shifts of a role, or the times of a person. */
export interface CalendarSource<Payload> {
  /** Begins the keys of its queries. */
  readonly key: readonly string[];
  /** Days, the last included. */
  readonly load: (from: string, to: string, signal: AbortSignal) => Promise<CalendarAnswer<Payload>>;
  readonly create: (series: FreshSeries<Payload>) => Promise<Written>;
  readonly change: (target: Target, change: Change<Payload>) => Promise<Written>;
  readonly remove: (target: Target) => Promise<Written>;
  readonly undo: (token: string) => Promise<unknown>;
}

interface FieldsProps<Payload> {
  readonly value: Payload;
  readonly onChange: (payload: Payload) => void;
  /** What the server said about fields, by their names. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a calendar is of: its words, its colours, and the fields that its events have of their own. */
export interface CalendarKind<Payload> extends EventLook<Payload> {
  /** "shift": on buttons and in sentences. */
  readonly noun: string;
  /** What is filled in for something that is being made. */
  readonly first: Payload;
  /** What is filled in for something made in this row of the timeline. */
  readonly inRow: (row: string) => Payload;
  /** Rows of the timeline that are there even without events. */
  readonly rows: readonly string[];
  /** How long one is that was made by a click, in minutes. */
  readonly usual: number;
  /** Whether a colour can be chosen. */
  readonly hasColours: boolean;
  readonly Fields: ComponentType<FieldsProps<Payload>>;
}
