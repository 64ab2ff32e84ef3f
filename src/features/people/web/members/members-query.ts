import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { membersSchema } from './contract.ts';

/** What the list is narrowed to; the server looks through names without accents, and for whole addresses. */
export interface MembersAsked {
  readonly q: string;
  readonly role: string | null;
  readonly page: number;
}

export const everybody: MembersAsked = { q: '', role: null, page: 1 };

/** As many as the server puts on a page. */
export const membersPageSize = 50;

function pathOf({ q, role, page }: MembersAsked): '/api/members' | `/api/members?${string}` {
  const asked = new URLSearchParams();
  if (q !== '') asked.set('q', q);
  if (role !== null) asked.set('role', role);
  if (page > 1) asked.set('page', String(page));
  return asked.size === 0 ? '/api/members' : `/api/members?${asked}`;
}

/** A page of members. */
export const membersQuery = (asked: MembersAsked) =>
  queryOptions({
    queryKey: ['members', asked],
    queryFn: ({ signal }) => call(membersSchema, 'GET', pathOf(asked), { signal }),
  });
