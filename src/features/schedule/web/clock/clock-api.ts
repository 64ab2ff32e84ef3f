import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import type { Day } from '../../../../web/zoned-time.ts';
import {
  type Clock,
  clockSchema,
  correctedSchema,
  correctionsSchema,
  historySchema,
  type Sheet,
  sheetSchema,
  sheetsSchema,
} from './contract.ts';

const root = '/api/schedule/clock';

/** Whether the organisation uses the time clock; nothing of it is shown where it doesn't. */
export const clockOnQuery = queryOptions({
  queryKey: ['schedule', 'clock-setting'],
  queryFn: async ({ signal }) => (await call(z.object({ on: z.boolean() }), 'GET', `${root}/setting`, { signal })).on,
  staleTime: 5 * 60_000,
});

/** What my clock shows now. */
export const clockQuery = queryOptions({
  queryKey: ['schedule', 'clock'],
  queryFn: ({ signal }) => call(clockSchema, 'GET', root, { signal }),
});

/** Somebody's timesheet of the period in which a day lies; today's without one. */
export const sheetQuery = (personId: string, from: Day | undefined) =>
  queryOptions({
    queryKey: ['schedule', 'sheet', personId, from ?? ''],
    queryFn: ({ signal }) => {
      const query: '' | `?from=${string}` = from === undefined ? '' : `?from=${from}`;
      return call(sheetSchema, 'GET', `${root}/sheets/${encodeURIComponent(personId)}${query}`, { signal });
    },
  });

export interface SheetsAsk {
  readonly from?: Day | undefined;
  readonly location?: string | undefined;
  readonly role?: string | undefined;
}

/** What a list of timesheets is asked for with; the file is asked for with the same. */
function sheetsSearch({ from, location, role }: SheetsAsk): string {
  const wanted = Object.entries({ from, location, role }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return new URLSearchParams(wanted).toString();
}

/** Timesheets of those whom I schedule. */
export const sheetsQuery = (ask: SheetsAsk) =>
  queryOptions({
    queryKey: ['schedule', 'sheets', sheetsSearch(ask)],
    queryFn: ({ signal }) => call(sheetsSchema, 'GET', `${root}/sheets?${sheetsSearch(ask)}`, { signal }),
  });

/** Where the same is as a file. */
export const sheetsFile = (ask: SheetsAsk): string => `${root}/sheets.csv?${sheetsSearch(ask)}`;

/** Corrections: mine, or what everybody whom I schedule asked for. */
export const correctionsQuery = (whose: 'me' | 'asked') =>
  queryOptions({
    queryKey: ['schedule', 'corrections', whose],
    queryFn: async ({ signal }) => {
      const query = whose === 'me' ? ('person=me' as const) : ('state=asked' as const);
      return (await call(correctionsSchema, 'GET', `${root}/corrections?${query}`, { signal })).corrections;
    },
  });

/** Every version that an entry had. */
export const historyQuery = (entryId: string) =>
  queryOptions({
    queryKey: ['schedule', 'clock-history', entryId],
    queryFn: async ({ signal }) =>
      (await call(historySchema, 'GET', `${root}/entries/${encodeURIComponent(entryId)}/history`, { signal })).versions,
  });

export type Press = { readonly act: 'in'; readonly roleId: string | null } | { readonly act: 'out' | 'break' | 'back' };

/**
 * Presses a button of the clock. As long as the clock shows the same, a press of the same button is the same one: a double
 * click, or a second try after an answer that was lost, counts once.
 */
export function usePress(): UseMutationResult<Clock, Error, Press> {
  const client = useQueryClient();
  const pressed = useRef({ on: '', key: '' });
  const keyFor = (press: Press) => {
    const { entry, recent } = client.getQueryData(clockQuery.queryKey) ?? { entry: null, recent: [] };
    const on = `${press.act} ${entry?.id ?? recent[0]?.id ?? ''} ${entry?.version ?? ''}`;
    if (pressed.current.on !== on) pressed.current = { on, key: crypto.randomUUID() };
    return pressed.current.key;
  };
  return useMutation({
    mutationFn: (press: Press) => {
      const key = keyFor(press);
      if (press.act === 'in') return call(clockSchema, 'POST', `${root}/in`, { body: { key, roleId: press.roleId } });
      return call(clockSchema, 'POST', `${root}/${press.act}`, { body: { key } });
    },
    onSuccess: (clock) => client.setQueryData(clockQuery.queryKey, clock),
    onSettled: () => client.invalidateQueries({ queryKey: ['schedule'] }),
  });
}

/** Times as instants; whoever writes them knows the zone. */
export interface WantedWork {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly breaks: { readonly startsAt: string; readonly endsAt: string }[];
}

export interface WantedCorrection {
  readonly personId: string;
  readonly entryId: string | null;
  /** Null: the entry is to go. */
  readonly work: WantedWork | null;
  readonly roleId: string | null;
  readonly reason: string;
}

type Corrected = z.infer<typeof correctedSchema>;

/** Corrects hours, or asks for it. */
export function useCorrect(): UseMutationResult<Corrected, Error, WantedCorrection> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: WantedCorrection) => call(correctedSchema, 'POST', `${root}/corrections`, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['schedule'] }),
  });
}

export interface Verdict {
  readonly id: string;
  readonly act: 'approve' | 'decline' | 'withdraw';
  readonly reason: string;
}

/** Decides about a correction, or takes it back. */
export function useVerdict(): UseMutationResult<Corrected, Error, Verdict> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act, reason }: Verdict) =>
      call(correctedSchema, 'POST', `${root}/corrections/${encodeURIComponent(id)}/${act}`, { body: { reason } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['schedule'] }),
  });
}

export interface Approval {
  readonly personId: string;
  readonly firstDay: Day;
  /** What was seen. */
  readonly worked: number;
}

/** Approves a timesheet. */
export function useApprove(): UseMutationResult<Sheet, Error, Approval> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ personId, ...body }: Approval) =>
      call(sheetSchema, 'POST', `${root}/sheets/${encodeURIComponent(personId)}/approve`, { body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['schedule'] }),
  });
}
