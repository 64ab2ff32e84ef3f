import { queryOptions } from '@tanstack/react-query';
import { call, download } from '../../../../web/api.ts';
import { notesSchema, ownProfileSchema, personSchema } from './contract.ts';

export const ownProfileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => call(ownProfileSchema, 'GET', '/api/profile', { signal }),
});

/** Somebody's page. Looking is recorded, so it isn't asked for again just because the window comes back into sight. */
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => call(personSchema, 'GET', `/api/people/${encodeURIComponent(id)}` as const, { signal }),
    refetchOnWindowFocus: false,
  });

export const notesQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id, 'notes'],
    queryFn: async ({ signal }) =>
      (await call(notesSchema, 'GET', `/api/people/${encodeURIComponent(id)}/notes` as const, { signal })).notes,
    refetchOnWindowFocus: false,
  });

/**
 * Somebody's picture as an address that an image takes. Fetched and not linked: an image can't say which organisation
 * it is asked for in.
 */
export const pictureQuery = (id: string, changedAt: string) =>
  queryOptions({
    queryKey: ['picture', id, changedAt],
    queryFn: async () => {
      const { blob } = await download(`/api/people/${encodeURIComponent(id)}/picture`);
      return blob.size === 0 ? null : await asAddress(blob);
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

function asAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
