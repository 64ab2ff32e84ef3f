import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { type Organisation, organisationSchema } from '../../../../web/contract.ts';
import { organisationQuery } from '../../../../web/queries.ts';

export type OrganisationChange = Partial<Omit<Organisation, 'id' | 'eventValues'>>;

/** Saves some of the organisation's settings and shows them everywhere at once. */
export function useSaveOrganisation(): UseMutationResult<Organisation, Error, OrganisationChange> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OrganisationChange) => call(organisationSchema, 'PATCH', '/api/organisation', { body }),
    onSuccess: async (organisation) => {
      client.setQueryData(organisationQuery.queryKey, organisation);
      // Name and zone are part of who is signed in; thresholds change the figures.
      await client.invalidateQueries({ queryKey: ['me'] });
      await client.invalidateQueries({ queryKey: ['dashboard'] });
      await client.invalidateQueries({ queryKey: ['reports'] });
      notifications.show({ color: 'pine', message: 'Saved' });
    },
  });
}
